import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import type { LearnerRecord } from '../../../../src/core/record/record.ts'
import { answersIn } from '../../../../src/core/record/counted-answers.ts'
import { chosenMisconceptions } from '../../../../src/core/record/misconceptions.ts'
import { countsFor, recordOf } from '../../../../src/core/record/record.ts'
import { indexed } from '../review/answers.ts'
import { anyEvents, answer, event } from './events.ts'

const index = ['a', 'b', 'c', 'q0', 'q1', 'q2', 'slo', 'sli', 'budget', 'golden-path'].map((id) => indexed(id))
const chosen = (record: LearnerRecord) => chosenMisconceptions(index, record)

test('misconceptions are counted once an answer, the most frequent first', () => {
  const earlier = [['tool', 'tool'], ['title'], ['tool']].map((misconceptions, n) => answer(`q${n}`, { misconceptions, score: 0 }))
  const last = answer('c', { misconceptions: ['tool', 'title'], score: 0 })
  const record = recordOf([...earlier, last])
  assert.deepEqual(chosen(record).map(({ id, times }) => [id, times]), [['tool', 3], ['title', 2]])
  assert.equal(chosen(record)[0]?.lastAt, last.at)
})

test('with equal counts the latest comes first', () => {
  const record = recordOf([answer('a', { misconceptions: ['early'], score: 0 }), answer('b', { misconceptions: ['late'], score: 0 })])
  assert.deepEqual(chosen(record).map(({ id }) => id), ['late', 'early'])
})

test('a reset forgets them', () => {
  assert.deepEqual(chosen(recordOf([answer('a', { misconceptions: ['tool'] }), event({ type: 'reset' })])), [])
})

test('a belief is put right when every question it was chosen at has been answered right since, in its own words or in others', () => {
  const earlier = ['a', 'b'].map((question) => answer(question, { misconceptions: ['tool'], score: 0 }))
  const isPutRight = (...later: RecordEvent[]) => chosen(recordOf([...earlier, ...later]))[0]?.isPutRight
  assert.deepEqual([isPutRight(), isPutRight(answer('a')), isPutRight(answer('a'), answer('b', { score: 0.5 }))], [false, false, false])
  assert.equal(isPutRight(answer('a'), answer('b-again', { inPlaceOf: 'b' })), true)
  assert.equal(isPutRight(answer('a'), answer('b'), answer('a', { score: 0 })), false)
  assert.equal(isPutRight(answer('a'), answer('b'), answer('c', { score: 0, misconceptions: ['tool'] })), false)
})

test('what has been put right comes after what has not, however often it was chosen', () => {
  const record = recordOf([...[1, 2, 3].map(() => answer('a', { misconceptions: ['often'], score: 0 })), answer('b', { misconceptions: ['once'], score: 0 }), answer('a')])
  assert.deepEqual(chosen(record).map(({ id }) => id), ['once', 'often'])
})

test('what was believed before a lesson was read is not held against anybody', () => {
  const before = answer('a', { misconceptions: ['tool'], score: 0, context: 'pretest' })
  assert.deepEqual(chosen(recordOf([before])), [])
  assert.equal(chosen(recordOf([before, answer('a', { misconceptions: ['tool'], score: 0 })]))[0]?.times, 1)
})

test('a question that the course no longer has keeps no belief open', () => {
  const [gone, here] = [answer('retired', { misconceptions: ['tool'], score: 0 }), answer('a', { misconceptions: ['tool'], score: 0 })]
  assert.deepEqual(chosen(recordOf([gone])), [])
  assert.deepEqual([[gone, here], [gone, here, answer('a')]].map((events) => chosen(recordOf(events)).map(({ isPutRight }) => isPutRight)), [[false], [true]])
})

test('a sitting that is still open gives none away', () => {
  const inSitting = answer('a', { misconceptions: ['tool'], score: 0, context: 'check', sitting: 'laptop:begun' })
  const begun: RecordEvent = { id: 'laptop:begun', v: 1, at: 0, type: 'sitting-begun', kind: 'check', module: 'sre-module', questions: [] }
  const ended: RecordEvent = { id: 'test:ended', v: 1, at: inSitting.at + 1, type: 'sitting-ended', sitting: 'laptop:begun' }
  assert.deepEqual([[begun, inSitting], [begun, inSitting, ended]].map((events) => chosen(recordOf(events)).length), [0, 1])
})

test('law: once every question has been answered right, no belief is open; what the last answer chose is open', () => {
  fc.assert(fc.property(anyEvents, (events) => {
    const record = recordOf(events)
    const later = [...new Set(answersIn(record).map(countsFor))].map((question) => answer(question, { at: 1_800_000_000_000 }))
    assert.ok(chosen(recordOf([...record, ...later])).every(({ isPutRight }) => isPutRight))
    const last = answersIn(record).at(-1)
    for (const { id, isPutRight } of chosen(record)) assert.ok(!isPutRight || !last?.misconceptions.includes(id))
  }))
})
