import fc from 'fast-check'
import type { Answered, NewEvent, RecordEvent } from '../../../../src/core/record/event.ts'
import type { CourseOutline } from '../../../../src/core/course/outline.ts'
import { readEvent } from '../../../../src/core/record/read-event.ts'

/** Ids from a small pool, so that records overlap. */
const id = fc.tuple(fc.constantFrom('tablet', 'laptop'), fc.integer({ min: 0, max: 30 })).map(([device, n]) => `${device}:${n}`)
const word = fc.constantFrom('slo', 'sli', 'budget', 'golden-path')
const at = fc.integer({ min: 0, max: 50 }).map((minute) => 1_700_000_000_000 + minute * 60_000)
const stamp = { id, v: fc.constant(1), at }

const response = fc.oneof(
  fc.record({ type: fc.constant('single' as const), option: word }),
  fc.record({ type: fc.constant('multiple' as const), options: fc.array(word) }),
  fc.record({ type: fc.constant('match' as const), groups: fc.dictionary(word, word) }),
  fc.record({ type: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
)

const answered = fc.record({
  ...stamp, type: fc.constant('answered' as const), question: word, lesson: word, revision: fc.nat(3),
  context: fc.constantFrom('lesson' as const, 'again' as const), attempt: fc.nat(3), response,
  score: fc.constantFrom(0, 0.5, 1), hints: fc.nat(3), misconceptions: fc.array(word),
})

const unknown = fc.record({ id, v: fc.constant(1), at, note: fc.string(), parts: fc.array(fc.nat()) })
  .map((raw): RecordEvent => {
    const event = readEvent({ ...raw, type: 'sketched' })
    if (!event) throw new Error('an unknown kind of event must be readable')
    return event
  })

/** Any event that this version writes or keeps. */
export const anyEvent: fc.Arbitrary<RecordEvent> = fc.oneof(
  answered,
  unknown,
  fc.record({ ...stamp, type: fc.constantFrom('lesson-completed' as const, 'lesson-reopened' as const), lesson: word }),
  fc.record({ ...stamp, type: fc.constant('reset' as const), lesson: word }),
  fc.record({ ...stamp, type: fc.constant('reset' as const) }),
  fc.record({ ...stamp, type: fc.constant('undone' as const), event: id }),
  fc.record({ ...stamp, type: fc.constant('sitting-begun' as const), kind: fc.constantFrom('check' as const, 'final' as const), questions: fc.array(word) }),
  fc.record({ ...stamp, type: fc.constant('sitting-ended' as const), sitting: id }),
  fc.record({ ...stamp, type: fc.constant('placed' as const), lessons: fc.array(word) }),
  fc.record({ ...stamp, type: fc.constant('away' as const), untilMs: at }),
  fc.record({ ...stamp, type: fc.constant('noted' as const), lesson: word, section: word, heading: fc.string(), text: fc.string({ unit: 'binary' }) }),
  fc.record({ ...stamp, type: fc.constant('note-removed' as const), lesson: word, section: word }),
  fc.record({
    ...stamp, type: fc.constant('position-stated' as const), debate: word, stage: fc.constantFrom('before' as const, 'after' as const),
    positions: fc.array(fc.record({ clause: word, stance: fc.constantFrom('for' as const, 'against' as const, 'depends' as const), conditions: fc.string(), evidence: fc.array(word) })),
  }),
).map((event): RecordEvent => structuredClone(event))

/** Events in any order, with ids that repeat. */
export const anyEvents: fc.Arbitrary<RecordEvent[]> = fc.array(anyEvent, { maxLength: 25 })

let next = 0

/** An answer to `question`, later than every one made before. */
export const answer = (question: string, fields: Partial<Answered> = {}): Answered => {
  next += 1
  return {
    id: `test:${next}`, v: 1, at: 1_700_000_000_000 + next * 1000, type: 'answered', question, lesson: 'budgets', revision: 1,
    context: 'lesson', attempt: 0, response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [], ...fields,
  }
}

/** An event of another kind, later than every one made before. */
export const event = (fields: Exclude<NewEvent, { type: 'answered' }>): RecordEvent => {
  next += 1
  return { id: `test:${next}`, v: 1, at: 1_700_000_000_000 + next * 1000, ...fields }
}

/** Two modules: one lesson with two questions, then two lessons with one each. */
export const outline: CourseOutline = {
  id: 'three-disciplines',
  title: 'Three Disciplines',
  modules: [
    { id: 'start', title: 'Start', discipline: 'all', lessons: [
      { id: 'words', number: '0.1', title: 'Words', minutes: 8, questions: ['q-words-1', 'q-words-2'], objectives: [] },
    ] },
    { id: 'sre', title: 'SRE', discipline: 'sre', lessons: [
      { id: 'budgets', number: '2.1', title: 'Budgets', minutes: 12, questions: ['q-budget'], objectives: [] },
      { id: 'alerts', number: '2.2', title: 'Alerts', minutes: 15, questions: ['q-alert'], objectives: [] },
    ] },
    { id: 'later', title: 'Later', discipline: 'platform', lessons: [] },
  ],
}
