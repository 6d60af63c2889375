import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Question } from '../../../../src/core/quiz/question.ts'
import { SHOWN_AT_MOST, shownQuestions } from '../../../../src/core/quiz/shown.ts'

const question = (id: string, more: Partial<Question> = {}) => ({ id, role: 'practice', ...more }) as Question
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)

test('a page shows the questions placed in its text first, then the rest in the author’s order', () => {
  const lesson = { questions: ['a', 'b', 'c', 'd'].map((id) => question(id)), placed: ['c', 'a'] }
  assert.deepEqual(ids(shownQuestions(lesson)), ['c', 'a', 'b', 'd'])
})

test('predictions and siblings are not among them, wherever they are placed', () => {
  const lesson = { questions: [question('guess', { role: 'prediction' }), question('a'), question('a2', { siblingOf: 'a' })], placed: ['guess'] }
  assert.deepEqual(ids(shownQuestions(lesson)), ['a'])
})

test('a large bank fills a page only so far, and never at the cost of a placed question', () => {
  const bank = Array.from({ length: 30 }, (_, index) => question(`q${index}`))
  assert.equal(shownQuestions({ questions: bank, placed: [] }).length, SHOWN_AT_MOST)
  assert.equal(shownQuestions({ questions: bank, placed: ids(bank).slice(0, 12) }).length, 12)
})
