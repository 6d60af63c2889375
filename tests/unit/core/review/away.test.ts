import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Away, RecordEvent } from '../../../../src/core/record/event.ts'
import { merge, recordOf } from '../../../../src/core/record/record.ts'
import { absencesOf, awayUntil, postponed } from '../../../../src/core/review/away.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { memories } from '../../../../src/core/review/memories.ts'
import { comingOf, dueOf, queue } from '../../../../src/core/review/queue.ts'
import { DAY_MS } from '../../../../src/core/time.ts'
import { anyAnswers, answerAt, day, index, START } from './answers.ts'

const runs = { numRuns: 1000 }
const scheduler = createFsrs()
const away = (at: number, until: number, id = `laptop:away-${at}`): Away => ({ id, v: 1, at: day(at), type: 'away', untilMs: day(until) })
const idsAt = (events: readonly RecordEvent[], days: number) => queue(index, recordOf(events), scheduler, day(days)).map(({ question }) => question.id)

const anyAway: fc.Arbitrary<Away> = fc.record({ minute: fc.integer({ min: 0, max: 100 * 24 * 60 }), length: fc.integer({ min: -5000, max: 40 * 24 * 60 }) })
  .map(({ minute, length }) => ({
    id: `tablet:away-${minute}-${length}`, v: 1, at: START + minute * 60_000, type: 'away' as const, untilMs: START + (minute + length) * 60_000,
  }))
const anyAways = fc.array(anyAway, { maxLength: 5 })

test('the latest word about being away holds, and a time that is over says that the learner is back', () => {
  assert.deepEqual(absencesOf(recordOf([away(1, 10), away(4, 0)])), [{ fromMs: day(1), toMs: day(4) }])
  assert.deepEqual(absencesOf(recordOf([away(1, 10), away(4, 20)])), [{ fromMs: day(1), toMs: day(4) }, { fromMs: day(4), toMs: day(20) }])
  assert.deepEqual(absencesOf(recordOf([away(4, 0)])), [])
  const absences = absencesOf(recordOf([away(1, 10)]))
  assert.deepEqual([0, 1, 9.9, 10].map((days) => awayUntil(absences, day(days))), [undefined, day(10), day(10), undefined])
})

test('while away nothing is due, not even what was before; that waits, and the rest has moved on by the days away', () => {
  const events = [answerAt('sre-1', day(0)), answerAt('sre-2', day(4)), away(5, 15)]
  assert.deepEqual([idsAt(events, 4.9), idsAt(events, 5), idsAt(events, 14.9)], [['sre-1'], [], []])
  assert.deepEqual([idsAt(events, 15), idsAt(events, 16), idsAt(events, 17)], [['sre-1'], ['sre-1'], ['sre-1', 'sre-2']])
})

test('what came due on many days of an absence comes on as many days after it, not at once', () => {
  const answers = index.map(({ id }, n) => answerAt(id, day(n)))
  const events = [...answers, away(11.5, 25.5)]
  const count = (days: number) => idsAt(events, days).length
  const fresh = (days: number) => answers.length - idsAt(answers, days).length
  for (const days of [0, 1, 2, 3]) assert.equal(answers.length - count(25.5 + days), fresh(11.5 + days))
})

test('a short absence, such as a slip of the hand, moves nothing', () => {
  assert.deepEqual(idsAt([answerAt('sre-1', day(0)), away(1, 10), { ...away(1.01, 0) }], 3), ['sre-1'])
})

test('an answer given while away is counted from the return; one given afterwards not at all', () => {
  const events = [away(1, 11), answerAt('sre-1', day(6)), answerAt('sre-2', day(12))]
  const coming = comingOf(memories(index, recordOf(events), scheduler), day(12)).map(({ question, inDays }) => [question.id, inDays])
  assert.deepEqual(coming, [['sre-1', 2], ['sre-2', 3]])
})

test('an absence told afterwards, as by another device, moves what is folded already', () => {
  const answers = recordOf([answerAt('sre-1', day(0))])
  const known = memories(index, answers, scheduler)
  const grown = merge(answers, recordOf([away(1, 11)]))
  assert.deepEqual(dueOf(memories(index, grown, scheduler, known), day(11)), [])
  assert.deepEqual(memories(index, grown, scheduler, known).byQuestion, memories(index, grown, scheduler).byQuestion)
})

test('law: nothing comes earlier than without the absences, and by no more than their days', () => {
  fc.assert(fc.property(anyAnswers, anyAways, (answers, aways) => {
    const plain = memories(index, recordOf(answers), scheduler).byQuestion
    const { byQuestion, absences } = memories(index, recordOf([...answers, ...aways]), scheduler)
    const most = absences.reduce((sum, { fromMs, toMs }) => sum + Math.round((toMs - fromMs) / DAY_MS) * DAY_MS, 0)
    for (const [id, memory] of plain) {
      const moved = (byQuestion.get(id)?.dueAtMs ?? NaN) - memory.dueAtMs
      assert.ok(moved >= 0 && moved <= most && moved % DAY_MS === 0)
    }
  }), runs)
})

test('law: what was answered before an absence keeps its order', () => {
  fc.assert(fc.property(anyAways, fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 90 })), { minLength: 2, maxLength: 8 }), (aways, plans) => {
    const absences = absencesOf(recordOf(aways)).map(({ fromMs, toMs }) => ({ fromMs: fromMs + 51 * DAY_MS, toMs: toMs + 51 * DAY_MS }))
    const moved = plans.map(([last, wait]) => ({ planned: day(last + wait), due: postponed(day(last + wait), day(last), absences) }))
      .sort((a, b) => a.planned - b.planned)
    assert.ok(moved.every(({ due }, n) => n === 0 || due >= (moved[n - 1]?.due ?? 0)))
  }), runs)
})

test('law: nothing is due while away, and devices merged in any order agree', () => {
  fc.assert(fc.property(anyAnswers, anyAways, anyAnswers, anyAways, fc.nat(140), (a, awayA, b, awayB, days) => {
    const [x, y] = [recordOf([...a, ...awayA]), recordOf([...b, ...awayB])]
    const one = memories(index, merge(x, y), scheduler)
    assert.deepEqual(one.byQuestion, memories(index, merge(y, x), scheduler).byQuestion)
    if (awayUntil(one.absences, day(days)) !== undefined) assert.deepEqual(dueOf(one, day(days)), [])
  }), runs)
})

test('law: folding a record with absences as it grows gives what folding it whole gives', () => {
  fc.assert(fc.property(anyAnswers, anyAways, fc.nat(60), (answers, aways, cut) => {
    const whole = recordOf([...answers, ...aways])
    assert.deepEqual(
      memories(index, whole, scheduler, memories(index, whole.slice(0, cut), scheduler)).byQuestion,
      memories(index, whole, scheduler).byQuestion)
  }), runs)
})
