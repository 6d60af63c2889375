import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { acceptedText, formatNumber, givenTexts, keyRationale, keyTexts, mistakeRationale, workingOf } from '../../../../src/core/quiz/feedback.ts'
import { grade } from '../../../../src/core/quiz/grade.ts'
import { variablesFor } from '../../../../src/core/quiz/variant.ts'
import { answerTexts } from '../../../../src/messages/answer.ts'
import { match, multiple, numeric, order, single, text } from './questions.ts'
import type { Question } from '../../../../src/core/quiz/question.ts'
import type { Response } from '../../../../src/core/quiz/response.ts'

const sentence = (question: Question, response: Response) => {
  const variables = variablesFor(question, 0)
  return answerTexts.result(question.type, grade(question, response, variables), givenTexts(question, response), keyTexts(question, variables))
}

test('numbers are written as the course writes them', () => {
  assert.deepEqual([formatNumber(1440, 0, 'min'), formatNumber(20.83333, 1, '%'), formatNumber(0.5, 2)], ['1,440 min', '20.8%', '0.5'])
})

test('the working shows the sum with the numbers of the attempt, and ends in the key', () => {
  const steps = workingOf(numeric, { percent: 10, minutes: 90 })
  assert.deepEqual(steps[0], { label: 'cost of {minutes} minutes', sum: '10 ÷ 100 × 90', result: '9 min' })
  assert.equal(steps[1]?.sum, '10 ÷ 100 × 90 ÷ 43.2 × 100')
  assert.equal(steps[1]?.result, keyTexts(numeric, { percent: 10, minutes: 90 })[0])
  const plain = { ...numeric, working: [{ label: 'minutes', value: 'minutes', unit: 'min', decimals: 0 }] }
  assert.equal(workingOf(plain, { minutes: 90 })[0]?.sum, '')
  assert.deepEqual(workingOf(single, {}), [])
})

test('whatever is said to be accepted is accepted', () => {
  fc.assert(fc.property(fc.nat(100), fc.constantFrom(0.05, 0.3, 1, 2.5), (attempt, absolute) => {
    const question = { ...numeric, tolerance: { absolute } }
    const variables = variablesFor(question, attempt)
    const accepted = acceptedText(question, variables)
    for (const typed of accepted ? [accepted.from, accepted.to] : []) {
      assert.equal(grade(question, { type: 'number', text: typed }, variables).score, 1)
    }
  }))
  assert.equal(acceptedText({ ...numeric, tolerance: { absolute: 0 } }, { percent: 10, minutes: 90 }), undefined)
})

test('the key is given in short for every type', () => {
  assert.deepEqual(keyTexts(single, {}), ['Option b'])
  assert.deepEqual(keyTexts(multiple, {}), ['Option a', 'Option c', 'Option e'])
  assert.equal(keyTexts(order, {}).length, 4)
  assert.deepEqual(keyTexts(match, {}), ['Left: Item p; Item r', 'Right: Item q'])
  assert.deepEqual(keyTexts(text, {}), ['canary release'])
})

test('the reason of the key and of a known mistake are found', () => {
  assert.deepEqual(keyRationale(single), ['Reason b'])
  assert.equal(keyRationale(order), undefined)
  assert.deepEqual(mistakeRationale(text, 'swap'), ['That moves all at once.'])
})

test('the result sentence repeats the answer and the verdict', () => {
  assert.equal(sentence(single, { type: 'single', option: 'a' }), 'Not yet. You chose “Option a”; it is “Option b”.')
  assert.equal(sentence(single, { type: 'single', option: 'b' }), 'Correct: “Option b”.')
  assert.equal(sentence(multiple, { type: 'multiple', options: ['a', 'c', 'b'] }), 'In part. You chose 2 of the 3 that hold, and 1 that does not.')
  assert.equal(sentence(multiple, { type: 'multiple', options: ['b', 'd'] }), 'Not yet. You chose none of the 3 that hold, and 2 that do not.')
  assert.equal(sentence(order, { type: 'order', items: ['four', 'one', 'two', 'three'] }), 'In part: 3 of 4 are in order; move 1 line.')
  assert.equal(sentence(match, { type: 'match', groups: { p: 'right', q: 'right', r: 'left' } }), 'In part: 2 of 3 are in their group.')
  assert.equal(sentence(text, { type: 'text', text: 'blue-green ' }), 'Not yet. You wrote “blue-green”; it is “canary release”.')
})

test('what is missing is said with a form that works, in the unit asked for', () => {
  assert.equal(answerTexts.unfinished({ kind: 'number', problem: 'sum', unit: 'min' }), 'That is a sum or a range. Work it out and write one number, such as 12.5, 12.5 min or 1h 30m.')
  assert.equal(answerTexts.unfinished({ kind: 'sort-all', left: 1 }), 'One line has no group yet. Choose one for it.')
})
