import type { Rich } from '../course/rich.ts'
import type { Group, Question, QuestionType } from './question.ts'
import { shuffle } from './shuffle.ts'
import { variant } from './variant.ts'

/** An option or item as it is shown before the answer. */
export interface AskedLine {
  readonly id: string
  readonly text: Rich
}

/**
 * A question as it is asked: everything that is shown before the answer, with the numbers and the order of one attempt,
 * and nothing that gives the key away. It is what a page carries; the rest is fetched when somebody answers.
 */
export interface Asked {
  readonly id: string
  readonly lesson: string
  readonly type: QuestionType
  /** Paragraphs. */
  readonly prompt: readonly Rich[]
  /** How many hints there are. */
  readonly hints: number
  /** Options or items in the order shown; absent for number and text. */
  readonly lines?: readonly AskedLine[]
  /** Groups of a match question. */
  readonly groups?: readonly Group[]
  /** Unit of a number question, when it has one. */
  readonly unit?: string
}

/** `question` as attempt number `number` asks it. */
export const ask = (question: Question, number: number): Asked => {
  const { id, lesson, type, prompt, hints } = variant(question, number)
  const all: readonly AskedLine[] = 'options' in question ? question.options : 'items' in question ? question.items : []
  const lines = shuffle(question, number).flatMap((shown) => all.filter((line) => line.id === shown).map(({ id: line, text }) => ({ id: line, text })))
  return {
    id, lesson, type, prompt, hints: hints.length,
    ...(lines.length > 0 && { lines }),
    ...(question.type === 'match' && { groups: question.groups }),
    ...(question.type === 'number' && question.unit && { unit: question.unit }),
  }
}
