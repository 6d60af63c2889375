import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { merge, recordOf } from '../../../../src/core/record/record.ts'
import { modulePart, resultOf, standingOf } from '../../../../src/core/sittings/result.ts'
import { askable, beginAt, finishedOf, openOf, sittingsAt, sizeAt } from '../../../../src/core/sittings/sitting.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { queue } from '../../../../src/core/review/queue.ts'
import { answerIn, course, day, stamped } from './course.ts'

const check = { kind: 'check', module: 'm1' } as const
const begun = (id: string, at: number, questions = ['m1l0o0q0', 'm1l1o0q0', 'm1l2o0q0']) => stamped(id, at, { type: 'sitting-begun', ...check, questions })
const ended = (id: string, at: number, sitting: string, closed?: boolean) => stamped(id, at, { type: 'sitting-ended', sitting, ...(closed && { closed }) })
const only = (events: readonly RecordEvent[]) => sittingsAt(check, recordOf(events))[0]

test('an unfinished check is open with its answers, and goes on from any part of the record that another device brings', () => {
  const phone = [begun('a', day(0)), answerIn('laptop:a', 'm1l0o0q0', day(1))]
  const tablet = [begun('a', day(0)), answerIn('laptop:a', 'm1l1o0q0-b', day(2), { inPlaceOf: 'm1l1o0q0' })]
  const open = openOf(sittingsAt(check, merge(recordOf(phone), recordOf(tablet))))
  assert.deepEqual([...open?.answers.keys() ?? []], ['m1l0o0q0', 'm1l1o0q0'])
})

test('law: the order in which records are merged does not matter to the sittings', () => {
  const anyPart = fc.subarray([
    begun('a', day(0)), begun('b', day(3)), ended('c', day(2), 'laptop:a'), ended('d', day(4), 'laptop:a', true), ended('e', day(5), 'laptop:b'),
    answerIn('laptop:a', 'm1l0o0q0', day(1)), answerIn('laptop:a', 'm1l0o0q0', day(2), { score: 0 }), answerIn('laptop:a', 'm1l1o0q0', day(3)),
    answerIn('laptop:b', 'm1l1o0q0', day(4)), stamped('r', day(3.5), { type: 'reset' }), stamped('u', day(6), { type: 'undone', event: 'laptop:r' }),
  ])
  fc.assert(fc.property(anyPart, anyPart, (one, other) => {
    const [a, b] = [recordOf(one), recordOf(other)]
    assert.deepEqual(sittingsAt(check, merge(a, b)), sittingsAt(check, merge(b, a)))
  }), { numRuns: 500 })
})

test('the first answer to a question counts, and none that was given after the end', () => {
  const sitting = only([
    begun('a', day(0)), answerIn('laptop:a', 'm1l0o0q0', day(1)), answerIn('laptop:a', 'm1l0o0q0', day(2), { score: 0 }),
    answerIn('laptop:a', 'm1l2o0q0', day(3)), ended('b', day(3), 'laptop:a'), answerIn('laptop:a', 'm1l1o0q0', day(4)),
  ])
  assert.deepEqual([...sitting?.answers.values() ?? []].map(({ question, score }) => [question, score]), [['m1l0o0q0', 1], ['m1l2o0q0', 1]])
  assert.equal(sitting?.endedAtMs, day(3))
})

test('a check of another module, and one that was closed to begin another, have no say in the result', () => {
  const record = recordOf([begun('a', day(0)), ended('b', day(1), 'laptop:a', true), begun('c', day(1)), ended('d', day(2), 'laptop:c')])
  assert.deepEqual(finishedOf(sittingsAt(check, record)).map(({ id }) => id), ['laptop:c'])
  assert.deepEqual(sittingsAt({ kind: 'check', module: 'm2' }, record), [])
  assert.deepEqual(sittingsAt({ kind: 'pretest', module: 'm1' }, record), [])
})

test('the first end of a sitting holds, and of two that are open the later one goes on', () => {
  const sitting = only([begun('a', day(0)), ended('b', day(1), 'laptop:a'), ended('c', day(2), 'laptop:a', true)])
  assert.deepEqual([sitting?.endedAtMs, sitting?.closed], [day(1), false])
  assert.equal(openOf(sittingsAt(check, recordOf([begun('a', day(0)), begun('b', day(1))])))?.id, 'laptop:b')
})

test('checks go on asking other questions until the module has none left, also when one was closed unanswered', () => {
  let record = recordOf([])
  const asked = new Set<string>()
  for (let round = 0; round < 6; round += 1) {
    const last = beginAt(check, course, record).at(-1)
    assert.ok(last?.type === 'sitting-begun')
    const id = `r${round}`
    record = recordOf([...record, stamped(id, day(round), last), ...last.questions.map((question) => answerIn(`laptop:${id}`, question, day(round)))])
    for (const question of last.questions) asked.add(question)
  }
  assert.equal(asked.size, 6 * 12)
  const [first] = beginAt(check, course, [])
  assert.ok(first)
  assert.notDeepEqual(beginAt(check, course, [stamped('a', day(0), first), ended('b', day(1), 'laptop:a', true)]).at(-1), first)
})

test('beginning anew closes what is open, and the next check asks other questions', () => {
  const [first] = beginAt(check, course, [])
  assert.ok(first?.type === 'sitting-begun' && first.questions.length === 12)
  const record = recordOf([stamped('a', day(0), first), ...first.questions.map((question) => answerIn('laptop:a', question, day(1)))])
  const [closes, second] = beginAt(check, course, record)
  assert.deepEqual(closes, { type: 'sitting-ended', sitting: 'laptop:a', closed: true })
  assert.ok(second?.type === 'sitting-begun')
  assert.deepEqual(second.questions.filter((id) => first.questions.includes(id)), [])
  assert.deepEqual(beginAt(check, course, record), beginAt(check, course, record))
})

test('a pretest follows the course, a placement lists nothing, and a small module asks what there is', () => {
  const [pretest] = beginAt({ kind: 'pretest', module: 'm1' }, course, [])
  assert.ok(pretest?.type === 'sitting-begun')
  assert.deepEqual(pretest.questions, course.filter(({ id }) => pretest.questions.includes(id)).map(({ id }) => id))
  assert.deepEqual(beginAt({ kind: 'placement' }, course, []), [{ type: 'sitting-begun', kind: 'placement', questions: [] }])
  assert.deepEqual(sizeAt({ kind: 'check', module: 'm0' }, course), { size: 9, wanted: 12 })
  assert.deepEqual(sizeAt({ kind: 'final' }, course), { size: 40, wanted: 40 })
})

test('a question that has been retired is left out of a sitting that was begun with it', () => {
  const sitting = only([begun('a', day(0), ['m1l0o0q0', 'gone', 'm1l2o0q0'])])
  assert.ok(sitting)
  assert.deepEqual(askable(sitting, course).map(({ id }) => id), ['m1l0o0q0', 'm1l2o0q0'])
})

test('neither a retired question nor the answer to it counts in how far a sitting has come, and that is what its result says', () => {
  const sitting = only([
    begun('a', day(0), ['m1l0o0q0', 'gone', 'm1l2o0q0']), answerIn('laptop:a', 'gone', day(1)), answerIn('laptop:a', 'm1l0o0q0', day(1), { score: 0 }),
  ])
  assert.ok(sitting)
  const { lessons, ...all } = resultOf(sitting, askable(sitting, course), [])
  assert.deepEqual(standingOf(sitting, course), { answered: 1, asked: 2, right: 0 })
  assert.deepEqual(standingOf(sitting, course), all)
  assert.equal(lessons.length, 2)
})

test('a reset of the whole course takes sittings back until it is undone; that of a lesson leaves them', () => {
  const events = [begun('a', day(0)), answerIn('laptop:a', 'm1l0o0q0', day(1))]
  const reset = stamped('r', day(2), { type: 'reset' })
  assert.equal(only([...events, reset]), undefined)
  assert.equal(only([...events, reset, stamped('u', day(3), { type: 'undone', event: 'laptop:r' })])?.answers.size, 1)
  assert.equal(only([...events, stamped('r', day(2), { type: 'reset', lesson: 'm1l0', questions: ['m1l0o0q0'] })])?.answers.size, 1)
})

test('the result counts by lesson in course order and by objective; open questions are not right, guesses not known', () => {
  const sitting = only([
    begun('a', day(0), ['m1l2o0q0', 'm1l0o0q0', 'm1l0o1q0', 'm1l0o0q1']),
    answerIn('laptop:a', 'm1l2o0q0', day(1), { confidence: 'guess' }), answerIn('laptop:a', 'm1l0o0q0', day(1)), answerIn('laptop:a', 'm1l0o1q0', day(1), { score: 0.5 }),
  ])
  assert.ok(sitting)
  const { lessons, ...all } = resultOf(sitting, askable(sitting, course), ['m1l0', 'm1l2'])
  assert.deepEqual(all, { asked: 4, right: 2, answered: 3 })
  assert.deepEqual([modulePart({ ...all, lessons }, 'm1'), modulePart({ ...all, lessons }, 'm2')], [{ asked: 4, right: 2 }, { asked: 0, right: 0 }])
  assert.deepEqual(lessons.map(({ lesson, asked, right, known }) => [lesson, asked, right, known]), [['m1l0', 3, 1, false], ['m1l2', 1, 1, false]])
  assert.deepEqual(lessons[0]?.objectives, [{ objective: 'm1l0o0', asked: 2, right: 1 }, { objective: 'm1l0o1', asked: 1, right: 0 }])
})

test('what is missed in a check or a final check comes back in reviews by itself, what is missed in a pretest does not', () => {
  const due = (context: 'check' | 'final' | 'pretest' | 'placement') =>
    queue(course, recordOf([answerIn('laptop:a', 'm1l0o0q0', day(0), { context, score: 0 })]), createFsrs(), day(2)).map(({ question }) => question.id)
  assert.deepEqual([due('check'), due('final'), due('pretest'), due('placement')], [['m1l0o0q0'], ['m1l0o0q0'], [], []])
})
