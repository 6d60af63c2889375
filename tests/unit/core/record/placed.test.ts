import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewEvent, RecordEvent } from '../../../../src/core/record/event.ts'
import { placedLessons } from '../../../../src/core/record/placed.ts'
import { continueAt, missed, progress } from '../../../../src/core/record/progress.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answer, outline } from './events.ts'

let next = 0
const happened = (event: NewEvent): RecordEvent => ({ id: `placing:${next += 1}`, v: 1, at: 1_700_000_000_000 + next * 1000, ...event })
const placed = (...lessons: string[]) => happened({ type: 'placed', lessons })
const stateOf = (events: readonly RecordEvent[], lesson: string) =>
  progress(outline, recordOf(events)).modules.flatMap((module) => module.lessonProgress).find(({ id }) => id === lesson)?.state

test('a lesson set aside is for review only: not to be gone on with, and not in the time to go', () => {
  const record = recordOf([placed('words')])
  assert.equal(stateOf(record, 'words'), 'review-only')
  assert.equal(continueAt(outline, record).lesson?.id, 'budgets')
  assert.deepEqual([progress(outline, record).minutesToGo, progress(outline, record).reviewOnly], [27, 1])
})

test('reading outdoes setting aside, and marking as unread leaves it set aside', () => {
  const events = [placed('words'), happened({ type: 'lesson-completed', lesson: 'words' })]
  assert.equal(stateOf(events, 'words'), 'read')
  assert.equal(stateOf([...events, happened({ type: 'lesson-reopened', lesson: 'words' })], 'words'), 'review-only')
})

test('it is taken back by undoing it, by a reset of the lesson and by one of the course', () => {
  const [one, other] = [placed('words'), placed('budgets')]
  const held = (...more: RecordEvent[]) => [...placedLessons(recordOf([one, other, ...more])).keys()]
  assert.deepEqual(held(), ['words', 'budgets'])
  assert.deepEqual(held(happened({ type: 'undone', event: one.id })), ['budgets'])
  assert.deepEqual(held(happened({ type: 'reset', lesson: 'words' })), ['budgets'])
  const reset = happened({ type: 'reset' })
  assert.deepEqual(held(reset), [])
  assert.deepEqual(held(reset, happened({ type: 'undone', event: reset.id })), ['words', 'budgets'])
})

test('set aside twice, on two devices, it takes both undos', () => {
  const [one, other] = [placed('words'), placed('words')]
  assert.deepEqual(placedLessons(recordOf([one, other])).get('words'), [one.id, other.id])
})

test('when every lesson is read or set aside there is nothing to go on with', () => {
  assert.equal(continueAt(outline, recordOf([placed('words', 'alerts'), happened({ type: 'lesson-completed', lesson: 'budgets' })])).lesson, undefined)
})

test('an answer in a check counts for its question and does not begin its lesson', () => {
  const record = recordOf([answer('q-budget', { context: 'check' })])
  const budgets = progress(outline, record).modules[1]?.lessonProgress[0]
  assert.deepEqual([budgets?.state, budgets?.answered, budgets?.right], ['new', 1, 1])
  assert.equal(continueAt(outline, record).lesson?.id, 'words')
})

test('a miss before reading is held against nobody, a miss in a check is', () => {
  for (const context of ['pretest', 'placement'] as const) {
    const record = recordOf([answer('q-budget', { context, score: 0 })])
    assert.deepEqual([progress(outline, record).answered, missed(record).size], [0, 0])
  }
  assert.equal(missed(recordOf([answer('q-budget', { context: 'check', score: 0 })])).size, 1)
  const known = [answer('q-alert'), answer('q-alert', { context: 'pretest', score: 0 })]
  assert.equal(missed(recordOf(known)).size, 1)
})
