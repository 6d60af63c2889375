import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TextPage } from '../../../../src/core/search/full-text.ts'
import { holds, withPages } from '../../../../src/core/search/held.ts'
import { NO_FILTER } from '../../../../src/core/search/request.ts'
import { wanted, type Findings } from '../../../../src/core/search/results.ts'

test('a word that Pagefind cut down to a beginning that it knows is not held', () => {
  assert.ok(!holds('xylophone', ['X', 'Team Topologies']))
  assert.ok(!holds('toilet', ['Toil.', 'toil']))
  assert.ok(!holds('budget costume', ['budget', 'costs']))
})

test('a word is held by itself, by a longer one, and by another form of it', () => {
  for (const [query, found] of [
    ['budget', 'Budget,'], ['budgets', 'budget'], ['bud', 'budget'], ['deploymen', 'Deployment”'], ['deployment', 'deployed'],
    ['policies', 'policy'], ['running', 'run'], ['labelled', 'label'], ['using', 'used'], ['operational', 'operate'], ['café', 'Cafe'],
  ] as const) assert.ok(holds(query, [found]), `${query} by ${found}`)
})

test('a number is held by a number that begins with it, not by one that only has its digits', () => {
  assert.ok(holds('99.9', ['99.95%']))
  assert.ok(!holds('7.4', ['1.74']))
})

test('hyphens count as little as they do for Pagefind', () => {
  for (const [query, found] of [['on-call', 'on-call,'], ['oncall', 'On-call'], ['on-call', 'oncall'], ['call', 'on-call']] as const) assert.ok(holds(query, [found]), query)
})

test('every word must be held, and marks are no words', () => {
  assert.ok(holds('error budgets', ['error', 'budget']))
  assert.ok(!holds('error budgets', ['error']))
  assert.ok(holds(' “error”  – ', ['error']))
})

test('words hold themselves and each of their beginnings, whatever else is found', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/)
  fc.assert(fc.property(fc.array(word, { minLength: 1 }), fc.array(word), fc.nat(), (words, others, cut) => {
    const typed = words.map((one) => one.slice(0, 1 + (cut % one.length))).join(' ')
    assert.ok(holds(words.join(' '), [...others, ...words]))
    assert.ok(holds(typed, [...others, ...words]))
  }))
})

const pageOf = (path: string, found: readonly string[]): TextPage => ({ path, title: path, excerpt: [], places: [], found })
const findings = (text: readonly string[]): Findings => ({
  index: undefined, filter: NO_FILTER, titles: [], text, loaded: new Map(), show: { titles: 8, text: 2 },
})

test('a page without the words makes room for the next', () => {
  const after = withPages(findings(['a', 'b', 'c']), [['a', pageOf('a', ['toil'])], ['b', pageOf('b', ['toilet'])]], 'toilet')
  assert.deepEqual(after.text, ['b', 'c'])
  assert.deepEqual(wanted(after), ['c'])
})

test('when none of the best pages holds the words, none is named and no more are loaded', () => {
  const after = withPages(findings(['a', 'b', 'c']), [['a', pageOf('a', ['x'])], ['b', pageOf('b', ['X'])]], 'xylophone')
  assert.deepEqual(after.text, [])
  assert.deepEqual(wanted(after), [])
})

test('a page that cannot be read is not judged', () => {
  const after = withPages(findings(['a', 'b']), [['a', null], ['b', pageOf('b', ['toilet'])]], 'toilet')
  assert.deepEqual(after.text, ['a', 'b'])
})
