import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { PackIndex } from '../../src/core/offline/pack.ts'
import type { CourseOutline } from '../../src/core/course/outline.ts'
import { debateTexts } from '../../src/messages/debate.ts'
import { base, bytes, pages } from './site-files.ts'

const dist = process.env['OUT_DIR'] ?? 'dist'
const read = (path: string): unknown => JSON.parse(bytes(path).toString('utf8'))
const outline = read('outline.json') as CourseOutline
const debates = outline.modules.flatMap((module) => module.lessons.flatMap(({ id, debate }) => (debate === undefined ? [] : [{ module: module.id, lesson: id, path: `debates/${debate}/` }])))

test('every debate has a page, to which its lesson leads', () => {
  assert.ok(debates.length > 0, 'there are debates')
  for (const { lesson, path } of debates) {
    const html = pages().find((page) => page.path === `lessons/${lesson}/index.html`)?.html ?? ''
    assert.ok(html.includes(`href="${base}${path}"`), path)
    assert.ok(pages().some((page) => page.path === `${path}index.html`), path)
  }
})

test('a debate is in the pack of its module, so that it is kept offline with its lesson', () => {
  const { packs } = read('packs.json') as PackIndex
  for (const { module, path } of debates) {
    const holders = packs.filter((pack) => pack.pages.some(({ key }) => key.endsWith(`/${path}`))).map(({ id }) => id)
    assert.deepEqual(holders, [`module-${module}`], path)
  }
})

test('what a position is judged by is not in the index of the search', () => {
  const folder = join(dist, 'pagefind/fragment')
  const index = readdirSync(folder).map((name) => gunzipSync(readFileSync(join(folder, name))).toString('utf8')).join('\n')
  const telling = [debateTexts.sees, debateTexts.finding({ point: 'opposing', state: 'missing' }, false), debateTexts.finding({ point: 'certainty', state: 'too-sure' }, false)]
  assert.deepEqual(telling.filter((text) => index.includes(text)), [])
})
