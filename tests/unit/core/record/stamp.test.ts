import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recordOf } from '../../../../src/core/record/record.ts'
import { believable, stampAfter } from '../../../../src/core/record/stamp.ts'
import { answer } from './events.ts'

const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 10, 26, 9)
const recordAt = (...times: readonly number[]) => recordOf(times.map((at, n) => answer('q', { id: `laptop:${n}`, at })))

test('what happens is stamped with the time it happens at', () => {
  assert.equal(stampAfter([], NOW), NOW)
  assert.equal(stampAfter(recordAt(NOW - HOUR_MS), NOW), NOW)
})

test('law: with a clock that was set back by some hours, what happens later still comes after everything before it', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 12 * HOUR_MS - 1 }), { minLength: 1 }), (offsets) => {
    assert.equal(stampAfter(recordAt(...offsets.map((offset) => NOW + offset)), NOW), Math.max(NOW, NOW + Math.max(...offsets) + 1))
  }))
})

test('a clock that was wrong by half a day or more is not followed, and hides no other', () => {
  assert.equal(stampAfter(recordAt(NOW + 12 * HOUR_MS), NOW), NOW)
  assert.equal(stampAfter(recordAt(NOW + HOUR_MS, NOW + 9999 * HOUR_MS), NOW), NOW + HOUR_MS + 1)
})

test('what lies half a day or more ahead is left out of what may have happened, and nothing else is', () => {
  const record = recordAt(NOW - 9999 * HOUR_MS, NOW, NOW + 11 * HOUR_MS)
  assert.equal(believable(record, NOW), record)
  assert.deepEqual(believable(recordOf([...record, ...recordAt(NOW + 12 * HOUR_MS).map((event) => ({ ...event, id: 'phone:1' }))]), NOW), record)
})
