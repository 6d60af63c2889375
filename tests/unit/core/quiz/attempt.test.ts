import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ask } from '../../../../src/core/quiz/asked.ts'
import { answeredEvent, check, draftOfAnswer } from '../../../../src/core/quiz/attempt.ts'
import { freshDraft, type Draft } from '../../../../src/core/quiz/draft.ts'
import { attemptOf, readDraft } from '../../../../src/core/quiz/read-draft.ts'
import { shuffle } from '../../../../src/core/quiz/shuffle.ts'
import type { Answered } from '../../../../src/core/record/event.ts'
import { readEvent } from '../../../../src/core/record/read-event.ts'
import { all, match, multiple, numeric, order, single, text } from './questions.ts'

test('what is asked shows the order and numbers of the attempt, and nothing that gives the key away', () => {
  fc.assert(fc.property(fc.constantFrom(...all), fc.nat(50), (question, number) => {
    const asked = ask(question, number)
    assert.deepEqual((asked.lines ?? []).map(({ id }) => id), shuffle(question, number))
    assert.doesNotMatch(JSON.stringify(asked), /Reason|correct|rationale|"group"|accept|working|mistake|hint \d/)
  }))
})

test('a fresh draft is no attempt, except an order, which can be right as it stands', () => {
  for (const question of all) {
    const { grade } = check(question, freshDraft(ask(question, 0), 0))
    assert.equal(grade === undefined, question.type !== 'order', question.type)
  }
})

test('what is missing is said by its kind', () => {
  const missing = (question: (typeof all)[number], response: Draft['response']) => check(question, { question: question.id, number: 0, response, hints: 0 }).unfinished
  assert.deepEqual(missing(single, { type: 'single', option: 'gone' }), { kind: 'choose-one' })
  assert.deepEqual(missing(multiple, { type: 'multiple', options: [] }), { kind: 'choose-some' })
  assert.deepEqual(missing(match, { type: 'match', groups: { p: 'left' } }), { kind: 'sort-all', left: 2 })
  assert.deepEqual(missing(numeric, { type: 'number', text: 'a lot' }), { kind: 'number', problem: 'not-a-number', unit: '%' })
  assert.deepEqual(missing(text, { type: 'text', text: ' – ' }), { kind: 'write' })
})

const answered = (draft: Draft, root: string): Answered => {
  const { grade } = check(single, draft)
  assert.ok(grade)
  const event = { id: 'device:1', v: 1, at: 1, ...answeredEvent(single, draft, grade, 'lesson', root) }
  const read = readEvent(JSON.parse(JSON.stringify(event)))
  assert.ok(read?.type === 'answered')
  return read
}

test('an answer is recorded with all that it takes to show it again', () => {
  const draft: Draft = { question: 'single', number: 4, response: { type: 'single', option: 'a' }, hints: 1, confidence: 'certain' }
  const event = answered(draft, 'single')
  assert.deepEqual(draftOfAnswer(event), draft)
  assert.deepEqual([event.score, event.misconceptions, event.inPlaceOf], [0, ['belief-a'], undefined])
})

test('the answer to a sibling says which question it stands in for', () => {
  assert.equal(answered({ question: 'single', number: 0, response: { type: 'single', option: 'b' }, hints: 0 }, 'root').inPlaceOf, 'root')
})

const responses: readonly (readonly [(typeof all)[number], Draft['response']])[] = [
  [single, { type: 'single', option: 'b' }],
  [multiple, { type: 'multiple', options: ['c', 'a'] }],
  [order, { type: 'order', items: ['four', 'one', 'two', 'three'] }],
  [match, { type: 'match', groups: { q: 'right' } }],
  [numeric, { type: 'number', text: '20,' }],
  [text, { type: 'text', text: 'can' }],
]

test('a draft comes back from the device as it was', () => {
  for (const [question, response] of responses) {
    const draft: Draft = { question: question.id, number: 2, response, hints: 1, confidence: 'guess' }
    assert.deepEqual(readDraft(JSON.parse(JSON.stringify(draft)), ask(question, 2)), draft)
  }
})

test('a damaged or foreign draft is refused or cut to what the question knows, never trusted', () => {
  const shape = fc.anything()
  fc.assert(fc.property(fc.constantFrom(...all), shape, shape, (question, response, rest) => {
    const asked = ask(question, 0)
    assert.doesNotThrow(() => readDraft(rest, asked))
    const draft = readDraft({ question: question.id, number: 0, response, hints: rest, confidence: rest }, asked)
    assert.ok(draft)
    assert.equal(draft.response.type, question.type)
    assert.doesNotThrow(() => check(question, draft))
  }))
  assert.equal(readDraft({ question: 'other', number: 0 }, ask(single, 0)), undefined)
  assert.deepEqual(readDraft({ question: 'single', number: 0, hints: 99, response: { type: 'single', option: 'gone' } }, ask(single, 0)),
    { question: 'single', number: 0, hints: 2, response: { type: 'single', option: '' } })
  assert.equal(attemptOf({ question: 'single', number: -1 }), undefined)
})
