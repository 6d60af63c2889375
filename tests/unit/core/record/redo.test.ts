import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { redosByLesson } from '../../../../src/core/record/redo.ts'
import { anyAnswers, answerAt, day, index } from '../review/answers.ts'

const LATER = day(1000)
const waiting = (record: readonly RecordEvent[], sinceMs = LATER) =>
  redosByLesson(index, recordOf(record), sinceMs).flatMap(({ questions }) => questions.map(({ question, isPutRight }) => (isPutRight ? `${question} put right` : question)))

test('a question waits while its last answer was not right, wherever it was asked, with how often and when it was missed', () => {
  const record = recordOf([
    answerAt('devops-2', day(0), { score: 0, context: 'check' }), answerAt('sre-4', day(1), { score: 0.5, context: 'review' }),
    answerAt('sre-4', day(2), { score: 0 }), answerAt('sre-3', day(2)), answerAt('retired', day(3), { score: 0 }),
  ])
  assert.deepEqual(redosByLesson(index, record, LATER), [
    { lesson: 'sre-lesson', questions: [{ question: 'sre-4', times: 2, missedAtMs: day(2), isPutRight: false }] },
    { lesson: 'devops-lesson', questions: [{ question: 'devops-2', times: 1, missedAtMs: day(0), isPutRight: false }] },
  ])
})

test('put right, it is gone; put right since the list was opened, it still shows as that', () => {
  const record = [answerAt('sre-2', day(0), { score: 0 }), answerAt('sre-2', day(1))]
  assert.deepEqual([waiting(record), waiting(record, day(1)), waiting(record, day(0.5))], [[], ['sre-2 put right'], ['sre-2 put right']])
  assert.deepEqual(waiting([answerAt('sre-2', day(1))], day(0)), [])
})

test('a sibling puts its root right, or puts it on the list', () => {
  assert.deepEqual(waiting([answerAt('sre-1', day(0), { score: 0 }), answerAt('sre-1b', day(1), { inPlaceOf: 'sre-1', context: 'again' })]), [])
  assert.deepEqual(waiting([answerAt('sre-1', day(0)), answerAt('sre-1b', day(1), { score: 0, inPlaceOf: 'sre-1' })]), ['sre-1'])
})

test('what a pretest or a placement missed before the lesson was read is nothing to put right', () => {
  assert.deepEqual(waiting([answerAt('sre-1', day(0), { score: 0, context: 'pretest' }), answerAt('sre-2', day(0), { score: 0, context: 'placement' })]), [])
  assert.deepEqual(waiting([answerAt('sre-1', day(0)), answerAt('sre-1', day(9), { score: 0, context: 'pretest' })]), ['sre-1'])
})

test('one that has been put right still says when it was missed', () => {
  const record = recordOf([answerAt('sre-2', day(0), { score: 0 }), answerAt('sre-2', day(1))])
  assert.deepEqual(redosByLesson(index, record, day(1))[0]?.questions, [{ question: 'sre-2', times: 1, missedAtMs: day(0), isPutRight: true }])
})

test('a sitting that is still open gives nothing away; once it is handed in, its misses are listed', () => {
  const answer = answerAt('sre-1', day(1), { score: 0, context: 'check', sitting: 'laptop:begun' })
  const begun: RecordEvent = { id: 'laptop:begun', v: 1, at: day(0), type: 'sitting-begun', kind: 'check', module: 'sre-module', questions: [] }
  const ended: RecordEvent = { id: 'laptop:ended', v: 1, at: day(2), type: 'sitting-ended', sitting: 'laptop:begun' }
  assert.deepEqual([waiting([begun, answer]), waiting([begun, answer, ended])], [[], ['sre-1']])
})

test('a reset leaves nothing to redo, and nothing that seems put right', () => {
  const record = [answerAt('sre-1', day(0), { score: 0 }), answerAt('sre-1', day(1)), answerAt('sre-2', day(1), { score: 0 })]
  assert.deepEqual(waiting([...record, { id: 'laptop:reset', v: 1, at: day(2), type: 'reset' }], day(0)), [])
})

test('law: the next right answer puts any question right, and the list keeps the course’s order', () => {
  fc.assert(fc.property(anyAnswers, (answers) => {
    const before = waiting(answers)
    const order = index.map(({ id }) => id)
    assert.deepEqual(before, before.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    for (const question of before) {
      const after = [...answers, answerAt(question, day(300), { context: 'again' })]
      assert.deepEqual(waiting(after), before.filter((one) => one !== question))
      assert.ok(waiting(after, day(300)).includes(`${question} put right`))
    }
  }))
})
