import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reminder, type Circumstances } from '../../../../src/core/record/reminder.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answer, event } from './events.ts'

const HOUR_MS = 3_600_000
const start = Date.UTC(2026, 10, 1)
/** One answer an hour, the first an hour after `start`. */
const answers = (count: number) => recordOf(Array.from({ length: count }, (_, n) => answer('q', { id: `laptop:${n}`, at: start + (n + 1) * HOUR_MS })))
const at = (hours: number) => start + hours * HOUR_MS
const given = (fields: Partial<Circumstances> = {}): Circumstances => ({ now: at(1000), savedAt: undefined, dismissedAt: undefined, clearsUnvisited: false, ...fields })

test('the 50th answer that is in no copy brings the reminder, the 49th does not', () => {
  assert.equal(reminder(answers(49), given()), undefined)
  assert.deepEqual(reminder(answers(50), given()), { reason: 'many-answers', answers: 50 })
  assert.equal(reminder(answers(59), given({ savedAt: at(10) })), undefined)
  assert.deepEqual(reminder(answers(60), given({ savedAt: at(10) })), { reason: 'many-answers', answers: 50 })
})

test('only answers count: marking lessons as read and notes do not', () => {
  const read = Array.from({ length: 80 }, () => event({ type: 'lesson-completed', lesson: 'budgets' }))
  assert.equal(reminder(recordOf(read), given({ clearsUnvisited: true })), undefined)
})

test('a browser that clears unvisited sites reminds five days after the last copy, or after the first answer, if there is anything new', () => {
  const few = answers(3)
  const clears = { clearsUnvisited: true }
  assert.equal(reminder(few, given({ ...clears, now: at(1 + 5 * 24) - 1 })), undefined)
  assert.deepEqual(reminder(few, given({ ...clears, now: at(1 + 5 * 24) })), { reason: 'may-be-cleared', answers: 3 })
  assert.equal(reminder(few, given({ ...clears, savedAt: at(2), now: at(2 + 5 * 24) - 1 })), undefined)
  assert.deepEqual(reminder(few, given({ ...clears, savedAt: at(2), now: at(2 + 5 * 24) })), { reason: 'may-be-cleared', answers: 1 })
  assert.equal(reminder(few, given({ ...clears, savedAt: at(3) })), undefined)
  assert.equal(reminder(few, given()), undefined)
})

test('once dismissed it stays away until 25 more answers have come', () => {
  const dismissedAt = at(60)
  assert.equal(reminder(answers(84), given({ dismissedAt })), undefined)
  assert.deepEqual(reminder(answers(85), given({ dismissedAt })), { reason: 'many-answers', answers: 85 })
})

test('who dismissed the one reminder still hears once that the browser may clear the site', () => {
  const [many, clears] = [answers(60), { clearsUnvisited: true }]
  assert.equal(reminder(many, given({ ...clears, dismissedAt: at(60), now: at(1 + 5 * 24) - 1 })), undefined)
  assert.deepEqual(reminder(many, given({ ...clears, dismissedAt: at(60), now: at(1 + 5 * 24) })), { reason: 'may-be-cleared', answers: 60 })
  assert.equal(reminder(many, given({ ...clears, dismissedAt: at(1 + 5 * 24), now: at(1 + 5 * 24) + 1 })), undefined)
})

test('nothing is said of a record without answers', () => {
  assert.equal(reminder([], given({ clearsUnvisited: true })), undefined)
})
