import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { devicesOf } from '../../../../src/core/record/devices.ts'
import { additions, effective, merge, recordOf, resetsInForce } from '../../../../src/core/record/record.ts'
import { answer, anyEvents, event } from './events.ts'

const runs = { numRuns: 1500 }

test('merging is commutative, also when two files give one id to different events', () => {
  fc.assert(fc.property(anyEvents, anyEvents, (a, b) => {
    assert.deepEqual(merge(recordOf(a), recordOf(b)), merge(recordOf(b), recordOf(a)))
  }), runs)
})

test('merging is associative', () => {
  fc.assert(fc.property(anyEvents, anyEvents, anyEvents, (a, b, c) => {
    const [x, y, z] = [recordOf(a), recordOf(b), recordOf(c)]
    assert.deepEqual(merge(merge(x, y), z), merge(x, merge(y, z)))
  }), runs)
})

test('merging is idempotent', () => {
  fc.assert(fc.property(anyEvents, anyEvents, (a, b) => {
    const both = merge(recordOf(a), recordOf(b))
    assert.deepEqual(merge(both, recordOf(a)), both)
    assert.deepEqual(merge(both, both), both)
  }), runs)
})

test('merging loses no id of either side, and a record is in order of time', () => {
  fc.assert(fc.property(anyEvents, anyEvents, (a, b) => {
    const both = merge(recordOf(a), recordOf(b))
    assert.deepEqual(new Set(both.map(({ id }) => id)), new Set([...a, ...b].map(({ id }) => id)))
    assert.equal(new Set(both.map(({ id }) => id)).size, both.length)
    assert.deepEqual(both.map(({ at }) => at), both.map(({ at }) => at).sort((x, y) => x - y))
  }), runs)
})

test('additions are what an import would add, and nothing that is here already', () => {
  fc.assert(fc.property(anyEvents, anyEvents, (a, b) => {
    const [mine, theirs] = [recordOf(a), recordOf(b)]
    const added = additions(mine, theirs)
    assert.equal(merge(mine, added).length, mine.length + added.length)
    assert.deepEqual(merge(mine, added).filter(({ id }) => mine.some((known) => known.id === id)), mine)
  }), runs)
})

test('the devices of a record are named once each', () => {
  assert.deepEqual(devicesOf(recordOf([answer('a', { id: 'laptop:1' }), answer('a', { id: 'tablet:1' }), answer('a', { id: 'laptop:2' })])), ['laptop', 'tablet'])
})

test('a reset of a lesson hides its earlier answers and leaves later ones and other lessons alone', () => {
  const before = answer('q-budget')
  const other = answer('q-words-1', { lesson: 'words' })
  const reset = event({ type: 'reset', lesson: 'budgets', questions: ['q-budget'] })
  const after = answer('q-budget')
  assert.deepEqual(effective(recordOf([before, other, reset, after])), [other, after])
})

test('a reset of a lesson also hides answers to its questions that were given while another lesson owned them', () => {
  const moved = answer('q-budget', { lesson: 'words' })
  assert.deepEqual(effective(recordOf([moved, event({ type: 'reset', lesson: 'budgets', questions: ['q-budget'] })])), [])
})

test('a reset of the course hides everything before it, and taking it back shows everything again', () => {
  const first = answer('q-budget')
  const read = event({ type: 'lesson-completed', lesson: 'budgets' })
  const reset = event({ type: 'reset' })
  assert.deepEqual(effective(recordOf([first, read, reset])), [])
  assert.deepEqual(resetsInForce(recordOf([first, read, reset])), [reset])
  const undone = recordOf([first, read, reset, event({ type: 'undone', event: reset.id })])
  assert.deepEqual(effective(undone), [first, read])
  assert.deepEqual(resetsInForce(undone), [])
})

test('taking back one of two resets leaves the other in force', () => {
  const first = answer('q-budget')
  const one = event({ type: 'reset', lesson: 'budgets' })
  const two = event({ type: 'reset' })
  assert.deepEqual(effective(recordOf([first, one, two, event({ type: 'undone', event: two.id })])), [])
})

test('what counts is worked out once for a record, and anew for the record that grew out of it', () => {
  const record = recordOf([answer('a'), answer('b')])
  assert.equal(effective(record), effective(record))
  assert.equal(effective(recordOf([...record, event({ type: 'reset' })])).length, 0)
})

test('a reset takes back answers given on any occasion, and they come back with its undo', () => {
  const given = (['lesson', 'again', 'review', 'pretest', 'check', 'placement', 'final'] as const).map((context) => answer('q-budget', { context, sitting: 'test:begun' }))
  for (const scope of [{}, { lesson: 'budgets', questions: ['q-budget'] }]) {
    const reset = event({ type: 'reset', ...scope })
    assert.deepEqual(effective(recordOf([...given, reset])), [])
    assert.deepEqual(effective(recordOf([...given, reset, event({ type: 'undone', event: reset.id })])), given)
  }
})

test('a stand-in’s answer goes with a reset that names the question it stood in for, though another lesson owned it', () => {
  const standIn = answer('q-budget-other', { lesson: 'words', inPlaceOf: 'q-budget' })
  assert.deepEqual(effective(recordOf([standIn, event({ type: 'reset', lesson: 'budgets', questions: ['q-budget'] })])), [])
})

test('sittings, placements, absences, notes and positions are no learning events, and a reset leaves every one of them in the record', () => {
  const before = answer('q-budget')
  const others = [
    event({ type: 'sitting-begun', kind: 'check', module: 'sre', questions: ['q-budget'] }),
    event({ type: 'sitting-ended', sitting: 'test:1' }),
    event({ type: 'placed', lessons: ['words'] }),
    event({ type: 'away', untilMs: 1_800_000_000_000 }),
    event({ type: 'noted', lesson: 'budgets', section: 'why', heading: 'Why', text: 'Ask about this.' }),
    event({ type: 'note-removed', lesson: 'budgets', section: 'how' }),
    event({ type: 'position-stated', debate: 'sre-teams', stage: 'before', positions: [] }),
  ]
  const record = recordOf([before, ...others])
  assert.deepEqual(effective(record), [before])
  const reset = event({ type: 'reset' })
  assert.deepEqual(effective(recordOf([...record, reset])), [])
  for (const one of others) assert.ok(recordOf([...record, reset]).includes(one), one.type)
  assert.deepEqual(effective(recordOf([...record, reset, event({ type: 'undone', event: reset.id })])), [before])
})

test('undoing a placement takes no reset back, and undoing a reset no placement', () => {
  const before = answer('q-budget')
  const placed = event({ type: 'placed', lessons: ['words'] })
  const reset = event({ type: 'reset' })
  const record = recordOf([before, placed, reset, event({ type: 'undone', event: placed.id })])
  assert.deepEqual(effective(record), [])
  assert.deepEqual(resetsInForce(record), [reset])
})

test('effective keeps the order of the record and never makes an event up, whatever kinds are in it', () => {
  fc.assert(fc.property(anyEvents, (events) => {
    const record = recordOf(events)
    const counted = effective(record)
    assert.deepEqual(record.filter((one) => (counted as unknown[]).includes(one)), counted)
    assert.ok(counted.every(({ type }) => ['answered', 'predicted', 'lesson-completed', 'lesson-reopened'].includes(type)))
  }), runs)
})
