import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextAttempt, nextAttemptAt } from '../../../../src/core/quiz/next-attempt.ts'
import type { Answered } from '../../../../src/core/record/event.ts'
import { multiple, numeric, single } from './questions.ts'

const answer = (question: string, attempt: number, at: number): Answered => ({
  id: `d:${at}`, v: 1, at, type: 'answered', question, lesson: 'lesson', revision: 1, context: 'lesson', attempt,
  response: { type: 'single', option: 'a' }, score: 0, hints: 0, misconceptions: [],
})

const sibling = { ...single, id: 'sibling', siblingOf: 'single' }
const bank = [single, sibling, { ...multiple, id: 'foreign', siblingOf: 'single' }, numeric]

test('an untouched question starts at attempt 0', () => {
  assert.deepEqual(nextAttempt(numeric, bank, []), { question: numeric, number: 0 })
})

test('a sibling that has not been used comes before a repetition', () => {
  assert.deepEqual(nextAttempt(single, bank, [answer('single', 0, 1)]), { question: sibling, number: 0 })
})

test('when all have been used, the one answered longest ago returns with the next number', () => {
  assert.deepEqual(nextAttempt(single, bank, [answer('single', 0, 1), answer('sibling', 0, 2)]), { question: single, number: 1 })
  assert.deepEqual(nextAttempt(single, bank, [answer('single', 0, 1), answer('sibling', 0, 2), answer('single', 1, 3)]), { question: sibling, number: 1 })
})

test('without a sibling the numbers or the order change at each attempt', () => {
  assert.deepEqual(nextAttempt(numeric, bank, [answer('numeric', 0, 1), answer('numeric', 1, 2)]), { question: numeric, number: 2 })
})

test('a question of another type never stands in', () => {
  assert.notEqual(nextAttempt(single, bank, [answer('single', 0, 1), answer('sibling', 0, 2)]).question.id, 'foreign')
})

test('an attempt that was recorded is never given again', () => {
  const history = fc.array(fc.record({ question: fc.constantFrom('single', 'sibling'), attempt: fc.nat(5) }), { maxLength: 8 })
  fc.assert(fc.property(history, (answers) => {
    const next = nextAttempt(single, bank, answers.map(({ question, attempt }, at) => answer(question, attempt, at)))
    assert.ok(!answers.some(({ question, attempt }) => question === next.question.id && attempt === next.number))
  }))
})

test('what is asked of a family by its id follows the answers in the record, those to a stand-in included', () => {
  const once = [answer('single', 0, 1)]
  assert.deepEqual(nextAttemptAt('single', bank, once), { question: sibling, number: 0 })
  assert.deepEqual(nextAttemptAt('single', bank, [...once, { ...answer('sibling', 0, 2), inPlaceOf: 'single' }]), { question: single, number: 1 })
  assert.equal(nextAttemptAt('single', [numeric], once), undefined)
})

test('numbers that were used do not return when a question has become the stand-in of another since', () => {
  const before = [answer('single', 0, 1), answer('single', 1, 2), answer('sibling', 0, 3)]
  assert.deepEqual(nextAttemptAt('single', bank, before), { question: single, number: 2 })
})

test('an attempt that only a forged record can hold does not make the next one a number that cannot be kept', () => {
  assert.deepEqual(nextAttempt(numeric, bank, [answer('numeric', 0, 1), answer('numeric', Number.MAX_SAFE_INTEGER, 2)]), { question: numeric, number: 1 })
})
