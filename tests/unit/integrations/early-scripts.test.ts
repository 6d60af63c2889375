import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withEarlyScripts } from '../../../src/integrations/early-scripts.ts'

test('modules stand in the head in their order, and the script that holds up the page is the last thing there', () => {
  const html = '<head><script src="/theme.js"></script><link rel="stylesheet" href="/a.css"></head><body><p>x</p>'
    + '<script type="module" src="/b.js"></script><p>y</p><script type="module" src="/c.js"></script></body>'
  assert.equal(withEarlyScripts(html), '<head><link rel="stylesheet" href="/a.css"><script type="module" src="/b.js"></script>'
    + '<script type="module" src="/c.js"></script><script src="/theme.js"></script></head><body><p>x</p><p>y</p></body>')
})

test('scripts without a file, and pages without scripts, stay as they are', () => {
  const html = '<head><title>x</title></head><body><script type="application/json">{"src":"y"}</script><script>let a</script></body>'
  assert.equal(withEarlyScripts(html), html)
})
