import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { govern } from '../../../src/integrations/csp.ts'

const page = (head: string, body = '') => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policyOf = (html: string): string => {
  const governed = govern(html)
  assert.ok('html' in governed, JSON.stringify(governed))
  return /content="([^"]*)"/.exec(governed.html.slice(governed.html.indexOf('http-equiv')))?.[1] ?? ''
}
const problemsOf = (html: string): readonly string[] => {
  const governed = govern(html)
  return 'problems' in governed ? governed.problems : []
}

describe('the policy', () => {
  test('stands right after the charset, before anything that it governs', () => {
    const governed = govern(page('<title>x</title><script src="/theme.js"></script>'))
    assert.ok('html' in governed)
    assert.match(governed.html, /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; [^"]*"><title>/)
  })
  test('carries the hash of every inline script and style of this page and no other', () => {
    const policy = policyOf(page('<style>a{}</style>', '<script>one()</script><script type="module">two()</script><script src="/a.js"></script>'))
    assert.match(policy, new RegExp(`script-src 'self' ${[hash('one()'), hash('two()')].map((one) => one.replace(/[+/]/g, '\\$&')).join(' ')};`))
    assert.ok(policy.includes(`style-src 'self' ${hash('a{}')};`))
  })
  test('needs no hash for data and none for scripts that are only written about', () => {
    const policy = policyOf(page('<script type="application/ld+json">{}</script>', '<!-- <script>no()</script> --><textarea><script>no()</script></textarea>'))
    assert.ok(policy.includes("script-src 'self';"), policy)
  })
  test('allows nothing unsafe', () => assert.doesNotMatch(policyOf(page('')), /unsafe|\*|https?:/))
  test('demands Trusted Types', () => assert.ok(policyOf(page('')).endsWith("require-trusted-types-for 'script'; trusted-types default")))
})

describe('markup that the policy would block fails the build', () => {
  for (const [what, html, expected] of [
    ['a style attribute', '<p class=x style="color:red">', /<p> has a style attribute/],
    ['a style attribute without a space before it', '<p class="x"style="color:red">', /style attribute/],
    ['an inline handler', '<button onclick="go()">', /<button> has an inline handler: onclick/],
    ['a script address', '<a href=" javascript:go()">', /script address/],
    ['a picture from elsewhere', '<img src="https://cdn.example/x.png">', /<img> loads from another site/],
    ['a picture from elsewhere without a scheme', '<img src=//cdn.example/x.png>', /another site/],
    ['a candidate picture from elsewhere', '<img srcset="/a.png 1x, https://cdn.example/b.png 2x">', /another site/],
    ['a stylesheet from elsewhere', '<link rel="stylesheet" href="https://cdn.example/x.css">', /<link> loads/],
    ['a script from elsewhere', '<script src="https://cdn.example/x.js"></script>', /<script> loads/],
    ['a form that sends elsewhere', '<form action="https://cdn.example/">', /<form> loads/],
    ['a drawing from elsewhere', '<svg><use href="https://cdn.example/x.svg#a"></use></svg>', /<use> loads/],
  ] as const) {
    test(what, () => assert.match(problemsOf(page('', html)).join('\n'), expected))
  }
  test('a page without a charset', () => assert.match(problemsOf('<html><head></head></html>').join(), /no <meta charset/))
  test('a page that has a policy already', () =>
    assert.match(problemsOf(page('<meta http-equiv="Content-Security-Policy" content="">')).join(), /already has a policy/))
})

test('text about markup, links to other sites and canonical addresses are no problem', () => {
  const body = '<p title="a > b and style=c">&lt;p style="x" onclick=""&gt;</p><a href="https://example.org/">source</a><!-- <p style="x"> -->'
  assert.deepEqual(problemsOf(page('<link rel="canonical" href="https://example.org/">', body)), [])
})
