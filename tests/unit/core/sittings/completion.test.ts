import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { completion } from '../../../../src/core/sittings/completion.ts'
import { answerIn, day, indexWith, outlineFor, stamped } from './course.ts'

const index = indexWith([[[2], [2]]])
const outline = outlineFor(index)
const at = (events: readonly RecordEvent[], n = 60) => completion(outline, index, recordOf(events), day(n))

const final = (id: string, n: number, scores: readonly number[]): RecordEvent[] => [
  stamped(id, day(n), { type: 'sitting-begun', kind: 'final', questions: index.map((question) => question.id) }),
  ...scores.map((score, place) => answerIn(`laptop:${id}`, index[place]?.id ?? '', day(n) + place, { context: 'final', score })),
  stamped(`${id}-end`, day(n) + 1000, { type: 'sitting-ended', sitting: `laptop:${id}` }),
]

test('before anything is done there is nothing to print', () => {
  const { isWorthPrinting, final: result, ...rest } = at([])
  assert.deepEqual([isWorthPrinting, result], [false, undefined])
  assert.deepEqual(rest, { lessons: 2, read: 0, reviewOnly: 0, questions: { all: 4, days7: 0, days30: 0 }, objectives: { all: 2, days7: 0, days30: 0 } })
})

test('a final check without an answer in it is no result, nor is one that was closed or is open', () => {
  const read = stamped('read', day(0), { type: 'lesson-completed', lesson: 'm0l0' })
  assert.equal(at([read, ...final('a', 1, [])]).isWorthPrinting, false)
  assert.equal(at([read, ...final('a', 1, [1]).slice(0, -1)]).isWorthPrinting, false)
  const closed = stamped('z', day(1) + 500, { type: 'sitting-ended', sitting: 'laptop:a', closed: true })
  assert.equal(at([read, ...final('a', 1, [1]), closed]).isWorthPrinting, false)
  assert.equal(at([read, ...final('a', 1, [1])]).isWorthPrinting, true)
})

test('the best and the last final check are stated with their days; of two alike the earlier is the best', () => {
  const { final: result } = at([...final('o', 1, [1]), ...final('a', 5, [1, 1, 0]), ...final('b', 9, [1, 1, 0, 0]), ...final('c', 20, [1])])
  assert.deepEqual(result, { best: { asked: 4, right: 2, endedAtMs: day(5) + 1000 }, last: { asked: 4, right: 1, endedAtMs: day(20) + 1000 } })
})

test('a final check alone, with no lesson read or known, is not worth printing', () => {
  assert.equal(at(final('a', 1, [1])).isWorthPrinting, false)
})

test('what was still held after 7 and 30 days is counted over questions and objectives', () => {
  const right = (question: string, n: number) => answerIn('laptop:x', question, day(n), { context: 'review' })
  const { questions, objectives } = at(['m0l0o0q0', 'm0l0o0q1'].flatMap((id) => [right(id, 0), right(id, 10)]).concat(right('m0l0o0q0', 35)))
  assert.deepEqual([questions, objectives], [{ all: 4, days7: 2, days30: 1 }, { all: 2, days7: 1, days30: 0 }])
})

test('a lesson set aside as known counts apart from those that were read', () => {
  const { read, reviewOnly } = at([stamped('p', day(0), { type: 'placed', lessons: ['m0l0'] }), stamped('r', day(1), { type: 'lesson-completed', lesson: 'm0l1' })])
  assert.deepEqual([read, reviewOnly], [1, 1])
})

test('the best is the best share, where a question has been retired since, and the last is the one that ended last', () => {
  const [begun, ...rest] = final('a', 1, [1, 1])
  assert.ok(begun?.type === 'sitting-begun')
  const short = { ...begun, questions: [...begun.questions.slice(0, 2), 'retired'] }
  const { final: result } = at([...final('b', 0, [1, 1, 1, 0]), short, ...rest])
  assert.deepEqual([result?.best.right, result?.best.asked], [2, 2])
  const late = { ...stamped('b-end', day(9), { type: 'sitting-ended', sitting: 'laptop:b' }) }
  assert.equal(at([...final('b', 0, [1, 1, 1, 0]).slice(0, -1), late, short, ...rest]).final?.last.endedAtMs, day(9))
})
