import assert from 'node:assert/strict'
import { test } from 'node:test'
import { err, ok, type Result } from '../../../src/core/result.ts'
import type { TextAnswer, TextError, TextPage } from '../../../src/core/search/full-text.ts'
import { NO_FILTER } from '../../../src/core/search/request.ts'
import { packTitles, unpackTitles, type TitleIndex } from '../../../src/core/search/title-index.ts'
import { createSearchStore } from '../../../src/stores/search.ts'
import { course } from '../core/search/course-of.ts'

/** A promise that is settled by hand. */
const open = <T>() => {
  let settle: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => (settle = done))
  return { promise, settle }
}

/** Lets everything run that is ready to run. */
const turn = () => new Promise((done) => setImmediate(done))

const pageOf = (path: string, found = ['budget', 'SLO', 'queues', 'zzzz']): TextPage =>
  ({ path, title: path, excerpt: [{ text: 'x', marked: true }], places: [], found })

const setUp = () => {
  const titles = open<Result<TitleIndex, unknown>>()
  const asked: { query: string; answer: (result: Result<TextAnswer, TextError>) => void }[] = []
  let due: (() => void) | undefined
  let loads = 0
  const store = createSearchStore({
    loadTitles: () => (loads += 1, titles.promise),
    fullText: {
      search: (query) => {
        const { promise, settle } = open<Result<TextAnswer, TextError>>()
        asked.push({ query, answer: settle })
        return promise
      },
    },
    later: (_, run) => {
      due = run
      return () => (due = undefined)
    },
  })
  const state = () => store.$state.get()
  return {
    store, asked, state,
    loads: () => loads,
    ask: (query: string) => store.ask({ ...state().request, query }),
    titlesArrive: async () => (titles.settle(unpackTitles(packTitles(course))), turn()),
    titlesFail: async () => (titles.settle(err('HTTP 404')), turn()),
    quiet: async () => {
      const run = due
      due = undefined
      run?.()
      await turn()
    },
    shown: () => ({ titles: state().results.titles.map(({ path }) => path), text: state().results.text.map(({ path }) => path) }),
  }
}

const answerOf = (paths: string[], change: Partial<TextAnswer> = {}) =>
  ok<TextAnswer>({ paths, incomplete: false, load: async (path) => pageOf(path), ...change })

test('the titles answer every key at once; the text is asked after the last one', async () => {
  const search = setUp()
  search.store.open()
  await search.titlesArrive()
  search.ask('b')
  search.ask('bu')
  assert.ok(search.shown().titles.length > 0)
  assert.equal(search.asked.length, 0)
  await search.quiet()
  assert.deepEqual(search.asked.map(({ query }) => query), ['bu'])
})

test('what was typed before the titles are there is answered when they are', async () => {
  const search = setUp()
  search.ask('slo')
  assert.equal(search.state().titles, 'loading')
  await search.titlesArrive()
  assert.equal(search.shown().titles[0], 'glossary/#slo')
  assert.equal(search.loads(), 1)
})

test('the text waits for the titles, so that nothing is put in above it', async () => {
  const search = setUp()
  search.ask('budget')
  await search.quiet()
  search.asked[0]?.answer(answerOf(['lessons/slos/']))
  await turn()
  assert.deepEqual(search.shown(), { titles: [], text: [] })
  await search.titlesArrive()
  await turn()
  assert.ok(search.shown().titles.length > 0)
  assert.deepEqual(search.shown().text, ['lessons/slos/'])
  assert.equal(search.state().text, 'ready')
})

test('a late answer to an earlier query is dropped', async () => {
  const search = setUp()
  await search.titlesArrive()
  search.ask('budget')
  await search.quiet()
  search.ask('slo')
  search.asked[0]?.answer(answerOf(['lessons/small-batches/']))
  await turn()
  assert.deepEqual(search.shown().text, [])
  assert.equal(search.state().text, 'loading')
})

test('asking for the same again changes nothing', async () => {
  const search = setUp()
  await search.titlesArrive()
  search.ask('budget')
  await search.quiet()
  search.asked[0]?.answer(answerOf(['lessons/slos/']))
  await turn()
  search.ask('budget')
  assert.equal(search.state().text, 'ready')
  assert.deepEqual(search.shown().text, ['lessons/slos/'])
})

test('a filter loads the texts that it uncovers and asks nothing anew', async () => {
  const search = setUp()
  await search.titlesArrive()
  search.ask('zzzz')
  await search.quiet()
  const lessons = Array.from({ length: 9 }, (_, at) => `lessons/unknown-${at}/`)
  search.asked[0]?.answer(answerOf([...lessons, 'glossary/#slo']))
  await turn()
  assert.ok(!search.shown().text.includes('glossary/#slo'))
  search.store.ask({ query: 'zzzz', filter: { ...NO_FILTER, kinds: ['term'] } })
  await turn()
  assert.deepEqual(search.shown().text, ['glossary/#slo'])
  assert.equal(search.asked.length, 1)
})

test('more of the text comes below what is there', async () => {
  const search = setUp()
  await search.titlesArrive()
  search.ask('zzzz')
  await search.quiet()
  search.asked[0]?.answer(answerOf(Array.from({ length: 10 }, (_, at) => `lessons/unknown-${at}/`)))
  await turn()
  const before = search.shown().text
  assert.equal(search.state().results.moreText, 2)
  search.store.showMoreText()
  await turn()
  assert.deepEqual(search.shown().text.slice(0, before.length), before)
  assert.equal(search.shown().text.length, 10)
})

test('a missing full-text index is said, and titles still answer', async () => {
  const search = setUp()
  await search.titlesArrive()
  search.ask('slo')
  await search.quiet()
  search.asked[0]?.answer(err('unavailable'))
  await turn()
  assert.equal(search.state().text, 'unavailable')
  assert.equal(search.shown().titles[0], 'glossary/#slo')
})

test('gaps in the index, and pages that cannot be read, make the search incomplete', async () => {
  const gaps = setUp()
  await gaps.titlesArrive()
  gaps.ask('slo')
  await gaps.quiet()
  gaps.asked[0]?.answer(answerOf([], { incomplete: true }))
  await turn()
  assert.equal(gaps.state().text, 'incomplete')

  const unread = setUp()
  await unread.titlesArrive()
  unread.ask('zzzz')
  await unread.quiet()
  unread.asked[0]?.answer(answerOf(['lessons/slos/'], { load: async () => undefined }))
  await turn()
  assert.equal(unread.state().text, 'incomplete')
})

test('titles that failed are loaded again when search is opened again', async () => {
  const search = setUp()
  search.store.open()
  await search.titlesFail()
  assert.equal(search.state().titles, 'failed')
  search.store.open()
  assert.equal(search.loads(), 2)
})

test('pages that Pagefind names for a shorter word are no results', async () => {
  const search = setUp()
  await search.titlesArrive()
  search.ask('xylophone')
  await search.quiet()
  search.asked[0]?.answer(answerOf(['lessons/slos/', 'lessons/small-batches/'], { load: async (path) => pageOf(path, ['X']) }))
  await turn()
  assert.deepEqual(search.shown(), { titles: [], text: [] })
  assert.equal(search.state().results.pages, 0)
  assert.equal(search.state().text, 'ready')
})
