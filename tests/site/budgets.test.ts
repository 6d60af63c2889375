import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { attribute, base, bytes, pages, siteFiles } from './site-files.ts'

const compress = (data: Buffer) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
const sizes = new Map<string, number>()

/** Brotli bytes of a file of the site. */
const weight = (path: string): number => {
  const known = sizes.get(path)
  if (known !== undefined) return known
  const found = compress(bytes(path))
  sizes.set(path, found)
  return found
}

const inSite = (href: string) => href.slice(base.length)

/** A script and everything it imports statically, each once. */
const closure = (path: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = bytes(path).toString('utf8')
  for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) {
    closure(`${path.slice(0, path.lastIndexOf('/') + 1)}${match[1] ?? ''}`, seen)
  }
  return seen
}

const total = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + weight(path), 0)

/** What a page weighs before anything runs, and the scripts it loads by itself afterwards. */
const weigh = (path: string, html: string) => {
  const css = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'href')).map(inSite)
  const blocking = [...html.matchAll(/<script(?![^>]*type="module")[^>]*\ssrc="([^"]+)"/g)].map((match) => inSite(match[1] ?? ''))
  const modules = [...html.matchAll(/<script[^>]*type="module"[^>]*\ssrc="([^"]+)"/g)].map((match) => inSite(match[1] ?? ''))
  const islands = [...html.matchAll(/<astro-island[^>]*>/g)].map(([tag]) => ({
    scripts: [...attribute(tag, 'component-url'), ...attribute(tag, 'renderer-url')].map(inSite),
    when: attribute(tag, 'client')[0] ?? '',
  }))
  const idle = islands.filter((island) => island.when === 'idle' || island.when === 'load')
  const before = total([path, ...css, ...blocking])
  const later = new Set<string>()
  for (const script of [...modules, ...idle.flatMap((island) => island.scripts)]) closure(script, later)
  return { before, after: before + total(later), islands }
}

const lessons = pages().filter(({ path }) => /^lessons\/[^/]+\/index\.html$/.test(path))

test('a lesson weighs at most 20 kB before any script, and 30 kB with all that loads by itself', () => {
  assert.ok(lessons.length > 0, 'there are lessons')
  const over: string[] = []
  for (const { path, html } of lessons) {
    const { before, after } = weigh(path, html)
    console.log(`${path}: ${before} B before any script, ${after} B with what loads by itself`)
    if (before > 20_000) over.push(`${path}: ${before} B of HTML, CSS and blocking script`)
    if (after > 30_000) over.push(`${path}: ${after} B with everything that loads by itself`)
  }
  assert.deepEqual(over, [])
})

test('the page of a debate keeps to the same limits, the debate itself included', () => {
  const over: string[] = []
  for (const { path, html } of pages().filter((page) => page.path.startsWith('debates/'))) {
    const { before, after, islands } = weigh(path, html)
    const all = new Set<string>()
    for (const script of islands.flatMap(({ scripts }) => scripts)) closure(script, all)
    console.log(`${path}: ${before} B before any script, ${after} B with what loads by itself, ${total(all)} B of script for the debate`)
    if (before > 20_000 || after > 30_000 || total(all) > 20_000) over.push(path)
  }
  assert.deepEqual(over, [])
})

test('an unread question of any type costs at most 16 kB of script, and nothing before it is near', () => {
  const seen = new Map<string, number>()
  for (const { path, html } of lessons) {
    for (const { scripts, when } of weigh(path, html).islands) {
      const name = scripts[0] ?? ''
      if (!/-question|prediction/.test(name)) continue
      assert.equal(when, 'visible', `${path}: ${name} loads before it is near`)
      const all = new Set<string>()
      for (const script of scripts) closure(script, all)
      seen.set(name, total(all))
    }
  }
  assert.ok(seen.size > 0, 'there are questions')
  for (const [name, size] of seen) console.log(`${name}: ${size} B`)
  assert.deepEqual([...seen].filter(([, size]) => size > 16_000), [])
})

test('no font is downloaded', () => {
  assert.deepEqual(siteFiles().filter((path) => /\.(woff2?|ttf|otf|eot)$/.test(path)), [])
})
