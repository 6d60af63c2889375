import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { finishSite } from '../../../src/integrations/finish-pages.ts'

const page = (head: string, body = '') => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const sheet = (name: string) => `<link rel="stylesheet" href="/course/_astro/${name}">`

/** A built site in a folder that is removed after the test. */
const siteOf = (context: TestContext, files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'finish-'))
  context.after(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, '_astro'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

test('pages that need the same scripts and sheets share one file of each', (context) => {
  const body = '<script>runtime()</script>'
  const root = siteOf(context, {
    'index.html': page(sheet('a.css') + sheet('b.css'), body),
    'x/index.html': page(sheet('b.css') + sheet('a.css'), body),
    '_astro/a.css': 'a{}', '_astro/b.css': 'b{}', '_astro/loads-b.js': 'addStyle("_astro/b.css")',
  })
  assert.equal(finishSite(root, '/course/'), 2)
  const names = readdirSync(join(root, '_astro')).sort().map((name) => name.replace(/\.[\w-]{8}\./, '.HASH.'))
  assert.deepEqual(names, ['b.css', 'islands.HASH.js', 'loads-b.js', 'page.HASH.css'], 'a sheet that nothing names any more is gone')
  const [one, two] = ['index.html', 'x/index.html'].map((name) => readFileSync(join(root, name), 'utf8'))
  assert.equal(one, two)
  assert.match(one ?? '', /src="\/course\/_astro\/islands\.[\w-]{8}\.js"/)
  assert.match(one ?? '', /content-security-policy/)
})

test('all problems of all pages are listed at once, with their page', (context) => {
  const root = siteOf(context, { 'a.html': page('', '<p style="x"><p onclick="y">'), 'b.html': page('', '<p style="z">'), 'c.html': page('') })
  assert.throws(() => finishSite(root, '/'), (error: Error) => {
    assert.deepEqual(error.message.split('\n').slice(1).map((line) => line.split('  ')[0]).sort(), ['a.html', 'a.html', 'b.html'])
    return true
  })
  assert.match(readFileSync(join(root, 'c.html'), 'utf8'), /content-security-policy/)
})
