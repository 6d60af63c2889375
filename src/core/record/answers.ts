import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { countsAsLearning } from '../review/rating.ts'
import { answersIn, toldAnswers } from './counted-answers.ts'
import { countsFor } from './record.ts'

/** The answers that count and were given to the question `root` or in its place, oldest first. */
export const answersTo = (root: string, record: LearnerRecord): readonly Answered[] =>
  answersIn(record).filter((answer) => countsFor(answer) === root)

/**
 * The answers that say something about learning and may be shown, oldest first. Missing a question that is asked before the lesson says
 * nothing (see `countsAsLearning`), and what an open sitting has asked is not told yet.
 */
export const learningAnswers = (record: LearnerRecord): readonly Answered[] => {
  const met = new Set<string>()
  return toldAnswers(record).filter((answer) => {
    if (!countsAsLearning(answer, met.has(countsFor(answer)))) return false
    met.add(countsFor(answer))
    return true
  })
}
