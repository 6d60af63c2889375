import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isNewer, isUnknown, readEvent, storedForm } from '../../../../src/core/record/read-event.ts'
import { answer, anyEvent } from './events.ts'

test('what is stored reads back as the same event', () => {
  fc.assert(fc.property(anyEvent, (event) => {
    assert.deepEqual(readEvent(JSON.parse(JSON.stringify(storedForm(event)))), event)
  }), { numRuns: 1000 })
})

test('an unknown kind is kept whole', () => {
  const raw = { id: 'a:1', v: 1, at: 5, type: 'highlighted', colour: 'gold', deep: { of: [1] } }
  const event = readEvent(raw)
  assert.ok(event && isUnknown(event))
  assert.equal(event.type, 'unknown:highlighted')
  assert.deepEqual(storedForm(event), raw)
  assert.equal(isNewer(event), false)
})

test('a newer version of a known kind is kept whole and not interpreted', () => {
  const event = readEvent({ id: 'a:1', v: 2, at: 5, type: 'answered', answer: 'in another shape' })
  assert.ok(event && isUnknown(event) && isNewer(event))
})

test('extra fields of a known kind are kept', () => {
  const event = readEvent({ ...answer('q'), seconds: 12 })
  assert.deepEqual(event && { ...event }, { ...event, seconds: 12 })
})

for (const [what, value] of Object.entries({
  'no object': 'answered',
  'a list': [],
  'no id': { ...answer('q'), id: undefined },
  'an id without a device': { ...answer('q'), id: 'abc' },
  'a time that is text': { ...answer('q'), at: 'yesterday' },
  'a time outside the calendar': { ...answer('q'), at: 9e15 },
  'version 0': { ...answer('q'), v: 0 },
  'a question that is not text': { ...answer('q'), question: { text: 'q' } },
  'a score over 1': { ...answer('q'), score: 7 },
  'a response of no known kind': { ...answer('q'), response: { type: 'constructor' } },
  'a response without its field': { ...answer('q'), response: { type: 'single' } },
  'a prototype key': JSON.parse('{"id":"a:1","v":1,"at":1,"type":"x","__proto__":{"admin":true}}') as unknown,
  'a constructor to reach through': { id: 'a:1', v: 1, at: 1, type: 'x', constructor: { prototype: { admin: true } } },
})) {
  test(`an event with ${what} is damaged`, () => assert.equal(readEvent(value), undefined))
}

test('reading never throws, whatever is there', () => {
  fc.assert(fc.property(fc.anything(), (value) => void readEvent(value)), { numRuns: 1000 })
})
