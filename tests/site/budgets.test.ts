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

const imports = (path: string, form: RegExp): string[] =>
  [...bytes(path).toString('utf8').matchAll(form)].map((match) => `${path.slice(0, path.lastIndexOf('/') + 1)}${match[1] ?? ''}`)

/** The scripts that one imports when it is loaded itself, and those that it may import later. */
const statics = (path: string) => imports(path, /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)
const lazies = (path: string) => imports(path, /\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/g)

/** A script and everything it imports statically, each once. */
const closure = (path: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const needed of statics(path)) closure(needed, seen)
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
  return { before, after: before + total(later), later, islands }
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

/** The script whose name starts with `name`. */
const script = (name: string): string => {
  const found = siteFiles().find((path) => path.startsWith(`_astro/${name}.`) && path.endsWith('.js'))
  assert.ok(found, `there is a script ${name}`)
  return found
}

test('the scheduler is loaded by itself on no page, and no island of a lesson ever asks for it', () => {
  const scheduler = script('fsrs')
  for (const { path, html } of pages()) {
    const { later } = weigh(path, html)
    assert.ok(!later.has(scheduler), `${path} loads the scheduler by itself`)
  }
  // Only the part of the composition root for pages of their own can ask for it.
  const asking = siteFiles().filter((path) => path.endsWith('.js') && path.startsWith('_astro/') && lazies(path).includes(scheduler))
  assert.deepEqual(asking, [script('pages')])
  for (const { path, html } of lessons) {
    const { later, islands } = weigh(path, html)
    const own = new Set(later)
    for (const { scripts } of islands) for (const one of scripts) closure(one, own)
    assert.deepEqual([...own].filter((one) => /\/(pages|review|memory|continue-button|scheduler|session)[.-]/.test(one)), [], path)
  }
})

test('a review page loads at most 32 kB of script up to its first question, whatever its type', () => {
  const page = pages().find(({ path }) => path === 'review/index.html')
  assert.ok(page)
  const { later } = weigh(page.path, page.html)
  // The last only where a long record has a copy.
  for (const name of ['memory', 'fsrs', 'review', 'record-copy']) closure(script(name), later)
  const types = ['choice-question', 'order-question', 'match-question', 'number-question', 'text-question']
    .map((name) => [name, total(closure(script(name), new Set(later)))] as const)
  for (const [name, size] of types) console.log(`review page with ${name}: ${size} B of script`)
  assert.deepEqual(types.filter(([, size]) => size > 32_000), [])
})

test('no font is downloaded', () => {
  assert.deepEqual(siteFiles().filter((path) => /\.(woff2?|ttf|otf|eot)$/.test(path)), [])
})
