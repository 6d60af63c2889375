import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calibration } from '../../../../src/core/record/calibration.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answer } from './events.ts'

test('each confidence has its count, its share and a range that holds the share', () => {
  const record = recordOf([
    ...Array.from({ length: 8 }, (_, n) => answer(`c${n}`, { confidence: 'certain', score: n < 6 ? 1 : 0 })),
    answer('g', { confidence: 'guess', score: 0 }),
    answer('none'),
  ])
  const [guess, fairly, certain] = calibration(record)
  assert.deepEqual([guess?.answers, guess?.right], [1, 0])
  assert.deepEqual([fairly?.answers, fairly?.low, fairly?.high], [0, 0, 1])
  assert.deepEqual([certain?.answers, certain?.right, certain?.share], [8, 6, 0.75])
  // By hand: (0.75 + 0.1691 ∓ 1.645 √0.034) ÷ 1.3383
  assert.equal(certain?.low.toFixed(3), '0.460')
  assert.equal(certain?.high.toFixed(3), '0.913')
})

test('half right is not right, and second tries in the same sitting do not count', () => {
  const record = recordOf([answer('a', { confidence: 'fairly', score: 0.5 }), answer('b', { confidence: 'fairly', context: 'again' })])
  assert.deepEqual(calibration(record).map(({ answers, right }) => [answers, right]), [[0, 0], [1, 0], [0, 0]])
})

test('another try on the lesson’s page is a second one too, and so is a sibling’s; the same question on another day is a first one', () => {
  const day = 86_400_000
  const certain = (n: number, at: number, fields: Parameters<typeof answer>[1] = {}) => answer('q', { id: `laptop:${n}`, at, confidence: 'certain', ...fields })
  const record = recordOf([certain(1, 0, { score: 0 }), certain(2, 60_000), certain(3, 120_000, { question: 'sibling', inPlaceOf: 'q' }), certain(4, 3 * day)])
  assert.deepEqual(calibration(record).map(({ answers, right }) => [answers, right]), [[0, 0], [0, 0], [2, 1]])
})

test('a percentage is worth saying from five answers on', () => {
  const shares = [4, 5].map((n) => calibration(recordOf(Array.from({ length: n }, (_, at) => answer(`q${at}`, { confidence: 'fairly' }))))[1]?.isTelling)
  assert.deepEqual(shares, [false, true])
})
