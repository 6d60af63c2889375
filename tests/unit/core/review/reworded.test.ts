import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SingleQuestion } from '../../../../src/core/quiz/question.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { queue } from '../../../../src/core/review/queue.ts'
import { reworded } from '../../../../src/core/review/reworded.ts'
import { answerAt, day, indexed } from './answers.ts'

const shown = (id: string, revision: number): SingleQuestion => ({
  id, lesson: 'sre-lesson', objective: 'o', revision, role: 'practice', prompt: [], hints: [], scenario: false, type: 'single', options: [],
})

/** What is said when `id` is shown for the family of `q`, of which `answers` were given. */
const said = (id: string, answers: readonly (readonly [question: string, onDay: number])[]) => {
  const record = recordOf(answers.map(([question, onDay]) => answerAt(question, day(onDay), { inPlaceOf: question === 'q' ? undefined : 'q' })))
  const [item] = queue([indexed('q', 'sre', { revision: 2, siblings: [{ id: 'q-b', revision: 1 }] })], record, createFsrs(), day(90))
  return item && reworded(item, shown(id, id === 'q' ? 2 : 1), record)
}

test('a question that is shown in new words says when it was answered in the old ones', () => {
  assert.deepEqual(said('q', [['q', 0]]), { which: 'this', answeredAtMs: day(0) })
  assert.deepEqual(said('q', [['q', 0], ['q-b', 9]]), { which: 'this', answeredAtMs: day(0) })
  assert.deepEqual(said('q', [['q', 0], ['q', 9]]), { which: 'this', answeredAtMs: day(9) })
})

test('a stand-in says that the one answered last has new words; what has not changed says nothing', () => {
  assert.deepEqual(said('q-b', [['q', 0]]), { which: 'other', answeredAtMs: day(0) })
  assert.equal(said('q-b', [['q', 0], ['q-b', 9]]), undefined)
})
