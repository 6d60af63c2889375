import type { Answered } from '../record/event.ts'

/** What an answer says about memory, in the terms of FSRS. Its "easy" is not used: see `ratingOf`. */
export type Rating = 'again' | 'hard' | 'good'

/** Full score: anything less is partial credit. */
const RIGHT = 1

/** From here on partial credit is more right than wrong. */
const MOSTLY_RIGHT = 0.5

/**
 * What `answer` says about memory.
 *
 * | answer | rating |
 * | --- | --- |
 * | right, no hints, not a guess | `good` |
 * | right with hints, or right by a guess | `hard` |
 * | partly right (half or more), no hints, not certain | `hard` |
 * | partly right with hints, or partly right and certain | `again` |
 * | less than half right | `again` |
 *
 * Hints and partial credit thus shorten the interval, and being sure and wrong is a lapse. Being certain and right earns no more
 * than being right: confidence is an optional tap, and recognising one option of three is too easily felt as knowing.
 */
export const ratingOf = ({ score, hints, confidence }: Pick<Answered, 'score' | 'hints' | 'confidence'>): Rating => {
  if (score >= RIGHT) return hints > 0 || confidence === 'guess' ? 'hard' : 'good'
  return score >= MOSTLY_RIGHT && hints === 0 && confidence !== 'certain' ? 'hard' : 'again'
}

/**
 * Whether `answer` says anything about memory. Missing a question that is asked before the lesson says that the lesson is to be
 * read, not that something was forgotten.
 */
export const countsAsLearning = (answer: Answered, metBefore: boolean): boolean =>
  metBefore || ratingOf(answer) !== 'again' || (answer.context !== 'pretest' && answer.context !== 'placement')
