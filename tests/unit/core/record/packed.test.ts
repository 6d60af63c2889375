import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { packEvents } from '../../../../src/core/record/pack-events.ts'
import { unpackEvents } from '../../../../src/core/record/packed.ts'
import { readEvent, storedForm } from '../../../../src/core/record/read-event.ts'
import { answer, anyEvents } from './events.ts'

const runs = { numRuns: 1000 }
const packed = (events: readonly RecordEvent[]) => packEvents(events.map(storedForm))

/** Changes one letter of `text` at `place` (0 to 1). */
const withLetter = (text: string, place: number, letter: string): string => {
  const at = Math.floor(place * text.length)
  return text.slice(0, at) + letter + text.slice(at + 1)
}

test('packed events read back as the same events in the same order, fields in theirs', () => {
  fc.assert(fc.property(anyEvents, (events) => {
    const read = unpackEvents(packed(events))
    assert.deepEqual(read, events)
    assert.equal(JSON.stringify(read?.map(storedForm)), JSON.stringify(events.map(storedForm)))
  }), runs)
})

test('an event of a newer version is kept without being understood, as when it is read alone', () => {
  const newer = { ...answer('q'), v: 2 }
  const alone = readEvent(newer)
  assert.equal(alone?.type, 'unknown:answered')
  assert.deepEqual(unpackEvents(packEvents([newer])), [alone])
})

test('fields without a value are left out, as in every copy of a record', () => {
  const event = answer('q', { confidence: undefined })
  const [read] = unpackEvents(packEvents([event])) ?? []
  assert.ok(read && !('confidence' in read))
  assert.deepEqual({ ...read, confidence: undefined }, event)
})

test('whatever a text has become, what is read of it are events that could stand in a record', () => {
  fc.assert(fc.property(anyEvents, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.constantFrom('0', '9', 'x', ',', '"', '-'), (events, place, letter) => {
    for (const event of unpackEvents(withLetter(packed(events), place, letter)) ?? []) assert.deepEqual(readEvent(storedForm(event)), event)
  }), { numRuns: 3000 })
})

test('a text that is cut off, or is none of these, is refused', () => {
  const text = packed([answer('a'), answer('b')])
  for (let length = 0; length < text.length; length += 1) assert.equal(unpackEvents(text.slice(0, length)), undefined)
  for (const other of ['null', '[]', '{}', '{"groups":[0],"columns":[]}', '{"groups":[0],"columns":[{}]}']) assert.equal(unpackEvents(other), undefined, other)
})

const damages: readonly (readonly [what: string, from: RegExp, to: string])[] = [
  ['a value that no event has', /"score":\{"values":\[1\]/, '"score":{"values":[7]'],
  ['a field that is gone', /"lesson"/, '"lesser"'],
  ['a place outside its list', /("score":\{"values":\[1\],"places":\[)0/, '$19'],
  ['a column that is too short', /("score":\{"values":\[1\],"places":\[)0,/, '$1'],
  ['a group that is not there', /"groups":\[0/, '"groups":[4'],
]
for (const [what, from, to] of damages) {
  test(`a text with ${what} is refused whole`, () => {
    const text = packed([answer('a'), answer('b'), answer('c')])
    assert.match(text, from)
    assert.equal(unpackEvents(text.replace(from, to)), undefined)
  })
}

test('what events have in common is said, and kept, once', () => {
  const events = Array.from({ length: 1000 }, (_, n) => answer(`question-${n % 20}`))
  const text = packed(events)
  assert.ok(text.length * 3 < JSON.stringify(events).length, `${text.length} letters`)
  const [first, second] = unpackEvents(text) ?? []
  assert.ok(first?.type === 'answered' && second?.type === 'answered')
  assert.equal(first.response, second.response)
})
