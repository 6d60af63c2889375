import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neededBy, withEagerIslands } from '../../../src/integrations/eager-islands.ts'

const island = (client: string) =>
  `<astro-island component-url="/_astro/view.js" renderer-url="/_astro/client.js" props="{&quot;a&quot;:[0,&quot;>&quot;]}" client="${client}"></astro-island>`
const page = (body: string) => `<head></head><body>${body}</body>`

test('the scripts of an island that loads with the page are named in its head, each once', () => {
  const html = withEagerIslands(page(island('load') + island('load')), (address) => [address, '/_astro/shared.js'])
  assert.equal(html.slice(0, html.indexOf('</head>')),
    '<head>' + ['view', 'shared', 'client'].map((name) => `<link rel="modulepreload" href="/_astro/${name}.js">`).join(''))
})

test('islands that wait for the reader are not fetched ahead', () => {
  for (const client of ['visible', 'idle']) assert.equal(withEagerIslands(page(island(client)), () => ['/x.js']), page(island(client)))
})

test('a script needs what it imports at once and what that imports, not what it may import later', () => {
  const scripts: Record<string, string> = {
    '/c/_astro/a.js': 'import{x}from"./b.js";import"./c.js";const later=()=>import("./d.js")',
    '/c/_astro/b.js': 'import{y as z}from\'./c.js\';export{z}from"./e.js"',
  }
  assert.deepEqual([...neededBy('/c/_astro/a.js', (address) => scripts[address] ?? '')].map((one) => one.slice(-4)), ['a.js', 'b.js', 'c.js', 'e.js'])
})
