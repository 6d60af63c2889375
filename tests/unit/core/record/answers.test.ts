import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersTo } from '../../../../src/core/record/answers.ts'
import type { Answered, Reset } from '../../../../src/core/record/event.ts'
import { lessonProgress, missed } from '../../../../src/core/record/progress.ts'
import { recordOf } from '../../../../src/core/record/record.ts'

const answer = (at: number, question: string, score: number, inPlaceOf?: string): Answered => ({
  id: `d:${at}`, v: 1, at, type: 'answered', question, lesson: 'lesson', revision: 1, context: 'lesson', attempt: 0,
  response: { type: 'single', option: 'a' }, score, hints: 0, misconceptions: [], ...(inPlaceOf && { inPlaceOf }),
})

test('the answers to a question are its own and those given in its place, oldest first', () => {
  const record = recordOf([answer(3, 'sibling', 1, 'root'), answer(1, 'root', 0), answer(2, 'other', 1), answer(4, 'sibling', 1, 'other')])
  assert.deepEqual(answersTo('root', record).map(({ at }) => at), [1, 3])
})

test('a stand-in answered right puts the question right: it is no longer missed, and counts in progress', () => {
  const before = recordOf([answer(1, 'root', 0)])
  const after = recordOf([...before, answer(2, 'sibling', 1, 'root')])
  assert.deepEqual(missed(before).map(({ question }) => question), ['root'])
  assert.deepEqual(missed(after), [])
  assert.equal(lessonProgress('lesson', ['root'], before).right, 0)
  assert.equal(lessonProgress('lesson', ['root'], after).right, 1)
})

test('answers from before a reset do not come back', () => {
  const reset: Reset = { id: 'd:9', v: 1, at: 2, type: 'reset' }
  assert.deepEqual(answersTo('root', recordOf([answer(1, 'root', 0), reset, answer(3, 'root', 1)])).map(({ at }) => at), [3])
})
