import type { Confidence } from '../quiz/response.ts'
import type { LearnerRecord } from './record.ts'
import { SITTING_MS } from '../time.ts'
import { toldAnswers } from './counted-answers.ts'
import { countsFor } from './record.ts'

/** How often answers given with one confidence were right. Shares are 0 to 1. */
export interface ConfidenceResult {
  readonly confidence: Confidence
  readonly answers: number
  readonly right: number
  /** `right` of `answers`; 0 when there are none. */
  readonly share: number
  /** Whether there are enough answers for the share to be worth saying as a percentage. */
  readonly isTelling: boolean
  /** The range that so few answers allow: the 90 % Wilson interval (E. B. Wilson, JASA 22, 1927). */
  readonly low: number
  readonly high: number
  /** What the word should mean: the share of right answers that would match it. */
  readonly expected: number
}

/** A guess among four is right one time in four, or a little more when an option can be ruled out. */
const EXPECTED: readonly (readonly [Confidence, number])[] = [['guess', 0.33], ['fairly', 0.7], ['certain', 0.95]]

/** Of fewer answers a percentage says more than they do: one more would move it by a quarter or so. */
const TELLING = 5

/** The 95th percentile of the standard normal distribution, for a two-sided 90 % interval. */
const Z = 1.645

const wilson = (right: number, answers: number): { low: number; high: number } => {
  if (answers === 0) return { low: 0, high: 1 }
  const share = right / answers
  const scale = 1 + Z ** 2 / answers
  const middle = (share + Z ** 2 / (2 * answers)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / answers + Z ** 2 / (4 * answers ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** The first try at each question in each sitting, oldest first. */
const firstTries = (record: LearnerRecord) => {
  const lastAtMs = new Map<string, number>()
  return toldAnswers(record).filter((answer) => {
    const question = countsFor(answer)
    const before = lastAtMs.get(question) ?? -Infinity
    lastAtMs.set(question, answer.at)
    return answer.context !== 'again' && answer.at - before >= SITTING_MS
  })
}

/**
 * For each confidence, how often it was right. Second tries in the same sitting are left out, on whatever page: the answer has just
 * been seen, so being sure of it says nothing.
 */
export const calibration = (record: LearnerRecord): ConfidenceResult[] => {
  const tries = firstTries(record)
  return EXPECTED.map(([confidence, expected]) => {
    const given = tries.filter((answer) => answer.confidence === confidence)
    const right = given.filter(({ score }) => score === 1).length
    const answers = given.length
    return { confidence, answers, right, share: answers ? right / answers : 0, isTelling: answers >= TELLING, ...wilson(right, answers), expected }
  })
}
