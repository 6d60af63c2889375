import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { merge, recordOf, type LearnerRecord } from '../../../../src/core/record/record.ts'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { memories } from '../../../../src/core/review/memories.ts'
import { comingOf, dueOf, queue } from '../../../../src/core/review/queue.ts'
import { anyAnswers, answerAt, day, index, indexed } from './answers.ts'

const runs = { numRuns: 1000 }
const scheduler = createFsrs()
const idsAt = (record: LearnerRecord, now: number) => queue(index, record, scheduler, now).map(({ question }) => question.id)
const sinceStart = fc.integer({ min: 0, max: 200 })

test('nothing is due of an empty record, nor on the day of the answer', () => {
  assert.deepEqual(idsAt([], day(10)), [])
  assert.deepEqual(idsAt(recordOf([answerAt('sre-1', day(0))]), day(0)), [])
})

test('a question answered in a lesson is due by itself after three days', () => {
  const record = recordOf([answerAt('sre-1', day(0))])
  assert.deepEqual([idsAt(record, day(2)), idsAt(record, day(3))], [[], ['sre-1']])
})

test('a question is due from its moment on, and not before', () => {
  const record = recordOf([answerAt('sre-1', day(0))])
  const at = memories(index, record, scheduler).byQuestion.get('sre-1')?.dueAtMs ?? 0
  assert.deepEqual([idsAt(record, at - 1), idsAt(record, at)], [[], ['sre-1']])
})

test('what the learner was sure of and got wrong comes first, then the most overdue', () => {
  const record = recordOf([
    answerAt('sre-1', day(2)), answerAt('sre-2', day(0)), answerAt('sre-3', day(1)),
    answerAt('sre-4', day(6), { score: 0, confidence: 'certain' }),
  ])
  assert.deepEqual(idsAt(record, day(8)), ['sre-4', 'sre-2', 'sre-3', 'sre-1'])
})

test('a sibling’s answer counts for the family, with and without saying what it stood in for', () => {
  const missed = answerAt('sre-1', day(0), { score: 0 })
  for (const inPlaceOf of ['sre-1', undefined]) {
    const record = recordOf([missed, answerAt('sre-1b', day(1), { inPlaceOf })])
    assert.deepEqual(idsAt(record, day(2)), [])
    assert.deepEqual(idsAt(record, day(9)), ['sre-1'])
  }
})

test('an answer in the place of a question that is gone is remembered under that question', () => {
  assert.deepEqual([...memories(index, recordOf([answerAt('gone-b', day(0), { inPlaceOf: 'gone' })]), scheduler).byQuestion.keys()], ['gone'])
})

test('a stand-in whose root has been retired counts for the family it is in now', () => {
  const record = recordOf([answerAt('sre-1b', day(0), { inPlaceOf: 'retired' })])
  assert.deepEqual(idsAt(record, day(3)), ['sre-1'])
})

test('retired and unknown questions are left out of the queue, and are remembered for the day they return', () => {
  const record = recordOf([answerAt('retired', day(0))])
  assert.deepEqual(idsAt(record, day(9)), [])
  const back = [...index, indexed('retired')]
  assert.deepEqual(queue(back, record, scheduler, day(9)).map(({ question }) => question.id), ['retired'])
  assert.ok(memories(index, record, scheduler).byQuestion.has('retired'))
})

test('a question whose revision changed since the answer says so, for the question that was answered', () => {
  const at = (revision: number, sibling: number, answered: string) => queue(
    [indexed('q', 'sre', { revision, siblings: [{ id: 'q-b', revision: sibling }] })],
    recordOf([answerAt(answered, day(0), { revision: 1 })]), scheduler, day(9))[0]?.changed
  assert.deepEqual([at(1, 1, 'q'), at(2, 1, 'q'), at(1, 2, 'q'), at(1, 2, 'q-b'), at(2, 1, 'q-b')], [false, true, false, true, false])
})

test('a reset empties the queue and its undo fills it again, also when folded step by step', () => {
  const answered = recordOf([answerAt('sre-1', day(0))])
  const reset: RecordEvent = { id: 'laptop:reset', v: 1, at: day(1), type: 'reset' }
  const undone: RecordEvent = { id: 'laptop:undone', v: 1, at: day(2), type: 'undone', event: reset.id }
  let known = memories(index, answered, scheduler)
  known = memories(index, recordOf([...answered, reset]), scheduler, known)
  assert.deepEqual(dueOf(known, day(9)), [])
  known = memories(index, recordOf([...answered, reset, undone]), scheduler, known)
  assert.deepEqual(dueOf(known, day(9)).map(({ question }) => question.id), ['sre-1'])
})

test('what comes is listed with the days until then, the soonest first', () => {
  const known = memories(index, recordOf([answerAt('sre-1', day(0)), answerAt('sre-2', day(0), { score: 0 })]), scheduler)
  assert.deepEqual(comingOf(known, day(0)).map(({ question, inDays }) => [question.id, inDays]), [['sre-2', 1], ['sre-1', 3]])
})

test('law: the queue never offers what is not due, no question twice, and nothing that the index does not know', () => {
  fc.assert(fc.property(anyAnswers, sinceStart, (answers, days) => {
    const due = queue(index, recordOf(answers), scheduler, day(days))
    assert.ok(due.every(({ memory }) => memory.dueAtMs <= day(days)))
    assert.equal(new Set(due.map(({ question }) => question.id)).size, due.length)
    assert.ok(due.every(({ question }) => index.includes(question)))
  }), runs)
})

test('law: everything remembered is either due or coming', () => {
  fc.assert(fc.property(anyAnswers, sinceStart, (answers, days) => {
    const known = memories(index, recordOf(answers), scheduler)
    const all = [...dueOf(known, day(days)), ...comingOf(known, day(days))].map(({ question }) => question.id)
    assert.deepEqual(all.sort(), [...known.byQuestion.keys()].filter((id) => id !== 'retired').sort())
  }), runs)
})

test('law: two devices’ records merged in either order give the same queue', () => {
  fc.assert(fc.property(anyAnswers, anyAnswers, sinceStart, (a, b, days) => {
    const [x, y] = [recordOf(a), recordOf(b)]
    assert.deepEqual(queue(index, merge(x, y), scheduler, day(days)), queue(index, merge(y, x), scheduler, day(days)))
  }), runs)
})

test('law: what is due stays due until it is answered', () => {
  fc.assert(fc.property(anyAnswers, sinceStart, fc.nat(100), (answers, days, more) => {
    const record = recordOf(answers)
    const later = new Set(idsAt(record, day(days + more)))
    assert.ok(idsAt(record, day(days)).every((id) => later.has(id)))
  }), runs)
})

test('law: folding a record as it grows, in any portions, gives what folding it whole gives', () => {
  fc.assert(fc.property(anyAnswers, fc.nat(60), (answers, cut) => {
    const whole = recordOf(answers)
    const fresh = memories(index, whole, scheduler).byQuestion
    assert.deepEqual(memories(index, whole, scheduler, memories(index, whole.slice(0, cut), scheduler)).byQuestion, fresh)
    const late = recordOf(answers.slice(cut))
    assert.deepEqual(memories(index, whole, scheduler, memories(index, late, scheduler)).byQuestion, fresh)
  }), runs)
})

test('memories of another list of questions, or of another scheduler, are folded anew', () => {
  const first = recordOf([answerAt('sre-1b', day(0))])
  const grown = recordOf([...first, answerAt('sre-1b', day(3))])
  const apart = [indexed('sre-1'), indexed('sre-1b')]
  assert.deepEqual([...memories(apart, grown, scheduler, memories(index, first, scheduler)).byQuestion.keys()], ['sre-1b'])
  const slow = { ...createFsrs(), intervalDays: () => 99 }
  assert.equal(memories(index, first, slow, memories(index, first, scheduler)).byQuestion.get('sre-1')?.intervalDays, 99)
})

test('an answer from the end of time comes due at a date that can be named', () => {
  const last = 8.64e15
  const { byQuestion } = memories(index, recordOf([answerAt('sre-1', last)]), createFsrs())
  assert.equal(Number.isNaN(new Date(byQuestion.get('sre-1')?.dueAtMs ?? 0).getTime()), false)
})

test('a question is due from the moment on that its memory names, and coming until then', () => {
  const known = memories(index, recordOf([answerAt('sre-1', day(0))]), scheduler)
  const dueAt = known.byQuestion.get('sre-1')?.dueAtMs ?? 0
  assert.deepEqual([dueOf(known, dueAt - 1).length, comingOf(known, dueAt - 1).length], [0, 1])
  assert.deepEqual([dueOf(known, dueAt).length, comingOf(known, dueAt).length], [1, 0])
})
