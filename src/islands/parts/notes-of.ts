import type { Rich } from '../../core/course/rich.ts'
import type { Grade, Part } from '../../core/quiz/grade.ts'
import type { Option, Question } from '../../core/quiz/question.ts'
import type { Verdict } from '../../core/quiz/verdict.ts'
import { plainText } from '../../core/course/rich.ts'
import { answerTexts as texts } from '../../messages/answer.ts'

/** What the row of an option or item says once graded. */
export interface Note {
  readonly look: 'is-correct' | 'is-incorrect' | 'is-other'
  readonly sign: Verdict
  /** Beside the sign; empty shows neither. */
  readonly words: string
  readonly rationale: Rich
}

const optionNote = ({ correct, rationale }: Option, { chosen, right }: Part, several: boolean): Note => {
  const { option } = texts
  const sign = correct ? 'correct' : 'incorrect'
  if (chosen) {
    const words = several ? (right ? option.ticked : option.wrong) : right ? option.keyChosen : option.chosen
    return { look: `is-${sign}`, sign, words, rationale }
  }
  if (correct) return { look: 'is-correct', sign, words: several ? option.missed : option.key, rationale }
  return { look: 'is-other', sign, words: several ? option.left : option.other, rationale }
}

const itemNote = (right: boolean, words: string, rationale: Rich): Note =>
  ({ look: right ? 'is-correct' : 'is-incorrect', sign: right ? 'correct' : 'incorrect', words, rationale })

const noteOf = (question: Question, part: Part): Note | undefined => {
  if (question.type === 'single' || question.type === 'multiple') {
    const option = question.options.find(({ id }) => id === part.id)
    return option && optionNote(option, part, question.type === 'multiple')
  }
  if (question.type === 'order') {
    const at = question.items.findIndex(({ id }) => id === part.id)
    return itemNote(part.right, part.right ? texts.order.right : texts.order.wrong(at + 1), question.items[at]?.rationale ?? [])
  }
  if (question.type === 'match') {
    const item = question.items.find(({ id }) => id === part.id)
    const home = question.groups.find(({ id }) => id === item?.group)
    return item && home && itemNote(part.right, part.right ? texts.match.right : texts.match.wrong(plainText(home.text)), item.rationale)
  }
  return undefined
}

/** What each option or item of `question` says after `grade`, by id. */
export const notesOf = (question: Question, grade: Grade): ReadonlyMap<string, Note> =>
  new Map(grade.parts.flatMap((part) => {
    const note = noteOf(question, part)
    return note ? [[part.id, note] as const] : []
  }))

/** What each option of a prediction says beside the text's answer: a guess is named, never marked wrong. */
export const comparisonOf = (question: Question, guess: string): ReadonlyMap<string, Note> =>
  new Map((question.type === 'single' ? question.options : []).map(({ id, correct, rationale }) => {
    const words = [id === guess ? texts.comparison.guess : '', correct ? texts.comparison.answer : ''].filter(Boolean).join(', ')
    return [id, { look: correct ? 'is-correct' : 'is-other', sign: correct ? 'correct' : 'incorrect', words, rationale }]
  }))
