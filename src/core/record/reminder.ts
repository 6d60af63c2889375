import type { LearnerRecord } from './record.ts'
import { DAY_MS } from '../time.ts'
import { answerTimes } from './newest.ts'

/** Why the learner is reminded to save a copy, and how many answers are in none yet. */
export type Reminder =
  | { readonly reason: 'many-answers'; readonly answers: number }
  /** The browser clears what is not visited. */
  | { readonly reason: 'may-be-cleared'; readonly answers: number }

/** What a reminder depends on besides the record. Times are milliseconds since 1970. */
export interface Circumstances {
  readonly now: number
  /** When a copy, file or link, was last taken out on this device. */
  readonly savedAt: number | undefined
  /** When a reminder was last dismissed. */
  readonly dismissedAt: number | undefined
  /** Whether the browser clears a site after seven days without a visit. */
  readonly clearsUnvisited: boolean
}

/** New answers after which a copy is worth a click. */
const MANY = 50

/** New answers before a dismissed reminder comes back. */
const AGAIN = 25

/** Days without a copy after which there is little time left of seven. */
const DAYS = 5

/** Whether a copy is due, and why. */
export const reminder = (record: LearnerRecord, { now, savedAt, dismissedAt, clearsUnvisited }: Circumstances): Reminder | undefined => {
  const unsaved = answerTimes(record, savedAt)
  const [oldest] = unsaved
  if (oldest === undefined) return undefined
  const answers = unsaved.length
  const lateFrom = (savedAt ?? oldest) + DAYS * DAY_MS
  const isQuiet = dismissedAt !== undefined && answerTimes(record, dismissedAt).length < AGAIN
  if (answers >= MANY && !isQuiet) return { reason: 'many-answers', answers }
  // Who dismissed the other reminder has not heard of this one.
  return clearsUnvisited && now >= lateFrom && !(isQuiet && dismissedAt >= lateFrom) ? { reason: 'may-be-cleared', answers } : undefined
}
