import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainText } from '../../../../src/core/course/rich.ts'
import type { TextPage } from '../../../../src/core/search/full-text.ts'
import { textRecords } from '../../../../src/core/search/records.ts'
import { NO_FILTER, type SearchFilter } from '../../../../src/core/search/request.ts'
import { arrange, wanted, type Findings } from '../../../../src/core/search/results.ts'
import { NOTHING_SOUGHT, verdictOf, type SearchState } from '../../../../src/core/search/state.ts'
import { packTitles, unpackTitles } from '../../../../src/core/search/title-index.ts'
import { searchTitles } from '../../../../src/core/search/titles.ts'
import { course } from './course-of.ts'

const unpacked = unpackTitles(packTitles(course))
assert.ok(unpacked.ok)
const index = unpacked.value

const BUDGET = 'lessons/error-budget-arithmetic/'
const BATCHES = 'lessons/small-batches/'
const TERM = 'glossary/#error-budget'
const piece = [{ text: 'found', marked: true }]
const pageOf = (path: string, anchors: readonly string[] = []): TextPage => ({
  path, title: `Title of ${path}`, excerpt: piece, places: anchors.map((anchor) => ({ path: `${path}#${anchor}`, title: anchor, excerpt: piece })), found: [],
})

const findings = (query: string, change: Partial<Findings> = {}): Findings => ({
  index, filter: NO_FILTER, titles: searchTitles(index, query), text: [], loaded: new Map(), show: { titles: 8, text: 8 }, ...change,
})
const narrowed = (filter: Partial<SearchFilter>): SearchFilter => ({ ...NO_FILTER, ...filter })
const paths = (groups: readonly { path: string }[]) => groups.map(({ path }) => path)

test('the text follows below and leaves the titles as they are', () => {
  const before = arrange(findings('error budget'))
  const after = arrange(findings('error budget', { text: [BATCHES, BUDGET], loaded: new Map([[BATCHES, pageOf(BATCHES)], [BUDGET, pageOf(BUDGET, ['new'])]]) }))
  assert.deepEqual(after.titles, before.titles)
  assert.deepEqual(paths(before.titles), [TERM, BUDGET])
  assert.deepEqual(paths(after.text), [BATCHES, BUDGET])
})

test('the titles stay the same whatever the text answers, and whatever part of it has arrived', () => {
  const all = index.pages.map(({ path }) => path)
  fc.assert(fc.property(fc.shuffledSubarray(all), fc.subarray(all), fc.constantFrom('budget', 'slo', 'a', 'queues'), (text, arrived, query) => {
    const loaded = new Map(arrived.map((path) => [path, pageOf(path, ['one', 'most-outages-are-partial'])]))
    const now = arrange(findings(query, { text, loaded }))
    assert.deepEqual(now.titles, arrange(findings(query)).titles)
    const later = arrange(findings(query, { text, loaded: new Map(all.map((path) => [path, pageOf(path, ['one', 'most-outages-are-partial'])])) }))
    assert.deepEqual(later.text.slice(0, now.text.length), now.text, 'text groups are only added at the end')
  }))
})

test('a place is listed once', () => {
  const text = [BUDGET, TERM]
  const loaded = new Map([[BUDGET, pageOf(BUDGET, ['most-outages-are-partial', 'new'])], [TERM, pageOf(TERM)]])
  const results = arrange(findings('most outages', { text, loaded }))
  assert.deepEqual(results.titles.flatMap((group) => paths(group.places)), [`${BUDGET}#most-outages-are-partial`])
  assert.deepEqual(results.text.map((group) => [group.path, ...paths(group.places)]), [[BUDGET, `${BUDGET}#new`], [TERM]])
  const again = arrange(findings('error budget', { text: [TERM], loaded }))
  assert.deepEqual(again.text, [], 'a term with nothing new is not repeated')
})

test('pages found by both are counted once, and before their texts are loaded', () => {
  assert.equal(arrange(findings('error budget', { text: [BUDGET, BATCHES] })).pages, 3)
})

test('a filter narrows both parts, and each choice says what it would leave', () => {
  const loaded = new Map([[BATCHES, pageOf(BATCHES)], [TERM, pageOf(TERM)]])
  const results = arrange(findings('budget', { text: [BATCHES, TERM], loaded, filter: narrowed({ modules: ['devops-culture'] }) }))
  assert.deepEqual(paths(results.titles), [BATCHES])
  assert.equal(results.pages, 1)
  assert.equal(results.unfiltered, 3)
  assert.deepEqual(results.facets.kinds.map(({ kind, pages, chosen }) => [kind, pages, chosen]), [['lesson', 1, false], ['term', 0, false], ['anti-pattern', 0, false]])
  assert.deepEqual(results.facets.modules.map(({ module, pages, chosen }) => [module.id, pages, chosen]), [['sre-practice', 2, false], ['devops-culture', 1, true]])
})

test('what a choice promises is what it leaves', () => {
  const text = index.pages.map(({ path }) => path)
  for (const { kind, pages } of arrange(findings('budget', { text })).facets.kinds) {
    assert.equal(arrange(findings('budget', { text, filter: narrowed({ kinds: [kind] }) })).pages, pages)
  }
})

test('a page that is still on its way holds back those behind it', () => {
  const text = [BUDGET, BATCHES]
  assert.deepEqual(arrange(findings('zzzz', { text, loaded: new Map([[BATCHES, pageOf(BATCHES)]]) })).text, [])
})

test('a page that cannot be read is passed over', () => {
  const loaded = new Map<string, TextPage | null>([[BUDGET, null], [BATCHES, pageOf(BATCHES)]])
  assert.deepEqual(paths(arrange(findings('zzzz', { text: [BUDGET, BATCHES], loaded })).text), [BATCHES])
})

test('only the texts that are shown are loaded, and only once', () => {
  const some = findings('zzzz', { text: [BUDGET, BATCHES, TERM], show: { titles: 8, text: 2 } })
  assert.deepEqual(wanted(some), [BUDGET, BATCHES])
  assert.deepEqual(wanted({ ...some, loaded: new Map([[BUDGET, null]]) }), [BATCHES])
  assert.equal(arrange(some).moreText, 1)
  assert.deepEqual(wanted({ ...some, filter: narrowed({ kinds: ['term'] }) }), [TERM])
})

test('without the small index the text still answers, unfiltered', () => {
  const results = arrange({ ...findings(''), index: undefined, titles: [], text: ['lessons/x/'], loaded: new Map([['lessons/x/', pageOf('lessons/x/')]]) })
  assert.deepEqual(results.text.map(({ title }) => title[0]?.text), ['Title of lessons/x/'])
  assert.equal(results.pages, 1)
})

const state = (change: Partial<SearchState>, pages = 0): SearchState => ({
  ...NOTHING_SOUGHT, request: { query: 'x', filter: NO_FILTER }, titles: 'ready', text: 'ready', results: { ...NOTHING_SOUGHT.results, pages }, ...change,
})

test('"nothing found" is said only when everything was searched', () => {
  assert.equal(verdictOf(NOTHING_SOUGHT), 'nothing-asked')
  assert.equal(verdictOf(state({})), 'none')
  assert.equal(verdictOf(state({}, 1)), 'found')
  assert.equal(verdictOf(state({ text: 'loading' })), 'pending')
  assert.equal(verdictOf(state({ text: 'unavailable' })), 'none-of-titles')
  assert.equal(verdictOf(state({ text: 'incomplete' })), 'none-of-titles')
  assert.equal(verdictOf(state({ text: 'unbuilt' })), 'none-of-titles')
  assert.equal(verdictOf(state({ titles: 'failed', text: 'unavailable' })), 'unavailable')
})

test('terms and anti-patterns are indexed one by one with all they say', () => {
  const records = textRecords(course)
  assert.deepEqual(records.map(({ path, title }) => [path, title]), [
    ['glossary/#slo', 'Service level objective'], ['glossary/#error-budget', 'Error budget'], ['anti-patterns/#devops-silo', 'The DevOps team as a third silo'],
  ])
  assert.ok(records[0]?.text.startsWith('Service level objective (SLO). A target'))
  assert.ok(records[0]?.text.includes(plainText(course.terms[0]?.definition ?? ['missing'])))
  assert.equal(records[2]?.text, 'The DevOps team as a third silo. Releases wait for one team. A queue forms. It was measured. Count the handoffs. Share the pager.')
})
