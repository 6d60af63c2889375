import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersTo } from '../../../../src/core/record/answers.ts'
import type { Answered, Reset } from '../../../../src/core/record/event.ts'
import type { QuestionIndex } from '../../../../src/core/review/question-index.ts'
import { calibration } from '../../../../src/core/record/calibration.ts'
import { history } from '../../../../src/core/record/history.ts'
import { mastery } from '../../../../src/core/record/mastery.ts'
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
  assert.deepEqual([...missed(before)], ['root'])
  assert.equal(missed(after).size, 0)
  assert.equal(lessonProgress('lesson', ['root'], before).right, 0)
  assert.equal(lessonProgress('lesson', ['root'], after).right, 1)
})

test('answers from before a reset do not come back', () => {
  const reset: Reset = { id: 'd:9', v: 1, at: 2, type: 'reset' }
  assert.deepEqual(answersTo('root', recordOf([answer(1, 'root', 0), reset, answer(3, 'root', 1)])).map(({ at }) => at), [3])
})

test('nothing that is shown tells the verdict of an answer in a check before it is handed in', () => {
  const index: QuestionIndex = [{ id: 'root', lesson: 'lesson', module: 'm', discipline: 'sre', objective: 'o', revision: 1, type: 'single', siblings: [] }]
  const week = 8 * 86_400_000
  const shownOf = (score: number, ended: boolean) => {
    const record = recordOf([
      { id: 'd:0', v: 1, at: 0, type: 'sitting-begun', kind: 'check', module: 'm', questions: ['root'] },
      answer(1, 'root', 1),
      { ...answer(week, 'root', score), context: 'check', sitting: 'd:0', confidence: 'certain' },
      ...(ended ? [{ id: 'd:2', v: 1, at: week + 1, type: 'sitting-ended', sitting: 'd:0' } as const] : []),
    ])
    return [missed(record), lessonProgress('lesson', ['root'], record), calibration(record), mastery(index, record, week), history(index, record, week, () => 0)]
  }
  assert.deepEqual(shownOf(0, false), shownOf(1, false))
  const [right, wrong] = [shownOf(1, true), shownOf(0, true)]
  for (const [n, part] of right.entries()) assert.notDeepEqual(part, wrong[n])
  assert.equal(lessonProgress('lesson', ['root'], recordOf([{ ...answer(1, 'root', 1), sitting: 'd:lost' }])).right, 1)
})

test('a miss before the lesson counts once the question has been met, also by a stand-in', () => {
  const miss = { ...answer(2, 'root', 0), context: 'pretest' as const }
  assert.deepEqual([miss, answer(1, 'sibling', 1, 'root')].map((_, n, all) => [...missed(recordOf(all.slice(0, n + 1)))]), [[], ['root']])
})
