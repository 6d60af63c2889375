import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerCount, answerTimes, largestThat, newest } from '../../../../src/core/record/newest.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
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

test('what was answered at the moment of a copy is in it', () => {
  const record = recordOf([answer('a', { at: 5 }), answer('b', { at: 6 })])
  assert.deepEqual([answerTimes(record), answerTimes(record, 5), answerTimes(record, 6)], [[5, 6], [6], []])
})

test('the largest number that fits is found wherever the border is', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(300), fc.nat(300), async (border, most) => {
    assert.equal(await largestThat((count) => Promise.resolve(count <= border), most), Math.min(border, most))
  }), { numRuns: 500 })
})
