import type { Asked } from './asked.ts'
import type { Response } from './response.ts'
import { emptyResponse, idsOf, type Draft } from './draft.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Which attempt a kept value is a draft of, or undefined when it is no draft. */
export const attemptOf = (value: unknown): Pick<Draft, 'question' | 'number'> | undefined =>
  isObject(value) && typeof value['question'] === 'string' && isCount(value['number'])
    ? { question: value['question'], number: value['number'] }
    : undefined

const known = (value: unknown, ids: readonly string[]): readonly string[] =>
  Array.isArray(value) ? [...new Set(value)].filter((id): id is string => ids.includes(id)) : []

/** The part of a kept response that `asked` still knows; an empty response where nothing of it fits. */
const readResponse = (asked: Asked, value: unknown): Response => {
  const start = emptyResponse(asked)
  if (!isObject(value) || value['type'] !== asked.type) return start
  const lines = idsOf(asked.lines)
  if (start.type === 'single') return { ...start, option: known([value['option']], lines)[0] ?? '' }
  if (start.type === 'multiple') return { ...start, options: known(value['options'], lines) }
  if (start.type === 'order') {
    const items = known(value['items'], lines)
    return items.length === lines.length ? { ...start, items } : start
  }
  if (start.type === 'match') {
    const given = isObject(value['groups']) ? value['groups'] : {}
    const groups = lines.flatMap((id) => known([given[id]], idsOf(asked.groups)).map((group) => [id, group] as const))
    return { ...start, groups: Object.fromEntries(groups) }
  }
  return { ...start, text: typeof value['text'] === 'string' ? value['text'] : '' }
}

/** The draft in a kept value, or undefined when it is damaged or belongs to another question. */
export const readDraft = (value: unknown, asked: Asked): Draft | undefined => {
  const attempt = attemptOf(value)
  if (!isObject(value) || attempt?.question !== asked.id) return undefined
  const hints = isCount(value['hints']) ? Math.min(value['hints'], asked.hints) : 0
  const confidence = (['guess', 'fairly', 'certain'] as const).find((word) => word === value['confidence'])
  return { ...attempt, hints, response: readResponse(asked, value['response']), ...(confidence && { confidence }) }
}
