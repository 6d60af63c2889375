import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenMisconceptions } from '../../../../src/core/record/misconceptions.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answer, event } from './events.ts'

test('misconceptions are counted once an answer, the most frequent first', () => {
  const earlier = [['tool', 'tool'], ['title'], ['tool']].map((misconceptions, n) => answer(`q${n}`, { misconceptions }))
  const last = answer('c', { misconceptions: ['tool', 'title'] })
  const record = recordOf([...earlier, last])
  assert.deepEqual(chosenMisconceptions(record).map(({ id, times }) => [id, times]), [['tool', 3], ['title', 2]])
  assert.equal(chosenMisconceptions(record)[0]?.lastAt, last.at)
})

test('with equal counts the latest comes first', () => {
  const record = recordOf([answer('a', { misconceptions: ['early'] }), answer('b', { misconceptions: ['late'] })])
  assert.deepEqual(chosenMisconceptions(record).map(({ id }) => id), ['late', 'early'])
})

test('a reset forgets them', () => {
  assert.deepEqual(chosenMisconceptions(recordOf([answer('a', { misconceptions: ['tool'] }), event({ type: 'reset' })])), [])
})
