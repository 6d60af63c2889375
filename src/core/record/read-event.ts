import type { RecordEvent, UnknownEvent } from './event.ts'
import { LAST_MS } from '../time.ts'
import { EVENT_VERSION } from './event.ts'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const texts: Check = (value) => Array.isArray(value) && value.every(text)
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const time: Check = (value) => Number.isInteger(value) && Math.abs(value as number) <= LAST_MS
const share: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1
const maybe = (check: Check): Check => (value) => value === undefined || check(value)
const among = (...words: (string | boolean)[]): Check => (value) => words.includes(value as string)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const responses: ReadonlyMap<unknown, readonly [field: string, check: Check]> = new Map(Object.entries<readonly [string, Check]>({
  single: ['option', text],
  multiple: ['options', texts],
  order: ['items', texts],
  match: ['groups', (value) => isObject(value) && Object.values(value).every(text)],
  number: ['text', text],
  text: ['text', text],
}))

const response: Check = (value) => {
  if (!isObject(value)) return false
  const known = responses.get(value['type'])
  return known !== undefined && known[1](value[known[0]])
}

const position: Check = (value) =>
  isObject(value) && text(value['clause']) && among('for', 'against', 'depends')(value['stance']) && text(value['conditions']) && texts(value['evidence'])

/** The fields of each kind of event. A new value of a closed list is a new event version. */
const fields: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  answered: {
    question: text, lesson: text, revision: count, attempt: count, hints: count, score: share, misconceptions: texts, response,
    context: among('lesson', 'again', 'review', 'pretest', 'check', 'placement', 'final'),
    confidence: maybe(among('guess', 'fairly', 'certain')), inPlaceOf: maybe(text), sitting: maybe(text),
  },
  predicted: { question: text, lesson: text, response },
  'lesson-completed': { lesson: text },
  'lesson-reopened': { lesson: text },
  reset: { lesson: maybe(text), questions: maybe(texts) },
  undone: { event: text },
  'sitting-begun': { kind: among('pretest', 'check', 'placement', 'final'), module: maybe(text), questions: texts },
  'sitting-ended': { sitting: text, closed: maybe(among(true, false)) },
  placed: { lessons: texts },
  away: { untilMs: time },
  noted: { lesson: text, section: text, heading: text, text },
  'note-removed': { lesson: text, section: text },
  'position-stated': { debate: text, stage: among('before', 'after'), positions: (value) => Array.isArray(value) && value.every(position) },
}

/** Fields and what each must be; as a list, since a record of years is checked before its first question shows. */
type Shape = readonly (readonly [field: string, check: Check])[]

/** The fields of each kind of event that this code knows, the header's apart. */
export const shapes: ReadonlyMap<string, Shape> =
  new Map(Object.entries(fields).map(([type, shape]) => [type, Object.entries(shape)]))

/** How deep an event may nest; its own fields go three deep. */
const DEEPEST = 12

/** Whether `value` is plain JSON of modest depth, without keys that reach for a prototype. */
export const isPlain = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= DEEPEST) return false
  for (const key of Object.keys(value)) {
    const inner: unknown = (value as Readonly<Record<string, unknown>>)[key]
    if (key === '__proto__') return false
    if (typeof inner !== 'object') continue
    if (key === 'constructor' || key === 'prototype' || !isPlain(inner, depth + 1)) return false
  }
  return true
}

/** What every event has. */
export const header: Shape = Object.entries({
  id: (value: unknown) => typeof value === 'string' && /^[\w-]{1,64}:[\w-]{1,64}$/.test(value),
  v: (value: unknown) => count(value) && value !== 0,
  at: time,
  type: text,
})

const fits = (value: Readonly<Record<string, unknown>>, shape: Shape): boolean => shape.every(([field, check]) => check(value[field]))

/**
 * The event in `value`, or undefined when it is damaged. Kinds and versions that this code does not know come back as
 * an `UnknownEvent`, whole; extra fields of known kinds are kept too.
 */
export const readEvent = (value: unknown): RecordEvent | undefined => {
  if (!isObject(value) || !isPlain(value) || !fits(value, header)) return undefined
  const event = value as unknown as RecordEvent
  const shape = shapes.get(event.type)
  if (!shape || isNewer(event)) {
    const { id, v, at, type } = event
    return { id, v, at, type: `unknown:${type}`, raw: value }
  }
  return fits(value, shape) ? event : undefined
}

/** Whether `event` is of a kind or version that this code keeps without understanding it. */
export const isUnknown = (event: RecordEvent): event is UnknownEvent => event.type.startsWith('unknown:')

/** Whether a newer version of the course wrote `event`. */
export const isNewer = (event: RecordEvent): boolean => event.v > EVENT_VERSION

/** `event` as it is stored and exported: `readEvent(storedForm(event))` gives it back. */
export const storedForm = (event: RecordEvent): unknown => (isUnknown(event) ? event.raw : event)
