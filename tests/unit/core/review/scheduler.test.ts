import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { ratingOf, type Rating } from '../../../../src/core/review/rating.ts'
import { memoryOf, remember, traceAfter, type Scheduler } from '../../../../src/core/review/scheduler.ts'
import { anyAnswer, answerAt, day } from './answers.ts'

const runs = { numRuns: 1000 }
const scheduler = createFsrs()
const hours = (count: number) => count / 24

const rating = (score: number, hints = 0, confidence?: 'guess' | 'fairly' | 'certain') => ratingOf({ score, hints, confidence })

test('a right answer without help is good, however sure the learner was', () => {
  assert.deepEqual([rating(1), rating(1, 0, 'fairly'), rating(1, 0, 'certain')], ['good', 'good', 'good'])
})

test('hints, a guess and partial credit make it hard', () => {
  assert.deepEqual([rating(1, 1), rating(1, 3, 'certain'), rating(1, 0, 'guess'), rating(0.5), rating(0.75, 0, 'fairly')], Array(5).fill('hard'))
})

test('a miss, partial credit with hints, and partial credit by somebody who was certain come back first', () => {
  assert.deepEqual([rating(0), rating(0.25), rating(0.75, 1), rating(0.75, 0, 'certain')], Array(4).fill('again'))
})

test('the first review comes after three days, two with help, one after a miss', () => {
  const first = (fields: object) => remember([answerAt('q', day(0), fields)], scheduler)?.intervalDays
  assert.deepEqual([first({}), first({ hints: 1 }), first({ score: 0.5 }), first({ score: 0 })], [3, 2, 2, 1])
})

test('a question is due eight hours before its interval is over, so that the same hour of the day is never too early', () => {
  assert.equal(remember([answerAt('q', day(0))], scheduler)?.dueAtMs, day(3 - hours(8)))
})

test('right answers on time are asked for later and later', () => {
  let answers = [answerAt('q', day(0))]
  const intervals: number[] = []
  for (let count = 0; count < 6; count += 1) {
    const memory = remember(answers, scheduler)
    assert.ok(memory)
    intervals.push(memory.intervalDays)
    answers = [...answers, answerAt('q', memory.dueAtMs, { context: 'review' })]
  }
  assert.deepEqual(intervals, [3, 14, 57, 196, 366, 366])
})

test('a second try in the same sitting changes nothing', () => {
  const missed = [answerAt('q', day(0), { score: 0 })]
  assert.deepEqual(remember([...missed, answerAt('q', day(hours(1)), { context: 'again' })], scheduler), remember(missed, scheduler))
})

test('a miss later in the sitting of a right answer counts', () => {
  const memory = remember([answerAt('q', day(0)), answerAt('q', day(hours(1)), { score: 0 })], scheduler)
  assert.deepEqual([memory?.rating, memory?.intervalDays, memory?.lastAtMs], ['again', 1, day(hours(1))])
})

test('several misses in one sitting are one miss', () => {
  const once = [answerAt('q', day(0), { score: 0 })]
  assert.deepEqual(remember([...once, answerAt('q', day(hours(1)), { score: 0 }), answerAt('q', day(hours(2)), { score: 0 })], scheduler), remember(once, scheduler))
})

test('being certain and wrong is remembered until the next sitting', () => {
  const sure = [answerAt('q', day(0), { score: 0, confidence: 'certain' })]
  assert.equal(remember([...sure, answerAt('q', day(hours(1)))], scheduler)?.sureButWrong, true)
  assert.equal(remember([...sure, answerAt('q', day(1))], scheduler)?.sureButWrong, false)
})

test('being certain and right is no reason to hurry', () => {
  assert.equal(remember([answerAt('q', day(0), { confidence: 'certain' })], scheduler)?.sureButWrong, false)
})

test('what is remembered names the question and the wording that were answered last', () => {
  const memory = remember([answerAt('q', day(0)), answerAt('q-b', day(4), { inPlaceOf: 'q', revision: 3 })], scheduler)
  assert.deepEqual([memory?.question, memory?.revision], ['q-b', 3])
})

test('a miss before the lesson was read does not enter review; knowing it there does', () => {
  assert.equal(remember([answerAt('q', day(0), { score: 0, context: 'pretest' })], scheduler), undefined)
  assert.equal(remember([answerAt('q', day(0), { score: 0, context: 'placement' })], scheduler), undefined)
  assert.equal(remember([answerAt('q', day(0), { context: 'placement' })], scheduler)?.intervalDays, 3)
})

const history = fc.array(anyAnswer, { minLength: 1, maxLength: 15 }).map((answers) =>
  answers.map((answer) => ({ ...answer, question: 'q' })).sort((a, b) => a.at - b.at))

test('law: whatever came before, a miss comes back sooner than a helped answer, and that sooner than a right one', () => {
  fc.assert(fc.property(history, fc.integer({ min: 1, max: 400 }), (answers, later) => {
    const at = (answers.at(-1)?.at ?? 0) + later * 86_400_000
    const after = (fields: object) => remember([...answers, answerAt('q', at, fields)], scheduler)?.intervalDays ?? 0
    assert.ok(after({ score: 0 }) < after({ hints: 1 }))
    assert.ok(after({ hints: 1 }) < after({}))
    assert.equal(after({ hints: 1 }), after({ score: 0.5 }))
  }), runs)
})

test('law: intervals are whole, at least a day and about a year at most, and stability is never negative', () => {
  fc.assert(fc.property(history, (answers) => {
    const memory = remember(answers, scheduler)
    if (!memory) return
    assert.ok(Number.isInteger(memory.intervalDays) && memory.intervalDays >= 1 && memory.intervalDays <= 367)
    assert.ok(memory.strength.stabilityDays > 0 && memory.strength.difficulty >= 1 && memory.strength.difficulty <= 10)
    assert.ok(memory.dueAtMs > memory.lastAtMs)
  }), runs)
})

test('law: one more answer folded on top gives what folding all of them gives', () => {
  fc.assert(fc.property(history, (answers) => {
    const last = answers.at(-1)
    const before = remember(answers.slice(0, -1), scheduler)
    assert.ok(last)
    const grown = traceAfter(before, last, scheduler)
    assert.deepEqual(grown && memoryOf(grown, scheduler), remember(answers, scheduler))
  }), runs)
})

test('another scheduler needs no migration: the same answers give its dates', () => {
  const doubling: Scheduler = {
    strengthen: (before, _elapsed, rating: Rating) => ({ stabilityDays: rating === 'again' ? 1 : (before?.stabilityDays ?? 1) * 2, difficulty: 5 }),
    intervalDays: (before, _elapsed, rating) => (rating === 'again' ? 1 : (before?.stabilityDays ?? 1) * 2),
  }
  const answers = [answerAt('q', day(0)), answerAt('q', day(3)), answerAt('q', day(9))]
  assert.equal(remember(answers, doubling)?.intervalDays, 8)
  assert.notEqual(remember(answers, scheduler)?.intervalDays, 8)
})
