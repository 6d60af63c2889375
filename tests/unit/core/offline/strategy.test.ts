import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  cacheName, cachePrefix, closureOf, companionsOf, droppableAssets, hashedReferences, keyOf, lookupOrder, mayKeep, planFor,
  partsOf, readCacheName, sliceOf, staleShells, withGeneration,
} from '../../../../src/core/offline/strategy.ts'

const site = { origin: 'https://example.org', base: '/course/', course: 'three' }
const prefix = cachePrefix(site)
const get = (path: string, mode = 'no-cors') => planFor({ method: 'GET', url: `https://example.org${path}`, mode }, site)

describe('keyOf', () => {
  for (const form of ['/x/y', '/x/y/', '/x/y/index.html', '/x/y/?q=1', '/x/y/index.html?q=1#part', '/x/y#part']) {
    test(`${form} is the page /x/y/`, () => assert.equal(keyOf(form), '/x/y/'))
  }
  test('a file keeps its name and loses its query', () => assert.equal(keyOf('/_astro/a.b1.js?astro-retry=9'), '/_astro/a.b1.js'))
})

describe('planFor', () => {
  test('pages, opened or fetched, are asked of the network first', () => {
    assert.deepEqual(get('/course/lessons/a?x=1', 'navigate'), { how: 'page', key: '/course/lessons/a/' })
    assert.deepEqual(get('/course/', 'cors'), { how: 'page', key: '/course/' })
    assert.deepEqual(get('/course', 'navigate'), { how: 'page', key: '/course/' })
  })
  test('hashed files come from the cache whatever their query', () =>
    assert.deepEqual(get('/course/_astro/app.x1.js?astro-retry=123'), { how: 'asset', key: '/course/_astro/app.x1.js' }))
  test('search files are one set, and the time stamp of the entry file does not count', () =>
    assert.deepEqual(get('/course/pagefind/pagefind-entry.json?ts=17'), { how: 'search', key: '/course/pagefind/pagefind-entry.json' }))
  test('data is asked of the network first, other files come from the installed version', () => {
    assert.deepEqual(get('/course/outline.json'), { how: 'data', key: '/course/outline.json' })
    assert.deepEqual(get('/course/theme.js'), { how: 'shell', key: '/course/theme.js' })
  })
  test('a question by itself may also come out of the bank of its lesson', () => {
    const own = '/course/lessons/a/questions/one.json'
    assert.deepEqual(get(own), { how: 'data', key: own, within: '/course/lessons/a/questions.json' })
    for (const other of ['/course/lessons/a/questions.json', '/course/questions/one.json', '/course/x/lessons/a/questions/one.json']) {
      assert.deepEqual(get(other), { how: 'data', key: other }, other)
    }
  })
  test('the worker itself, packs, other sites, other paths and other methods are not ours', () => {
    for (const path of ['/course/sw.js', '/course/sw-off.js', '/course/packs/search.1.pack', '/', '/other/', '/course-2/']) {
      assert.deepEqual(get(path, 'navigate'), { how: 'pass' }, path)
    }
    assert.deepEqual(planFor({ method: 'GET', url: 'https://other.example/course/', mode: 'navigate' }, site), { how: 'pass' })
    assert.deepEqual(planFor({ method: 'POST', url: 'https://example.org/course/', mode: 'cors' }, site), { how: 'pass' })
  })
})

describe('caches', () => {
  test('every name is read back as what it was made of', () => {
    for (const one of [{ kind: 'shell', version: 'b1' }, { kind: 'assets' }, { kind: 'pages' }, { kind: 'meta' }, { kind: 'pack', id: 'module-a', version: 'v1' }] as const) {
      assert.deepEqual(readCacheName(prefix, cacheName(prefix, one)), one)
    }
  })
  test('a neighbour is never ours: another course, another path below or above, another form', () => {
    const root = cachePrefix({ course: 'three', base: '/' })
    assert.equal(readCacheName(root, cacheName(prefix, { kind: 'pages' })), undefined)
    assert.equal(readCacheName(prefix, cacheName(root, { kind: 'pages' })), undefined)
    for (const name of ['workbox-precache', 'three-2:/course/|pages', 'three:/course/', `${prefix}other`, `${prefix}shell`, `${prefix}pack|a`, `${prefix}pages|x`]) {
      assert.equal(readCacheName(prefix, name), undefined, name)
    }
  })
  test('a page is looked up where it was visited, then in packs, then in the shell, and nowhere else', () =>
    assert.deepEqual(
      lookupOrder(prefix, [`${prefix}shell|b`, 'other', `${prefix}meta`, `${prefix}assets`, `${prefix}pack|a|1`, `${prefix}pages`]),
      [`${prefix}pages`, `${prefix}pack|a|1`, `${prefix}shell|b`],
    ))
  test('only the shells of other builds are stale', () =>
    assert.deepEqual(staleShells(prefix, [`${prefix}shell|a`, `${prefix}shell|b`, `${prefix}pages`, 'three:/|shell|a'], 'b'), [`${prefix}shell|a`]))
})

describe('mayKeep', () => {
  const good = { status: 200, type: 'basic', redirected: false, contentType: 'text/html; charset=utf-8' }
  test('keeps a whole page', () => assert.equal(mayKeep('/x/', good), true))
  test('refuses what is redirected, partial, missing, broken or from another origin', () => {
    assert.equal(mayKeep('/x/', { ...good, redirected: true }), false)
    for (const status of [0, 204, 206, 301, 404, 500]) assert.equal(mayKeep('/x/', { ...good, status }), false, String(status))
    for (const type of ['opaque', 'cors', 'error', 'opaqueredirect']) assert.equal(mayKeep('/x/', { ...good, type }), false, type)
  })
  test('refuses a page in place of a script, a style, data, a picture or any other file', () => {
    for (const name of ['/a.js', '/a.css', '/a.json', '/a.svg', '/a.png', '/a.webmanifest', '/a.pf_index']) assert.equal(mayKeep(name, good), false, name)
  })
  test('refuses a script in place of a page', () => assert.equal(mayKeep('/x/', { ...good, contentType: 'text/javascript' }), false))
  test('accepts the types that hosts really send', () => {
    assert.equal(mayKeep('/a.js', { ...good, contentType: 'application/javascript' }), true)
    assert.equal(mayKeep('/a.js', { ...good, contentType: 'text/javascript; charset=utf-8' }), true)
    assert.equal(mayKeep('/a.pf_index', { ...good, contentType: '' }), true)
  })
})

describe('what a page needs', () => {
  test('every hashed file is found in HTML, in scripts and in styles', () => {
    const text = [
      '<script src="/course/_astro/page.aB-_1.js"></script><astro-island component-url="/course/_astro/quiz.c2.js">',
      'import"./preact.d3.js";import{x as y}from\'./store.e4.js\';import(`./lab.f5.js`);m.f=["_astro/late.g6.js","_astro/late.h7.css"]',
      '.a{background:url(/course/_astro/figure.i8.svg)}.b{src:url(./font.j9.woff2)}',
    ].join('\n')
    assert.deepEqual(
      hashedReferences(text, '/course/').map((key) => key.replace('/course/_astro/', '')).sort(),
      ['figure.i8.svg', 'font.j9.woff2', 'lab.f5.js', 'late.g6.js', 'late.h7.css', 'page.aB-_1.js', 'preact.d3.js', 'quiz.c2.js', 'store.e4.js'],
    )
  })
  test('the closure follows scripts to the end, circles included, and does not follow figures', async () => {
    const files: Record<string, string> = {
      '/_astro/a.1.js': 'import"./b.2.js";import"./s.5.svg"', '/_astro/b.2.js': 'import"./a.1.js";import("./c.3.js")', '/_astro/c.3.js': '"./d.4.css"',
    }
    const asked: string[] = []
    const all = await closureOf(['/_astro/a.1.js'], '/', async (key) => { asked.push(key); return files[key] })
    assert.deepEqual([...all].sort(), ['/_astro/a.1.js', '/_astro/b.2.js', '/_astro/c.3.js', '/_astro/d.4.css', '/_astro/s.5.svg'])
    assert.equal(asked.includes('/_astro/s.5.svg'), false)
  })
  test('a lesson brings its question bank, other pages bring nothing', () => {
    assert.deepEqual(companionsOf('/course/lessons/a/', '/course/'), ['/course/lessons/a/questions.json'])
    assert.deepEqual(companionsOf('/course/modules/a/', '/course/'), [])
    assert.deepEqual(companionsOf('/lessons/', '/'), [])
  })
  test('questions that were kept by themselves are older than the bank that a lesson has just brought', () =>
    assert.deepEqual(
      partsOf('/c/lessons/a/', '/c/', ['/c/lessons/a/', '/c/lessons/a/questions.json', '/c/lessons/a/questions/one.json', '/c/lessons/ab/questions/one.json']),
      ['/c/lessons/a/questions/one.json'],
    ))
  test('a page without questions takes none away', () =>
    assert.deepEqual(partsOf('/c/about/', '/c/', ['/c/about/', '/c/lessons/a/questions/one.json']), []))
})

describe('old hashed files', () => {
  test('stay for this build and the two before it, and as long as a kept page needs them', () => {
    let generations = withGeneration([], { build: '1', assets: ['a1', 'shared'] })
    for (const build of ['2', '3', '4']) generations = withGeneration(generations, { build, assets: [`a${build}`, 'shared'] })
    assert.deepEqual(generations.map((one) => one.build), ['4', '3', '2'])
    assert.deepEqual(droppableAssets(['a1', 'a2', 'a4', 'shared'], generations, new Set()), ['a1'])
    assert.deepEqual(droppableAssets(['a1'], generations, new Set(['a1'])), [])
  })
  test('the same build twice is one generation', () =>
    assert.equal(withGeneration([{ build: '1', assets: [] }], { build: '1', assets: ['x'] }).length, 1))
})

describe('sliceOf', () => {
  test('cuts what is asked, open ends and the last bytes included', () => {
    assert.deepEqual(sliceOf('bytes=0-1', 10), { first: 0, last: 1 })
    assert.deepEqual(sliceOf('bytes=4-', 10), { first: 4, last: 9 })
    assert.deepEqual(sliceOf('bytes=-3', 10), { first: 7, last: 9 })
    assert.deepEqual(sliceOf('bytes=-30', 10), { first: 0, last: 9 })
    assert.deepEqual(sliceOf('bytes=8-99', 10), { first: 8, last: 9 })
  })
  test('gives up on what cannot be met', () => {
    for (const range of ['bytes=10-', 'bytes=5-4', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2', '']) assert.equal(sliceOf(range, 10), undefined, range)
  })
})
