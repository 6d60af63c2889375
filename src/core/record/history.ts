import type { QuestionIndex } from '../review/question-index.ts'
import type { LearnerRecord } from './record.ts'
import { rootFinder } from '../review/question-index.ts'
import { DAY_MS } from '../time.ts'
import { toldAnswers } from './counted-answers.ts'
import { heldAt } from './mastery.ts'
import { countsFor } from './record.ts'
import { stampAfter } from './stamp.ts'

/** How far back the history goes, this week included. */
export const HISTORY_WEEKS = 12

/** One week of learning, from Monday. */
export interface Week {
  /** Its Monday at midnight, local time, milliseconds since 1970. */
  readonly startMs: number
  readonly answers: number
  /** Answers that were right and the first to their question on that day. */
  readonly rightAtFirst: number
  /** Questions held for 7 days or longer at its end; now, in the week that is not over. */
  readonly held: number
}

/** Minutes that local time is ahead of UTC at `atMs`; it may change with the seasons. */
export type MinutesAhead = (atMs: number) => number

const MINUTE_MS = 60_000
const WEEK_DAYS = 7

/** 1 January 1970 was a Thursday: three days after a Monday. */
const DAYS_AFTER_MONDAY = 3

const localDay = (atMs: number, ahead: MinutesAhead): number => Math.floor((atMs + ahead(atMs) * MINUTE_MS) / DAY_MS)
const weekOfDay = (day: number): number => Math.floor((day + DAYS_AFTER_MONDAY) / WEEK_DAYS)

/** The local midnight that begins week number `week`. */
const startOfWeek = (week: number, ahead: MinutesAhead): number => {
  const local = (week * WEEK_DAYS - DAYS_AFTER_MONDAY) * DAY_MS
  return local - ahead(local - ahead(local) * MINUTE_MS) * MINUTE_MS
}

/**
 * The last twelve weeks up to `now`, oldest first and none left out, beginning with the first of them that has an answer; empty when none
 * has. A second try on the same day is an answer, but not a first one.
 */
export const history = (index: QuestionIndex, record: LearnerRecord, now: number, ahead: MinutesAhead): readonly Week[] => {
  const rootOf = rootFinder(index)
  const present = stampAfter(record, now)
  const thisWeek = weekOfDay(localDay(now, ahead))
  const from = startOfWeek(thisWeek - HISTORY_WEEKS + 1, ahead)
  const counts = new Map<number, { answers: number; rightAtFirst: number }>()
  const tried = new Map<string, number>()
  for (const answer of toldAnswers(record)) {
    if (answer.at < from || answer.at > present) continue
    const day = localDay(answer.at, ahead)
    const question = rootOf(answer)?.id ?? countsFor(answer)
    const isFirst = tried.get(question) !== day && answer.context !== 'again'
    tried.set(question, day)
    const { answers, rightAtFirst } = counts.get(weekOfDay(day)) ?? { answers: 0, rightAtFirst: 0 }
    counts.set(weekOfDay(day), { answers: answers + 1, rightAtFirst: rightAtFirst + Number(isFirst && answer.score === 1) })
  }
  if (counts.size === 0) return []
  const first = Math.min(...counts.keys())
  const weeks = Array.from({ length: thisWeek - first + 1 }, (_, at) => first + at)
  const held = heldAt(index, record, weeks.map((week) => Math.min(startOfWeek(week + 1, ahead) - 1, present)))
  return weeks.map((week, at) => ({
    startMs: startOfWeek(week, ahead), ...(counts.get(week) ?? { answers: 0, rightAtFirst: 0 }), held: held[at] ?? 0,
  }))
}
