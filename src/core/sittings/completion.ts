import type { CourseOutline } from '../course/outline.ts'
import type { LearnerRecord } from '../record/record.ts'
import type { QuestionIndex } from '../review/question-index.ts'
import type { AskedCount } from './result.ts'
import { mastery, masteryCounts } from '../record/mastery.ts'
import { progress } from '../record/progress.ts'
import { stampAfter } from '../record/stamp.ts'
import { resultOf } from './result.ts'
import { askable, finishedOf, sittingsAt } from './sitting.ts'

/** The result of a final check that was handed in. */
export interface FinalResult extends AskedCount {
  /** Milliseconds since 1970. */
  readonly endedAtMs: number
}

/** How many of some things were right again at least 7 and at least 30 days after an earlier right answer, and not missed since. */
export interface Held {
  readonly all: number
  readonly days7: number
  readonly days30: number
}

/** What a completion record states. */
export interface Completion {
  readonly lessons: number
  readonly read: number
  readonly reviewOnly: number
  /** The best result, the earliest of equals, and the last one; absent before a final check has been handed in with an answer in it. */
  readonly final?: { readonly best: FinalResult; readonly last: FinalResult }
  readonly questions: Held
  readonly objectives: Held
  /** Whether there is enough to print: lessons read or known, and a final check. */
  readonly isWorthPrinting: boolean
}

const heldOf = (states: ReturnType<typeof mastery>['questions']): Held => {
  const counts = masteryCounts(states.values())
  return { all: states.size, days7: counts['held-7'] + counts['held-30'], days30: counts['held-30'] }
}

const share = ({ right, asked }: AskedCount): number => right / asked

const finalsOf = (index: QuestionIndex, record: LearnerRecord): readonly FinalResult[] =>
  finishedOf(sittingsAt({ kind: 'final' }, record)).flatMap((sitting) => {
    const { asked, right, answered } = resultOf(sitting, askable(sitting, index), [])
    return sitting.endedAtMs !== undefined && answered > 0 ? [{ asked, right, endedAtMs: sitting.endedAtMs }] : []
  }).toSorted((a, b) => a.endedAtMs - b.endedAtMs)

/** What can be said at `now` (milliseconds since 1970) of a learner with `record`. */
export const completion = (outline: CourseOutline, index: QuestionIndex, record: LearnerRecord, now: number): Completion => {
  const { lessons, read, reviewOnly } = progress(outline, record)
  const { questions, objectives } = mastery(index, record, stampAfter(record, now))
  const finals = finalsOf(index, record)
  const last = finals.at(-1)
  const best = finals.toSorted((a, b) => share(b) - share(a))[0]
  return {
    lessons, read, reviewOnly,
    ...(best && last && { final: { best, last } }),
    questions: heldOf(questions),
    objectives: heldOf(objectives),
    isWorthPrinting: read + reviewOnly > 0 && last !== undefined,
  }
}
