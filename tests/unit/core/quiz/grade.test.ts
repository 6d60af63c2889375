import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { MatchQuestion, Question } from '../../../../src/core/quiz/question.ts'
import type { Response } from '../../../../src/core/quiz/response.ts'
import { formatNumber } from '../../../../src/core/quiz/feedback.ts'
import { grade, keyValue, longestRun } from '../../../../src/core/quiz/grade.ts'
import { drawVariables, variablesFor } from '../../../../src/core/quiz/variant.ts'
import { all, match, multiple, numeric, order, single, text } from './questions.ts'

const keyResponse = (question: Question, attempt: number): Response => {
  switch (question.type) {
    case 'single':
      return { type: 'single', option: question.options.find(({ correct }) => correct)?.id ?? '' }
    case 'multiple':
      return { type: 'multiple', options: question.options.filter(({ correct }) => correct).map(({ id }) => id) }
    case 'order':
      return { type: 'order', items: question.items.map(({ id }) => id) }
    case 'match':
      return { type: 'match', groups: Object.fromEntries(question.items.map(({ id, group }) => [id, group])) }
    case 'number':
      return { type: 'number', text: formatNumber(keyValue(question, variablesFor(question, attempt)), question.decimals, question.unit) }
    case 'text':
      return { type: 'text', text: question.accept[0] ?? '' }
  }
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'one', 'two', 'three', 'four', 'p', 'q', 'r', 'left', 'right', 'gone', '__proto__', 'toString')
const response: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ type: fc.constant('single' as const), option: id }),
  fc.record({ type: fc.constant('multiple' as const), options: fc.array(id) }),
  fc.record({ type: fc.constant('order' as const), items: fc.array(id) }),
  fc.record({ type: fc.constant('match' as const), groups: fc.dictionary(id, id) }),
  fc.record({ type: fc.constant('number' as const), text: fc.oneof(fc.string(), fc.double().map(String)) }),
  fc.record({ type: fc.constant('text' as const), text: fc.string() }),
)

test('whatever is answered, the score lies from 0 to 1 and the verdict agrees with it', () => {
  fc.assert(fc.property(fc.constantFrom(...all), response, fc.nat(40), (question, given, attempt) => {
    const { score, verdict } = grade(question, given, variablesFor(question, attempt))
    assert.ok(score >= 0 && score <= 1)
    assert.equal(verdict, score === 1 ? 'correct' : score === 0 ? 'incorrect' : 'partial')
  }))
})

test('the key scores 1 at every attempt, typed as it is shown', () => {
  fc.assert(fc.property(fc.constantFrom(...all), fc.nat(200), (question, attempt) => {
    const given = grade(question, keyResponse(question, attempt), variablesFor(question, attempt))
    assert.equal(given.score, 1)
    assert.deepEqual(given.misconceptions, [])
  }))
})

test('the order in which options were ticked, and ticking one twice, do not matter', () => {
  fc.assert(fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']), (options) => {
    const once = grade(multiple, { type: 'multiple', options })
    assert.deepEqual(grade(multiple, { type: 'multiple', options: options.toReversed() }), once)
    assert.deepEqual(grade(multiple, { type: 'multiple', options: [...options, ...options] }), once)
  }))
})

test('a right tick never lowers the score and a wrong one never raises it', () => {
  fc.assert(fc.property(fc.subarray(['a', 'b', 'c', 'd', 'e']), (options) => {
    const before = grade(multiple, { type: 'multiple', options }).score
    for (const { id: added, correct } of multiple.options.filter((option) => !options.includes(option.id))) {
      const after = grade(multiple, { type: 'multiple', options: [...options, added] }).score
      assert.ok(correct ? after >= before : after <= before)
    }
  }))
})

test('single: only the key scores, and a distractor names its belief', () => {
  assert.deepEqual(grade(single, { type: 'single', option: 'a' }).misconceptions, ['belief-a'])
  assert.equal(grade(single, { type: 'single', option: 'a' }).score, 0)
  assert.equal(grade(single, { type: 'single', option: 'gone' }).score, 0)
})

test('single: where two options are defensible, either scores in full', () => {
  const two = { ...single, options: single.options.map((option) => ({ ...option, correct: option.id !== 'c' })) }
  assert.equal(grade(two, { type: 'single', option: 'a' }).score, 1)
  assert.deepEqual(grade(two, { type: 'single', option: 'a' }).misconceptions, [])
  assert.equal(grade(two, { type: 'single', option: 'b' }).score, 1)
})

test('multiple: a wrong tick takes back a right one', () => {
  const score = (options: string[]) => grade(multiple, { type: 'multiple', options }).score
  assert.equal(score(['a', 'c']), 2 / 3)
  assert.equal(score(['a', 'c', 'b']), 1 / 3)
  assert.equal(score(['a', 'b', 'd']), 0)
  assert.equal(score(['a', 'b', 'c', 'd', 'e']), 1 / 3)
  assert.deepEqual(grade(multiple, { type: 'multiple', options: ['b'] }).misconceptions, ['belief-b'])
})

test('order: the longest run that need not move earns its share; reversed earns none', () => {
  const score = (...items: string[]) => grade(order, { type: 'order', items }).score
  assert.equal(score('two', 'one', 'three', 'four'), 2 / 3)
  assert.equal(score('four', 'one', 'two', 'three'), 2 / 3)
  assert.equal(score('three', 'four', 'one', 'two'), 1 / 3)
  assert.equal(score('four', 'three', 'two', 'one'), 0)
  const { parts } = grade(order, { type: 'order', items: ['four', 'one', 'two', 'three'] })
  assert.deepEqual(parts.filter(({ right }) => !right).map(({ id: moved }) => moved), ['four'])
})

test('order: the run is in the order of the key and no longer one exists', () => {
  const key = ['a', 'b', 'c', 'd', 'e']
  const subsets = (items: readonly string[]): string[][] => items.reduceRight<string[][]>((all_, one) => [...all_, ...all_.map((rest) => [one, ...rest])], [[]])
  fc.assert(fc.property(fc.shuffledSubarray(key, { minLength: 5 }), (items) => {
    const isRun = (run: readonly string[]) => run.every((one, at) => at === 0 || key.indexOf(run[at - 1] ?? '') < key.indexOf(one))
    const run = longestRun(items, key)
    assert.ok(isRun(run))
    assert.equal(run.length, Math.max(...subsets(items).filter(isRun).map((subset) => subset.length)))
  }))
})

test('match: each item counts alike, and an unplaced one shows no belief', () => {
  const wrong = grade(match, { type: 'match', groups: { p: 'right', q: 'right', r: 'left' } })
  assert.equal(wrong.score, 2 / 3)
  assert.deepEqual(wrong.misconceptions, ['belief-p'])
  assert.deepEqual(grade(match, { type: 'match', groups: { q: 'right' } }).misconceptions, [])
})

/** Four groups, and items of which each wrong group shows a belief of its own or none. */
const sorted: fc.Arbitrary<MatchQuestion> = fc.array(fc.record({
  group: fc.constantFrom('left', 'right', 'gone', '__proto__'),
  beliefs: fc.dictionary(fc.constantFrom('left', 'right', 'gone', 'toString'), fc.constantFrom('belief-1', 'belief-2', 'belief-3')),
}), { minLength: 1, maxLength: 6 }).map((drawn) => ({
  ...match,
  items: drawn.map(({ group, beliefs }, at) => ({
    id: `item-${at}`, text: ['Item'], rationale: ['Reason'], group,
    misconceptions: Object.fromEntries(Object.entries(beliefs).filter(([wrong]) => wrong !== group)),
  })),
}))

test('match: just the beliefs of the chosen groups are recorded, each once, and none for what is right or not placed', () => {
  fc.assert(fc.property(sorted, fc.dictionary(fc.constantFrom('item-0', 'item-1', 'item-2', 'item-3', '__proto__'), id), (question, groups) => {
    const shown = question.items.flatMap((item) => {
      const placed = Object.hasOwn(groups, item.id) ? groups[item.id] : undefined
      return Object.entries(item.misconceptions ?? {}).flatMap(([group, belief]) => (group === placed ? [belief] : []))
    })
    const { misconceptions, parts } = grade(question, { type: 'match', groups })
    assert.deepEqual(misconceptions, [...new Set(shown)])
    assert.ok(misconceptions.length <= parts.filter(({ chosen, right }) => chosen && !right).length)
  }))
})

test('match: of two wrong groups only the one that shows a belief is held against the learner', () => {
  const [first] = match.items
  assert.ok(first)
  const three = { ...match, groups: [...match.groups, { id: 'middle', text: ['Middle'] }], items: [first] }
  assert.deepEqual(grade(three, { type: 'match', groups: { p: 'right' } }).misconceptions, ['belief-p'])
  assert.deepEqual(grade(three, { type: 'match', groups: { p: 'middle' } }), { score: 0, verdict: 'incorrect', parts: [{ id: 'p', chosen: true, right: false }], misconceptions: [] })
})

test('number: a known mistake is named, and its belief', () => {
  const variables = drawVariables(numeric, 3)
  const given = grade(numeric, { type: 'number', text: `${((variables['minutes'] ?? 0) / 43.2) * 100}` }, variables)
  assert.deepEqual([given.score, given.mistake, given.misconceptions], [0, 'whole', ['belief-whole']])
})

test('number: a share may be typed as a fraction unless a sign says otherwise', () => {
  const variables = { percent: 10, minutes: 90 }
  const score = (typed: string) => grade(numeric, { type: 'number', text: typed }, variables).score
  assert.equal(score('20.8'), 1)
  assert.equal(score('20.8 %'), 1)
  assert.equal(score('0.208'), 1)
  assert.equal(score('0.208%'), 0)
})

test('number: the edges of the tolerance count, what lies beyond does not', () => {
  const fixed = { ...numeric, variables: {}, key: '43.2', unit: 'min', tolerance: { absolute: 0.1 } }
  const score = (typed: string) => grade(fixed, { type: 'number', text: typed }).score
  assert.deepEqual(['43.1', '43.3', '43.3001', '43.09'].map(score), [1, 1, 0, 0])
  assert.equal(score('43m12s'), 1)
  assert.equal(score('0.72 h'), 1)
  const relative = { ...fixed, key: '-200', tolerance: { relative: 0.01 } }
  assert.deepEqual(['-198', '-202', '-197.9', '200'].map((typed) => grade(relative, { type: 'number', text: typed }).score), [1, 1, 0, 0])
})

test('text: spelling habits are no errors, a near answer is named', () => {
  const given = (typed: string) => grade(text, { type: 'text', text: typed })
  assert.equal(given(' The Canary-Releases ').score, 1)
  assert.deepEqual([given('Blue green').score, given('Blue green').mistake, given('Blue green').misconceptions], [0, 'swap', ['belief-swap']])
  assert.equal(given('').score, 0)
})

test('a response of another type scores 0', () => {
  assert.equal(grade(single, { type: 'text', text: 'b' }).score, 0)
})
