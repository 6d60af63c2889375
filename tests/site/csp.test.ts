import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { attribute, pages } from './site-files.ts'

/** Read with simple means of its own, so that a slip in the integration does not hide itself. */

const all = pages()
const META = '<meta http-equiv="content-security-policy" content="'
const policyOf = (html: string) => html.split(META)[1]?.split('"')[0] ?? ''
const directive = (html: string, name: string) => policyOf(html).split('; ').find((one) => one.startsWith(`${name} `))?.slice(name.length + 1).split(' ') ?? []
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const inline = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))]
    .filter(([, attributes = '']) => !/\ssrc=|application\/(ld\+)?json/.test(attributes))
    .map(([, , text = '']) => text)

/** Pages for which `wrong` says something, with what it says. */
const offenders = (wrong: (html: string) => unknown) => all.flatMap(({ path, html }) => {
  const found = wrong(html)
  return (Array.isArray(found) ? found.length > 0 : found) ? [{ path, found }] : []
})

test('there are pages to look at', () => assert.ok(all.length > 10, `${all.length} pages`))

test('the policy stands right after the charset on every page, once', () => {
  assert.deepEqual(offenders((html) => !/<head[^>]*><meta charset="utf-8"><meta http-equiv="content-security-policy"/i.test(html)), [])
  assert.deepEqual(offenders((html) => html.split(META).length !== 2), [])
})

test('every page starts from nothing and allows nothing unsafe and nobody else', () => {
  assert.deepEqual(offenders((html) => !policyOf(html).startsWith("default-src 'none'; ")), [])
  assert.deepEqual(offenders((html) => /unsafe-|\*|https?:|strict-dynamic/.exec(policyOf(html))?.[0]), [])
  for (const part of ["base-uri 'none'", "object-src 'none'", "form-action 'self'", "require-trusted-types-for 'script'", 'trusted-types default']) {
    assert.deepEqual(offenders((html) => !policyOf(html).split('; ').includes(part)), [], part)
  }
})

for (const [tag, name] of [['script', 'script-src'], ['style', 'style-src']] as const) {
  test(`the hashes in ${name} are those of the page's own inline ${tag} elements, no more and no less`, () => {
    assert.deepEqual(offenders((html) => {
      const needed = [...new Set(inline(html, tag).map(hash))].sort().join(' ')
      const given = directive(html, name).filter((one) => one !== "'self'").sort().join(' ')
      return needed === given ? '' : `needs ${needed}, has ${given}`
    }), [])
  })
}

const tags = (html: string) => html.replace(/<(script|style)([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2>').match(/<[a-z][^\s/>]*(?:[^>"']|"[^"]*"|'[^']*')*>/gi) ?? []

test('no element has a style attribute, an inline handler or a script address', () => {
  assert.deepEqual(offenders((html) => tags(html).filter((tag) => /["'\s]style\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))), [])
  assert.deepEqual(offenders((html) => tags(html).filter((tag) => /["'\s]on[a-z]+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))), [])
  assert.deepEqual(offenders((html) => [...attribute(html, 'href'), ...attribute(html, 'action')].filter((url) => /^\s*javascript:/i.test(url))), [])
})

test('nothing is loaded from another site', () => {
  const elsewhere = (tag: string) => /\s(?:src|srcset|poster|data|action)\s*=\s*["']?(?:[^"']*[\s,])?(?:https?:)?\/\//i.test(tag) ||
    (/^<(link|use|image)\b/i.test(tag) && !/\srel="(?:canonical|alternate|license)"/.test(tag) && /\shref\s*=\s*["']?(?:https?:)?\/\//i.test(tag))
  assert.deepEqual(offenders((html) => tags(html).filter(elsewhere)), [])
})
