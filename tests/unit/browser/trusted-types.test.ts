import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admitWorker } from '../../../src/browser/trusted-types.ts'

const page = 'https://example.org/course/lessons/a/'
const admit = (url: string) => admitWorker(url, page, '/course/')

test('our own workers are admitted, with or without a query', () => {
  assert.equal(admit('/course/sw.js'), 'https://example.org/course/sw.js')
  assert.equal(admit('https://example.org/course/pagefind/pagefind-worker.js?v=1'), 'https://example.org/course/pagefind/pagefind-worker.js?v=1')
})

test('every other address is refused', () => {
  for (const url of ['/sw.js', '/other/sw.js', 'sw.js', '/course/theme.js', 'https://evil.example/course/sw.js', '//evil.example/course/sw.js', 'blob:https://example.org/x', 'data:text/javascript,1', 'javascript:1', '/course/x/../../sw.js']) {
    assert.throws(() => admit(url), TypeError, url)
  }
})
