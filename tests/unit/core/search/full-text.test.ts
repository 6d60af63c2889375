import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPlaces, readTextPage, splitExcerpt } from '../../../../src/core/search/full-text.ts'

test('an excerpt becomes pieces, words next to each other one piece', () => {
  assert.deepEqual(splitExcerpt('the <mark>error</mark> <mark>budget.</mark> is <mark>spent</mark>'), [
    { text: 'the ', marked: false }, { text: 'error budget', marked: true }, { text: '. is ', marked: false }, { text: 'spent', marked: true },
  ])
})

test('markup in the text itself stays text', () => {
  assert.deepEqual(splitExcerpt('a &lt;b&gt; &amp; <mark>c</mark>'), [{ text: 'a <b> &amp; ', marked: false }, { text: 'c', marked: true }])
})

test('the words of an excerpt all arrive', () => {
  const word = fc.stringMatching(/^[a-z]{1,5}$/)
  fc.assert(fc.property(fc.array(fc.tuple(word, fc.boolean())), (words) => {
    const excerpt = words.map(([text, marked]) => (marked ? `<mark>${text}</mark>` : text)).join(' ')
    assert.equal(splitExcerpt(excerpt).map(({ text }) => text).join(''), words.map(([text]) => text).join(' '))
  }))
})

const result = {
  url: '/course/lessons/x/',
  meta: { title: 'X' },
  sub_results: [
    { url: '/course/lessons/x/', title: 'X', excerpt: 'before <mark>it</mark>' },
    { url: '/course/lessons/x/#part', title: 'Part', excerpt: 'in <mark>it</mark>' },
  ],
}

test('a result of Pagefind becomes a page with places, without the base path', () => {
  const page = readTextPage(result, '/course/')
  assert.equal(page?.path, 'lessons/x/')
  assert.deepEqual(page?.excerpt.map(({ text }) => text), ['before ', 'it', ' …'])
  assert.deepEqual(page?.places.map(({ path, title }) => [path, title]), [['lessons/x/#part', 'Part']])
})

test('an entry with an anchor of its own is a page, and what is found in it is its excerpt', () => {
  const page = readTextPage({ url: '/glossary/#slo', meta: { title: 'SLO' }, sub_results: [{ url: '/glossary/#slo', title: 'SLO', excerpt: 'a <mark>target</mark>' }] }, '/')
  assert.equal(page?.path, 'glossary/#slo')
  assert.equal(page.excerpt[1]?.text, 'target')
  assert.deepEqual(page.places, [])
})

test('the words at the places that Pagefind names are what it found, with the title', () => {
  const page = readTextPage({ ...result, content: 'A budget.  Every\nbudget is spent', locations: [1, 3, 9] }, '/course/')
  assert.deepEqual(page?.found, ['budget.', 'budget', 'X'])
  assert.deepEqual(readTextPage(result, '/course/')?.found, ['X'])
})

test('anything else is refused', () => {
  for (const value of [undefined, null, 'x', {}, { url: 3 }, { url: '/x' }]) assert.equal(readTextPage(value, '/'), undefined)
  for (const value of [undefined, null, {}, { tag: 'a' }, { tag: 1, pages: {} }, { tag: 'a', pages: { x: 1 } }]) assert.equal(readPlaces(value), undefined)
  assert.deepEqual(readPlaces({ tag: 'a', pages: { en_1: 'lessons/x/' } }), { tag: 'a', pages: { en_1: 'lessons/x/' } })
})

test('an excerpt does not repeat its heading, and shows where a sentence is cut off', () => {
  const part = (excerpt: string) => readTextPage({ ...result, sub_results: [{ url: '/x/#p', title: 'Part', excerpt }] }, '/')?.places[0]?.excerpt.map(({ text }) => text).join('')
  assert.equal(part('Part. It <mark>begins</mark> here'), 'It begins here …')
  assert.equal(part('Partly so. It <mark>ends.</mark>'), 'Partly so. It ends.')
})
