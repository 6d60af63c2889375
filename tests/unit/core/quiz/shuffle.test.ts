import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shuffle } from '../../../../src/core/quiz/shuffle.ts'
import { all, match, multiple, order, single, text } from './questions.ts'

const attempts = fc.nat(500)

test('every option and item is shown once, and the same attempt always looks the same', () => {
  fc.assert(fc.property(fc.constantFrom(...all), attempts, (question, attempt) => {
    const ids = 'options' in question ? question.options.map(({ id }) => id) : 'items' in question ? question.items.map(({ id }) => id) : []
    assert.deepEqual(shuffle(question, attempt).toSorted(), ids.toSorted())
    assert.deepEqual(shuffle(question, attempt), shuffle(structuredClone(question), attempt))
  }))
})

test('the order does not depend on the order in which the author wrote the options up to their places', () => {
  const orders = new Set(Array.from({ length: 40 }, (_, attempt) => shuffle(single, attempt).join()))
  assert.equal(orders.size, 6)
})

test('the key stands in every place about equally often', () => {
  const places = [0, 0, 0]
  for (let attempt = 0; attempt < 3000; attempt += 1) places[shuffle(single, attempt).indexOf('b')]! += 1
  for (const count of places) assert.ok(count > 900 && count < 1100, places.join())
})

test('a question to put in order never starts solved', () => {
  fc.assert(fc.property(attempts, fc.integer({ min: 2, max: 4 }), (attempt, length) => {
    const short = { ...order, items: order.items.slice(0, length) }
    assert.notDeepEqual(shuffle(short, attempt), short.items.map(({ id }) => id))
  }))
})

test('options that differ by a number only are ascending at every attempt', () => {
  const minutes = { ...single, options: [['big', '1,440 minutes'], ['small', '4.32 minutes'], ['middle', '43.2 minutes']].map(([id = '', name = '']) => ({ id, text: [name], correct: id === 'big', rationale: ['…'] })) }
  fc.assert(fc.property(attempts, (attempt) => assert.deepEqual(shuffle(minutes, attempt), ['small', 'middle', 'big'])))
})

test('options that differ by more than a number are shuffled', () => {
  const mixed = { ...single, options: [['x', 'About 70%'], ['y', 'About 14%'], ['z', 'Less than 1%']].map(([id = '', name = '']) => ({ id, text: [name], correct: id === 'y', rationale: ['…'] })) }
  assert.ok(new Set(Array.from({ length: 30 }, (_, attempt) => shuffle(mixed, attempt).join())).size > 1)
})

test('numbers and texts have nothing to shuffle', () => {
  assert.deepEqual(shuffle(text, 0), [])
  assert.notEqual(shuffle(multiple, 1).length, 0)
  assert.notEqual(shuffle(match, 1).length, 0)
})
