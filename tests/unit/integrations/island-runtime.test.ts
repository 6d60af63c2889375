import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutRuntime } from '../../../src/integrations/island-runtime.ts'

test('the inline scripts of a page become one module at the place of the first', () => {
  const scripts: string[] = []
  const html = withoutRuntime('<p>a</p><script>one()</script><p>b</p><script>two()</script><p>c</p>', (script) => (scripts.push(script), '/x.js'))
  assert.equal(html, '<p>a</p><script type="module" src="/x.js"></script><p>b</p><p>c</p>')
  assert.deepEqual(scripts, ['one();\ntwo()'])
})

test('scripts with an address, modules and data stay as they are', () => {
  const page = '<script src="/theme.js"></script><script type="module">import"./a.js"</script><script type="application/json">{}</script>'
  assert.equal(withoutRuntime(page, () => '/x.js'), page)
})
