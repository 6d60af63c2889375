import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { countsAsLearning } from '../review/rating.ts'
import { countsFor, effective } from './record.ts'

/** The answers that count and were given to the question `root` or in its place, oldest first. */
export const answersTo = (root: string, record: LearnerRecord): readonly Answered[] =>
  effective(record).filter((event): event is Answered => event.type === 'answered' && countsFor(event) === root)

/**
 * The answers that say something about learning, oldest first. Missing a question that is asked before the lesson does not: see
 * `countsAsLearning`.
 */
export const learningAnswers = (record: LearnerRecord): readonly Answered[] => {
  const met = new Set<string>()
  return effective(record).filter((event): event is Answered => {
    if (event.type !== 'answered' || !countsAsLearning(event, met.has(countsFor(event)))) return false
    met.add(countsFor(event))
    return true
  })
}
