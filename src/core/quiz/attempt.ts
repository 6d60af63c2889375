import type { Answered, WithoutStamp } from '../record/event.ts'
import type { Draft } from './draft.ts'
import type { Question } from './question.ts'
import { grade, type Grade } from './grade.ts'
import { unfinished, type Unfinished } from './unfinished.ts'
import { variablesFor } from './variant.ts'

/** What became of a check: a grade, or what is missing before there can be one. */
export type Checked = { readonly grade: Grade; readonly unfinished?: never } | { readonly unfinished: Unfinished; readonly grade?: never }

/** Grades what `draft` answers to `question`, or says what is missing; what cannot be read is no attempt. */
export const check = (question: Question, { response, number }: Draft): Checked => {
  const missing = unfinished(question, response)
  return missing ? { unfinished: missing } : { grade: grade(question, response, variablesFor(question, number)) }
}

/**
 * The event that a graded draft adds to the record. `root` is the question that this one may stand in for; `sitting` the id of the
 * check, placement or final check that it belongs to.
 */
export const answeredEvent = (
  question: Question, draft: Draft, graded: Grade, context: Answered['context'], root: string, sitting?: string,
): WithoutStamp<Answered> => ({
  type: 'answered',
  question: question.id,
  lesson: question.lesson,
  revision: question.revision,
  context,
  attempt: draft.number,
  response: draft.response,
  score: graded.score,
  hints: draft.hints,
  misconceptions: graded.misconceptions,
  ...(draft.confidence && { confidence: draft.confidence }),
  ...(root !== question.id && { inPlaceOf: root }),
  ...(sitting !== undefined && { sitting }),
})

/** The work that `event` recorded. */
export const draftOfAnswer = ({ question, attempt, response, hints, confidence }: Answered): Draft =>
  ({ question, number: attempt, response, hints, ...(confidence && { confidence }) })
