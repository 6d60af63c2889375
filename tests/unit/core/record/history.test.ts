import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { history, HISTORY_WEEKS } from '../../../../src/core/record/history.ts'
import { isHeld, mastery } from '../../../../src/core/record/mastery.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { stampAfter } from '../../../../src/core/record/stamp.ts'
import { anyAnswers, answerAt, day, index } from '../review/answers.ts'

const utc = () => 0
/** Central Europe in 2026: summer time from 29 March, 1:00 UTC, to 25 October. */
const europe = (at: number) => (at >= Date.UTC(2026, 2, 29, 1) && at < Date.UTC(2026, 9, 25, 1) ? 120 : 60)
const WEEK_MS = 7 * 86_400_000

test('nothing answered in twelve weeks is an empty history', () => {
  assert.deepEqual(history(index, [], day(0), utc), [])
  assert.deepEqual(history(index, recordOf([answerAt('sre-1', day(0))]), day(7 * HISTORY_WEEKS), utc), [])
})

test('it begins with the first week that has an answer, counts empty weeks and goes back twelve at most', () => {
  const answersOf = (days: number[], now: number) =>
    history(index, recordOf(days.map((at) => answerAt('sre-1', day(at)))), day(now), utc).map(({ answers }) => answers)
  assert.deepEqual(answersOf([3], 3), [1])
  assert.deepEqual(answersOf([0, 1, 21], 22), [2, 0, 0, 1])
  assert.deepEqual(answersOf([0, 7, 84], 84), [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
})

test('weeks start on Monday at midnight, local time', () => {
  const sunday = Date.UTC(2026, 0, 11, 23, 30)
  const record = recordOf([answerAt('sre-1', Date.UTC(2026, 0, 5)), answerAt('sre-2', sunday)])
  assert.deepEqual(history(index, record, sunday, utc).map(({ startMs, answers }) => [startMs, answers]), [[Date.UTC(2026, 0, 5), 2]])
  assert.deepEqual(history(index, record, sunday, europe).map(({ startMs, answers }) => [startMs, answers]), [[Date.UTC(2026, 0, 4, 23), 1], [Date.UTC(2026, 0, 11, 23), 1]])
  assert.deepEqual(history(index, record, sunday, () => -300).map(({ answers }) => answers), [1, 1])
})

test('a change of the clocks moves no week off its midnight', () => {
  const record = recordOf([answerAt('sre-1', Date.UTC(2026, 2, 23, 12)), answerAt('sre-2', Date.UTC(2026, 2, 29, 21, 59)), answerAt('sre-3', Date.UTC(2026, 2, 29, 22))])
  assert.deepEqual(history(index, record, Date.UTC(2026, 2, 30, 12), europe).map(({ startMs, answers }) => [startMs, answers]),
    [[Date.UTC(2026, 2, 22, 23), 2], [Date.UTC(2026, 2, 29, 22), 1]])
})

test('only a first try of the day can be right at first: not a second one, not the sibling, not the second round', () => {
  const tries = [
    answerAt('sre-1', day(0), { score: 0 }), answerAt('sre-1', day(0.1)), answerAt('sre-1b', day(0.2), { inPlaceOf: 'sre-1', context: 'again' }),
    answerAt('sre-2', day(0)), answerAt('sre-3', day(0), { score: 0.5 }), answerAt('sre-1', day(1)), answerAt('retired', day(1)),
  ]
  assert.deepEqual(history(index, recordOf(tries), day(2), utc).map(({ answers, rightAtFirst }) => [answers, rightAtFirst]), [[7, 3]])
})

test('what is held is counted at the end of each week, and now in this one', () => {
  const record = recordOf([answerAt('sre-1', day(0)), answerAt('sre-1', day(8)), answerAt('sre-2', day(8)), answerAt('sre-2', day(15)), answerAt('sre-1', day(15), { score: 0 })])
  assert.deepEqual(history(index, record, day(14.9), utc).map(({ held }) => held), [0, 1, 1])
  assert.deepEqual(history(index, record, day(16), utc).map(({ held }) => held), [0, 1, 1])
  assert.deepEqual(history(index, record, day(8), utc).map(({ held }) => held), [0, 1])
})

test('law: weeks follow each other without a gap, count every answer of their time, and say of what is held what mastery says', () => {
  fc.assert(fc.property(anyAnswers, fc.integer({ min: 0, max: 130 }), fc.integer({ min: -720, max: 840 }), (answers, at, minutes) => {
    const record = recordOf(answers)
    const now = day(at)
    const present = stampAfter(record, now)
    const weeks = history(index, record, now, () => minutes)
    assert.ok(weeks.length <= HISTORY_WEEKS)
    weeks.forEach(({ startMs, answers: count, rightAtFirst, held }, n) => {
      const end = startMs + WEEK_MS
      if (n > 0) assert.equal(startMs, (weeks[n - 1]?.startMs ?? 0) + WEEK_MS)
      assert.equal(count, record.filter((event) => event.at >= startMs && event.at < end && event.at <= present).length)
      assert.ok(rightAtFirst <= count)
      assert.equal(held, [...mastery(index, record, Math.min(end - 1, present)).questions.values()].filter(isHeld).length)
    })
  }), { numRuns: 500 })
})

test('a second try is never a first one, even when it is the only one of its day', () => {
  const record = recordOf([answerAt('sre-1', day(0), { score: 0 }), answerAt('sre-1', day(1), { context: 'again' }), answerAt('sre-2', day(1))])
  assert.deepEqual(history(index, record, day(1), utc).map(({ answers, rightAtFirst }) => [answers, rightAtFirst]), [[3, 1]])
})
