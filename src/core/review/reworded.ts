import type { Question } from '../quiz/question.ts'
import type { LearnerRecord } from '../record/record.ts'
import type { SessionItem } from './session.ts'
import { answersIn } from '../record/counted-answers.ts'

/** What a learner is told about a question that has changed: which one of the family did, and when they answered it. */
export interface Reworded {
  /** `this` is the question shown, `other` the one of its family that was answered last. */
  readonly which: 'this' | 'other'
  /** Milliseconds since 1970. */
  readonly answeredAtMs: number
}

/** Whether `shown`, asked for `item`, or the question that was answered last has new words since it was answered. */
export const reworded = ({ changed, memory }: SessionItem, shown: Question, record: LearnerRecord): Reworded | undefined => {
  const last = answersIn(record).findLast((answer) => answer.question === shown.id)
  if (last && last.revision < shown.revision) return { which: 'this', answeredAtMs: last.at }
  return changed && memory ? { which: 'other', answeredAtMs: memory.lastAtMs } : undefined
}
