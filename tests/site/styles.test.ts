import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytes, siteFiles } from './site-files.ts'

/** What the minifier has made of the styles. */

test('a line under or through words is written so that every engine draws it', () => {
  // WebKit drops a shorthand with more than the line in it, and the minifier makes one of a shorthand and the thickness after it.
  const broken = siteFiles().filter((path) => path.endsWith('.css')).flatMap((path) =>
    [...bytes(path).toString().matchAll(/[^{}]*\{[^{}]*\btext-decoration:(?!(?:none|underline|line-through)[;}])[^;}]*/g)].map(([rule]) => `${path} ${rule}: write text-decoration-line`))
  assert.deepEqual(broken, [])
})
