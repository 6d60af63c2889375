import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withLeanIslands } from '../../../src/integrations/lean-islands.ts'

test('an island keeps its scripts and its properties, loses what its runtime does not read, and quotes in its JSON stay readable', () => {
  const html = '<p uid="mine">"text"</p><astro-island uid="Z1" data-preact-island-id="3" component-url="/_astro/q.js" props="{&quot;text&quot;:[0,&quot;Ann\'s &amp;quot; &amp; co&quot;]}" ssr client="visible" await-children>x<!--astro:end--></astro-island>'
  assert.equal(withLeanIslands(html),
    `<p uid="mine">"text"</p><astro-island component-url="/_astro/q.js" props='{"text":[0,"Ann&#39;s &amp;quot; &amp; co"]}' ssr client="visible">x</astro-island>`)
})
