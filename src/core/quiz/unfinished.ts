import type { Question } from './question.ts'
import type { Response } from './response.ts'
import { normalizeText, readNumber, type NumberProblem } from './normalize.ts'

/** Why a response is not an attempt yet. Nothing is scored or recorded until it is. */
export type Unfinished =
  | { readonly kind: 'choose-one' }
  | { readonly kind: 'choose-some' }
  /** Items without a group: how many. */
  | { readonly kind: 'sort-all'; readonly left: number }
  | { readonly kind: 'write' }
  | { readonly kind: 'number'; readonly problem: NumberProblem; readonly unit: string }

/** What is missing before `response` can be graded, or undefined when it can. */
export const unfinished = (question: Question, response: Response): Unfinished | undefined => {
  if (question.type === 'single') {
    return response.type === 'single' && question.options.some(({ id }) => id === response.option) ? undefined : { kind: 'choose-one' }
  }
  if (question.type === 'multiple') {
    const ticked = response.type === 'multiple' && question.options.some(({ id }) => response.options.includes(id))
    return ticked ? undefined : { kind: 'choose-some' }
  }
  if (question.type === 'match') {
    const groups = response.type === 'match' ? response.groups : {}
    const left = question.items.filter(({ id }) => !Object.hasOwn(groups, id)).length
    return left === 0 ? undefined : { kind: 'sort-all', left }
  }
  if (question.type === 'number') {
    const read = readNumber(response.type === 'number' ? response.text : '', question.unit)
    return read.ok ? undefined : { kind: 'number', problem: read.error, unit: question.unit }
  }
  if (question.type === 'text') return response.type === 'text' && normalizeText(response.text) !== '' ? undefined : { kind: 'write' }
  return undefined
}
