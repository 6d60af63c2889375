import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutScale, withOneSheet } from '../../../src/integrations/page-styles.ts'

test('a page’s stylesheets become one at the place of the first, in their order', () => {
  const html = withOneSheet('<link rel="stylesheet" href="/a.css"><i></i><link rel="stylesheet" href="/b.css">', new Set(), (all) => all.join('+'))
  assert.equal(html, '<link rel="stylesheet" href="/a.css+/b.css"><i></i>')
})

test('a page with one stylesheet keeps it', () => {
  const page = '<link rel="stylesheet" href="/a.css">'
  assert.equal(withOneSheet(page, new Set(), () => '/x.css'), page)
})

test('a stylesheet that comes with code fetched later is not the page’s', () => {
  const html = withOneSheet('<link rel="stylesheet" href="/late.css"><link rel="stylesheet" href="/b.css">', new Set(['/late.css']), (all) => all.join('+'))
  assert.equal(html, '<link rel="stylesheet" href="/b.css">')
})

test('colours of the raw scale are written into the tokens that read them, and only these', () => {
  const css = ':root{--ink-24:oklch(23.5% .018 262);--night-19:oklch(19% 0 0);--text:light-dark(var(--ink-24),var(--night-19));--ink:var(--ink-24)}p{color:var(--ink)}'
  assert.equal(withoutScale(css),
    ':root{--text:light-dark(oklch(23.5% .018 262),oklch(19% 0 0));--ink:oklch(23.5% .018 262)}p{color:var(--ink)}')
})
