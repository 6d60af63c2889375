import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TitleIndex } from '../../../../src/core/search/title-index.ts'
import { packTitles, unpackTitles } from '../../../../src/core/search/title-index.ts'
import { searchTitles } from '../../../../src/core/search/titles.ts'
import { course, lessonOf } from './course-of.ts'

const unpacked = unpackTitles(JSON.parse(JSON.stringify(packTitles(course))))
assert.ok(unpacked.ok)
const index: TitleIndex = unpacked.value
const found = (query: string) => searchTitles(index, query).map(({ page }) => page.path)
const text = (pieces: readonly { text: string; marked: boolean }[]) => pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')

test('the packed index holds written lessons, terms and anti-patterns, with their modules, and no planned lesson', () => {
  assert.deepEqual(index.pages.map(({ path, kind, module }) => [path, kind, module]), [
    ['lessons/error-budget-arithmetic/', 'lesson', 'sre-practice'],
    ['lessons/slos/', 'lesson', 'sre-practice'],
    ['lessons/small-batches/', 'lesson', 'devops-culture'],
    ['glossary/#slo', 'term', 'sre-practice'],
    ['glossary/#error-budget', 'term', 'sre-practice'],
    ['anti-patterns/#devops-silo', 'anti-pattern', 'sre-practice'],
  ])
  assert.ok(!JSON.stringify(packTitles(course)).includes('Planned'))
})

test('a long definition is cut at a word', () => {
  const gloss = index.pages.find(({ path }) => path === 'glossary/#slo')?.gloss ?? ''
  assert.ok(gloss.length <= 112, gloss)
  assert.match(gloss, /^A target for a measured ratio .*\w …$/)
  assert.equal(index.pages.find(({ path }) => path === 'glossary/#error-budget')?.gloss, 'What a target allows to fail.')
})

test('something that is not the index is refused', () => {
  for (const value of [null, 3, [], {}, { v: 2, modules: [], lessons: [], terms: [], antiPatterns: [] }, { v: 1, modules: {} }]) {
    assert.ok(!unpackTitles(value).ok, JSON.stringify(value))
  }
})

test('an empty query and one without words find nothing', () => {
  assert.deepEqual(found('  '), [])
  assert.deepEqual(found('–?'), [])
})

test('every word has to be in the same title or heading', () => {
  assert.deepEqual(found('budget window'), ['lessons/error-budget-arithmetic/'])
  assert.deepEqual(found('budget silo'), [])
})

test('a title that is the query comes before one that holds it, and that before a heading that holds it', () => {
  assert.deepEqual(found('error budget'), ['glossary/#error-budget', 'lessons/error-budget-arithmetic/'])
})

test('whole words come before beginnings of words', () => {
  assert.deepEqual(found('budget'), ['glossary/#error-budget', 'lessons/error-budget-arithmetic/', 'lessons/small-batches/'])
  assert.deepEqual(found('budgets')[0], 'lessons/small-batches/')
})

test('an abbreviation finds its term first', () => {
  assert.equal(found('slo')[0], 'glossary/#slo')
  assert.equal(found('SLO').length, 2)
})

test('one slip is forgiven, but only when nothing fits as typed', () => {
  assert.deepEqual(found('arithmetik'), ['lessons/error-budget-arithmetic/'])
  assert.equal(found('bugdet')[0], 'glossary/#error-budget')
  const near: TitleIndex = { modules: [], pages: [
    { path: 'a', kind: 'lesson', title: 'Boats', discipline: 'all', places: [] },
    { path: 'b', kind: 'lesson', title: 'Coats', discipline: 'all', places: [] },
  ] }
  assert.deepEqual(searchTitles(near, 'boats').map(({ page }) => page.path), ['a'])
})

test('headings that fit come with their page, best first, with the words marked', () => {
  const [hit] = searchTitles(index, 'outages partial')
  assert.equal(hit?.page.path, 'lessons/error-budget-arithmetic/')
  assert.equal(text(hit.title), 'Error-budget arithmetic')
  assert.deepEqual(hit.places.map((place) => [place.path, text(place.title)]), [
    ['lessons/error-budget-arithmetic/#most-outages-are-partial', 'Most [outages] are [partial]'],
  ])
  assert.equal(text(searchTitles(index, 'arith')[0]?.title ?? []), 'Error-budget [arithmetic]')
})

test('a word typed twice asks for two words', () => {
  assert.deepEqual(found('are are'), ['lessons/error-budget-arithmetic/'])
})

test('accents can be left out', () => {
  assert.deepEqual(found('cafe'), ['lessons/small-batches/'])
})

test('pages that fit equally well keep the order of the course', () => {
  const pages = ['c', 'a', 'b'].map((path) => ({ path, kind: 'lesson' as const, title: 'Same title', discipline: 'all' as const, places: [] }))
  assert.deepEqual(searchTitles({ modules: [], pages }, 'same').map(({ page }) => page.path), ['c', 'a', 'b'])
})

test('the whole title of any page finds that page, and so does its beginning', () => {
  fc.assert(fc.property(fc.constantFrom(...index.pages), fc.integer({ min: 1, max: 30 }), (page, length) => {
    assert.ok(found(page.title).includes(page.path))
    assert.ok(found(page.title.slice(0, length)).includes(page.path))
  }))
})

test('any text can be asked for', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => void found(query)))
})

test('two thousand lessons are searched through', () => {
  const lessons = Array.from({ length: 2000 }, (_, at) => lessonOf(`lesson-${at}`, 'm', `Lesson ${at}`, ['One thing', 'Another thing']))
  const modules = course.modules.slice(0, 1).map((module) => ({ ...module, lessons, order: lessons.map(({ id }) => id), planned: [] }))
  const large = unpackTitles(packTitles({ ...course, modules }))
  assert.ok(large.ok)
  assert.equal(searchTitles(large.value, 'lesson 1234')[0]?.page.path, 'lessons/lesson-1234/')
})
