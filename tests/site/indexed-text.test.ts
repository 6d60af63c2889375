import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { plainText, type Rich } from '../../src/core/course/rich.ts'
import type { Question } from '../../src/core/quiz/question.ts'
import { readPlaces } from '../../src/core/search/full-text.ts'
import { unpackTitles } from '../../src/core/search/title-index.ts'

const dist = process.env['OUT_DIR'] ?? 'dist'
const read = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'))

/** The full text as a learner's browser gets it, by page. */
const fragments = new Map(
  readdirSync(join(dist, 'pagefind/fragment')).map((name) => {
    const text = gunzipSync(readFileSync(join(dist, 'pagefind/fragment', name))).toString('utf8')
    const { url, content } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string }
    return [url.slice(1), content]
  }),
)
const lessons = readdirSync(join(dist, 'lessons'))
const banks = lessons.map((lesson) => read(`lessons/${lesson}/questions.json`) as readonly Question[])

/** Everything a search must not give away: options, items, groups, keys, reasons, hints, known wrong answers. */
const secrets = (question: Question): string[] => {
  const rich: Rich[] = [...question.hints]
  if (question.type === 'single' || question.type === 'multiple') rich.push(...question.options.flatMap(({ text, rationale }) => [text, rationale]))
  if (question.type === 'order' || question.type === 'match') rich.push(...question.items.flatMap(({ text, rationale }) => [text, rationale]))
  if (question.type === 'number' || question.type === 'text') rich.push(question.rationale)
  if (question.type === 'number') rich.push(...question.mistakes.map(({ rationale }) => rationale))
  if (question.type === 'text') rich.push(...question.near.map(({ rationale }) => rationale))
  return rich.map(plainText)
}

/** Words only, so that spacing and punctuation hide nothing. */
const words = (text: string): string => ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `

test('there are questions to look for, of every lesson', () => {
  assert.ok(banks.length > 0)
  for (const bank of banks) assert.ok(bank.flatMap(secrets).length > 20)
})

/** The words of a lesson's page outside its questions: what the prose says itself gives nothing away. */
const proseOf = (lesson: string): string =>
  words(readFileSync(join(dist, 'lessons', lesson, 'index.html'), 'utf8')
    .replace(/<astro-island[\s\S]*?<\/astro-island>|<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' '))

test('no option, reason or hint is in the index of its lesson, unless the prose says the same', () => {
  for (const [at, lesson] of lessons.entries()) {
    const text = words(fragments.get(`lessons/${lesson}/`) ?? '')
    const prose = proseOf(lesson)
    // Short ones, such as "SRE" or "43.2 minutes", may stand in the prose by right.
    const telling = banks[at]?.flatMap(secrets).filter((secret) => words(secret).trim().split(' ').length >= 6) ?? []
    assert.deepEqual(telling.filter((secret) => text.includes(words(secret)) && !prose.includes(words(secret))), [], lesson)
  }
})

test('no question as a whole is in the index: its prompt is not either', () => {
  for (const [at, lesson] of lessons.entries()) {
    const text = words(fragments.get(`lessons/${lesson}/`) ?? '')
    const prompts = banks[at]?.flatMap((question) => question.prompt.map(plainText)).filter((prompt) => words(prompt).trim().split(' ').length >= 8) ?? []
    assert.deepEqual(prompts.filter((prompt) => text.includes(words(prompt))), [], lesson)
  }
})

test('the prose of every lesson is in the index, heading by heading', () => {
  const index = unpackTitles(read('titles.json'))
  assert.ok(index.ok)
  for (const page of index.value.pages.filter(({ kind }) => kind === 'lesson')) {
    const text = words(fragments.get(page.path) ?? '')
    assert.ok(text.length > 3000, `${page.path} has ${text.length} characters in the index`)
    assert.deepEqual(page.places.map((place) => place.text).filter((heading) => !text.includes(words(heading))), [], page.path)
  }
})

test('the small index and the full text know the same pages', () => {
  const index = unpackTitles(read('titles.json'))
  const places = readPlaces(read('pagefind/places.json'))
  assert.ok(index.ok && places)
  const paths = index.value.pages.map(({ path }) => path).sort()
  assert.deepEqual(Object.values(places.pages).sort(), paths)
  assert.deepEqual([...fragments.keys()].sort(), paths)
})

test('every heading of the small index is an anchor on its page', () => {
  const index = unpackTitles(read('titles.json'))
  assert.ok(index.ok)
  const targets = index.value.pages.flatMap((page) => [page.path, ...page.places.map(({ path }) => path)])
  const missing = targets.filter((target) => {
    const [path = '', anchor] = target.split('#')
    const html = readFileSync(join(dist, path, 'index.html'), 'utf8')
    return anchor !== undefined && !html.includes(`id="${anchor}"`)
  })
  assert.deepEqual(missing, [])
})

test('only what search needs is kept of Pagefind', () => {
  const kinds = readdirSync(join(dist, 'pagefind')).map((name) => name.replace(/^pagefind\.[\w-]+\.pf_meta$/, 'meta').replace(/^wasm\.[\w-]+\.pagefind$/, 'wasm'))
  assert.deepEqual(kinds.filter((name) => name !== 'filter').sort(), ['fragment', 'index', 'meta', 'pagefind-entry.json', 'pagefind-worker.js', 'pagefind.js', 'places.json', 'wasm'])
  assert.ok(!readdirSync(dist).includes('search-records.json'))
})
