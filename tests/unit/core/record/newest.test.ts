import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerCount, answerTimes, largestThat, newest } from '../../../../src/core/record/newest.ts'
import { effective, merge, recordOf } from '../../../../src/core/record/record.ts'
import { answer, event } from './events.ts'

test('the newest part of a record has the answers asked for and all that came between and after them', () => {
  const [one, read, two, reset, three] = [answer('a'), event({ type: 'lesson-completed', lesson: 'l' }), answer('b'), event({ type: 'reset' }), answer('c')]
  const record = recordOf([one, read, two, reset, three])
  assert.deepEqual(newest(record, 2), [read, two, reset, three])
  assert.deepEqual(newest(record, 1), [reset, three])
  assert.deepEqual(newest(record, 3), record)
  assert.deepEqual(newest(record, 9), record)
  assert.equal(answerCount(record), 3)
})

test('what decides how older answers count is never left out of a part: resets, what is set aside, absences, and what was taken back', () => {
  const [away, older, reset, undone, placed, note, old, last] = [
    event({ type: 'away', untilMs: 9 }), answer('a'), event({ type: 'reset' }), event({ type: 'undone', event: 'x' }),
    event({ type: 'placed', lessons: ['l'] }), event({ type: 'noted', lesson: 'l', section: '', heading: 'L', text: '' }), answer('b'), answer('c'),
  ]
  assert.deepEqual(newest(recordOf([away, older, reset, undone, placed, note, old, last]), 1), [away, reset, undone, placed, last])
})

test('a device that has the older answers counts them as the sender does once it has a part', () => {
  const older = [answer('a', { lesson: 'l' }), answer('b', { lesson: 'm' })]
  const sender = recordOf([...older, event({ type: 'reset', lesson: 'l' }), answer('c', { lesson: 'l' }), answer('d', { lesson: 'm' })])
  assert.deepEqual(effective(merge(recordOf(older), newest(sender, 1))), effective(sender).filter(({ id }) => id !== sender[3]?.id))
})

test('what was answered at the moment of a copy is in it', () => {
  const record = recordOf([answer('a', { at: 5 }), answer('b', { at: 6 })])
  assert.deepEqual([answerTimes(record), answerTimes(record, 5), answerTimes(record, 6)], [[5, 6], [6], []])
})

test('the largest number that fits is found wherever the border is', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(300), fc.nat(300), async (border, most) => {
    assert.equal(await largestThat((count) => Promise.resolve(count <= border), most), Math.min(border, most))
  }), { numRuns: 500 })
})
