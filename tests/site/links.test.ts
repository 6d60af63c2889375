import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attribute, base, pages, siteFiles } from './site-files.ts'

const all = pages()
const files = new Set(siteFiles())
const idsOf = new Map(all.map(({ path, html }) => [path, attribute(html, 'id')]))

/** The file of the site that an address inside it answers with. */
const fileOf = (pathname: string) => {
  const path = decodeURIComponent(pathname.slice(base.length))
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

test('there are pages to look at', () => assert.ok(all.length > 10, `${all.length} pages`))

test('every link inside the site leads to a page that exists, and to an anchor that exists on it', () => {
  const broken: string[] = []
  for (const { path, html } of all) {
    const here = `http://site${base}${path.replace(/index\.html$/, '')}`
    for (const href of [...attribute(html, 'href'), ...attribute(html, 'src')]) {
      if (href.startsWith('#mark-') || href.startsWith('#icon-') || href.startsWith('#kind-') || href.startsWith('#cell-')) continue
      const url = new URL(href, here)
      if (url.host !== 'site') continue
      if (!url.pathname.startsWith(base)) {
        broken.push(`${path}: ${href} leaves the base path`)
        continue
      }
      const file = fileOf(url.pathname)
      if (!files.has(file)) broken.push(`${path}: ${href} leads nowhere`)
      else if (url.hash && file.endsWith('.html') && !idsOf.get(file)?.includes(decodeURIComponent(url.hash.slice(1)))) {
        broken.push(`${path}: ${href} has no such anchor`)
      }
    }
  }
  assert.deepEqual(broken, [])
})

test('no page uses an id twice', () => {
  const broken = [...idsOf].flatMap(([path, ids]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`))
  assert.deepEqual(broken, [])
})

test('every page has one h1, a title, a description and its language', () => {
  const broken = all.flatMap(({ path, html }) => {
    const lacks: string[] = []
    if ((html.match(/<h1[\s>]/g) ?? []).length !== 1) lacks.push('one h1')
    if (!/<title>[^<]{3,}<\/title>/.test(html)) lacks.push('a title')
    if (!/<meta name="description" content="[^"]{20,}"/.test(html)) lacks.push('a description')
    if (!/<html lang="en-GB"/.test(html)) lacks.push('its language')
    return lacks.map((what) => `${path} lacks ${what}`)
  })
  assert.deepEqual(broken, [])
})

test('every icon that is used is in the sprite of its page', () => {
  const broken = all.flatMap(({ path, html }) =>
    attribute(html, 'href')
      .filter((href) => /^#(mark|icon|kind|cell)-/.test(href) && !html.includes(`id="${href.slice(1)}"`))
      .map((href) => `${path}: ${href}`))
  assert.deepEqual([...new Set(broken)], [])
})
