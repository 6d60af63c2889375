import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answered } from '../../../../src/core/record/event.ts'
import { heldAt, isHeld, mastery, MASTERIES, masteryCounts, objectiveMastery, type Mastery } from '../../../../src/core/record/mastery.ts'
import { merge, recordOf } from '../../../../src/core/record/record.ts'
import { anyAnswer, anyAnswers, answerAt, day, index, indexed } from '../review/answers.ts'

const runs = { numRuns: 1000 }

/** Mastery of the question “q” after `answers` to it. */
const ofAll = (answers: readonly Answered[]): Mastery | undefined => mastery([indexed('q')], recordOf(answers), Infinity).questions.get('q')

/** Mastery after answers on these days, right unless a score is given. */
const after = (...answers: (number | [number, object])[]): Mastery | undefined =>
  ofAll(answers.map((one) => (typeof one === 'number' ? answerAt('q', day(one)) : answerAt('q', day(one[0]), one[1]))))

const miss = (at: number): [number, object] => [at, { score: 0 }]

test('a question nobody answered is new; one answer makes it learning, right or wrong', () => {
  assert.deepEqual([after(), after(0), after(miss(0))], ['new', 'learning', 'learning'])
})

test('held 7 and 30 days count from an earlier right answer to a later one', () => {
  assert.deepEqual([after(0, 6), after(0, 7), after(0, 29), after(0, 30), after(0, 3, 9, 31)], ['learning', 'held-7', 'held-7', 'held-30', 'held-30'])
})

test('an earlier hour of the seventh or thirtieth day is held as long as a later one: a review comes due up to eight hours early', () => {
  assert.deepEqual([after(0, 7 - 8 / 24), after(0, 6.6), after(0, 30 - 8 / 24), after(0, 29.6)], ['held-7', 'learning', 'held-30', 'held-7'])
})

test('time alone holds nothing', () => {
  assert.equal(mastery([indexed('q')], recordOf([answerAt('q', day(0))]), day(400)).questions.get('q'), 'learning')
})

test('a miss ends the run: before it was ever held that is learning, afterwards lapsed until it is held again', () => {
  assert.equal(after(0, miss(5), 8), 'learning')
  assert.deepEqual([after(0, 8, miss(20)), after(0, 8, miss(20), 21, 27), after(0, 8, miss(20), 21, 28)], ['lapsed', 'lapsed', 'held-7'])
})

test('help, guesses and partial credit neither prove nor break anything', () => {
  assert.deepEqual([after(0, [8, { hints: 1 }]), after(0, [8, { confidence: 'guess' }]), after(0, [4, { score: 0.5 }], 8)], ['learning', 'learning', 'held-7'])
})

test('a miss before the lesson was read leaves the question new', () => {
  assert.equal(after([0, { score: 0, context: 'pretest' }]), 'new')
})

test('a sibling’s answer counts for its root', () => {
  const record = recordOf([answerAt('sre-1', day(0)), answerAt('sre-1b', day(8), { inPlaceOf: 'sre-1' })])
  assert.equal(mastery(index, record, day(9)).questions.get('sre-1'), 'held-7')
  assert.equal(mastery(index, recordOf([answerAt('sre-1b', day(0)), answerAt('sre-1', day(8))]), day(9)).questions.get('sre-1'), 'held-7')
})

test('a stand-in whose root has been retired counts for the family it is in now', () => {
  assert.equal(mastery(index, recordOf([answerAt('sre-1b', day(0), { inPlaceOf: 'retired' })]), day(1)).questions.get('sre-1'), 'learning')
})

test('the past can be asked for', () => {
  const record = recordOf([answerAt('q', day(0)), answerAt('q', day(8)), answerAt('q', day(9), { score: 0 })])
  const at = (now: number) => mastery([indexed('q')], record, day(now)).questions.get('q')
  assert.deepEqual([at(-1), at(0), at(8), at(9)], ['new', 'learning', 'held-7', 'lapsed'])
})

test('what was reset does not count', () => {
  const record = recordOf([answerAt('q', day(0)), answerAt('q', day(8)), { id: 'laptop:reset', v: 1, at: day(9), type: 'reset' }])
  assert.equal(mastery([indexed('q')], record, day(10)).questions.get('q'), 'new')
})

test('an objective is held when two of its questions are, or its only one; one that lapsed makes it lapsed', () => {
  assert.deepEqual([
    objectiveMastery(['new', 'new']), objectiveMastery(['learning', 'new']), objectiveMastery(['held-30', 'learning']),
    objectiveMastery(['held-30', 'held-7', 'new']), objectiveMastery(['held-30', 'held-30', 'new']), objectiveMastery(['held-7']),
    objectiveMastery(['held-30', 'held-30', 'lapsed']), objectiveMastery([]),
  ], ['new', 'learning', 'learning', 'held-7', 'held-30', 'held-7', 'lapsed', 'new'])
})

test('objectives gather their questions over the index', () => {
  const two = [indexed('a', 'sre', { objective: 'compute' }), indexed('b', 'sre', { objective: 'compute' })]
  const record = recordOf([answerAt('a', day(0)), answerAt('a', day(8)), answerAt('b', day(0)), answerAt('b', day(31))])
  assert.deepEqual([...mastery(two, record, day(40)).objectives], [['compute', 'held-7']])
})

test('states are counted for a picture, none left out', () => {
  assert.deepEqual(masteryCounts(['new', 'new', 'held-7']), { new: 2, learning: 0, lapsed: 0, 'held-7': 1, 'held-30': 0 })
})

const rank = (state: Mastery | undefined): number => (state ? ['new', 'lapsed', 'learning', 'held-7', 'held-30'].indexOf(state) : -1)

test('law: one more right answer never lowers a question or an objective', () => {
  fc.assert(fc.property(anyAnswers, fc.constantFrom(...index.map(({ id }) => id)), fc.nat(60), (answers, question, later) => {
    const record = recordOf(answers)
    const at = Math.max(day(0), record.at(-1)?.at ?? 0) + later * 86_400_000 + 1
    const before = mastery(index, record, at)
    const grown = mastery(index, recordOf([...record, answerAt(question, at, { context: 'review' })]), at)
    for (const { id, objective } of index) {
      assert.ok(rank(grown.questions.get(id)) >= rank(before.questions.get(id)))
      assert.ok(rank(grown.objectives.get(objective)) >= rank(before.objectives.get(objective)))
    }
  }), runs)
})

test('law: a miss leaves nothing held', () => {
  fc.assert(fc.property(fc.array(anyAnswer, { maxLength: 15 }), (answers) => {
    const state = ofAll([...answers.map((one) => ({ ...one, question: 'q' })), answerAt('q', day(200), { score: 0 })])
    assert.ok(state === 'learning' || state === 'lapsed')
  }), runs)
})

test('law: merged in either order, records say the same, and every question has one of the states', () => {
  fc.assert(fc.property(anyAnswers, anyAnswers, (a, b) => {
    const state = mastery(index, merge(recordOf(a), recordOf(b)), day(200))
    assert.deepEqual(state, mastery(index, merge(recordOf(b), recordOf(a)), day(200)))
    assert.deepEqual([...state.questions.keys()], index.map(({ id }) => id))
    assert.ok([...state.questions.values()].every((one) => MASTERIES.includes(one)))
  }), runs)
})

test('law: what was held at some moments, counted in one pass, is what mastery says of each', () => {
  fc.assert(fc.property(anyAnswers, fc.array(fc.integer({ min: -1, max: 110 }), { maxLength: 6 }), (answers, days) => {
    const record = recordOf(answers)
    const times = days.toSorted((a, b) => a - b).map(day)
    const each = times.map((time) => [...mastery(index, record, time).questions.values()].filter(isHeld).length)
    assert.deepEqual(heldAt(index, record, times), each)
  }), runs)
})
