import type { Answered } from '../record/event.ts'
import type { LearnerRecord } from '../record/record.ts'
import type { Question } from './question.ts'
import { answersIn } from '../record/counted-answers.ts'
import { familyOf } from './family.ts'

/** What to ask when a learner tries again. */
export interface NextAttempt {
  readonly question: Question
  /** Seed of the order and the numbers. */
  readonly number: number
}

/**
 * What to ask instead of repeating `root`: a sibling that has not been used, else the one of the family that was answered
 * longest ago, with new numbers or a new order. `answered` are answers, oldest first; those to other questions have no say.
 */
export const nextAttempt = (root: Question, bank: readonly Question[], answered: readonly Answered[]): NextAttempt => {
  const family = familyOf(root, bank)
  const lastUse = (question: Question) => answered.findLastIndex((event) => event.question === question.id)
  const question = family.reduce((oldest, candidate) => (lastUse(candidate) < lastUse(oldest) ? candidate : oldest), root)
  const used = new Set(answered.filter((event) => event.question === question.id).map((event) => event.attempt))
  let number = 0
  while (used.has(number)) number += 1
  return { question, number }
}

/** What to ask of the family of `root`, an id, after all that `record` holds; undefined when `bank`, its lesson's or a part of that, lacks it. */
export const nextAttemptAt = (root: string, bank: readonly Question[], record: LearnerRecord): NextAttempt | undefined => {
  const question = bank.find(({ id }) => id === root)
  return question && nextAttempt(question, bank, answersIn(record))
}
