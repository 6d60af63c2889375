import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pages } from './site-files.ts'

test('every page names all its scripts in its head, and only the last thing there holds up the page', () => {
  for (const { path, html } of pages()) {
    const end = html.indexOf('</head>')
    assert.doesNotMatch(html.slice(end), /<script[^>]*\ssrc=/, path)
    const [last, ...others] = [...html.slice(0, end).matchAll(/<script(?![^>]*type="module")[^>]*\ssrc="[^"]*"[^>]*><\/script>(?=(.*))/gs)]
    assert.deepEqual([last?.[1], others], ['', []], path)
  }
})
