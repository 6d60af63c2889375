import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { NO_FILTER, passes, readRequest, toggled, writeRequest } from '../../../../src/core/search/request.ts'
import { PAGE_KINDS } from '../../../../src/core/search/title-index.ts'

test('an address says what is asked for and what it is narrowed to', () => {
  assert.deepEqual(readRequest('?q=error+budget&kind=term,lesson&module=sre-practice'), {
    query: 'error budget', filter: { kinds: ['lesson', 'term'], modules: ['sre-practice'] },
  })
  assert.equal(writeRequest({ query: 'a b', filter: { kinds: ['term', 'lab'], modules: ['x'] } }), '?q=a+b&kind=term,lab&module=x')
})

test('nothing asked for leaves the address bare', () => {
  assert.equal(writeRequest({ query: ' ', filter: NO_FILTER }), '')
})

test('what an address cannot mean is left out', () => {
  assert.deepEqual(readRequest('?kind=nonsense,lesson,lesson&module=,<b>'), { query: '', filter: { kinds: ['lesson'], modules: [] } })
})

test('what is written is read back', () => {
  fc.assert(fc.property(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((query) => query.trim() !== ''),
    fc.subarray([...PAGE_KINDS]),
    fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]+$/)),
    (query, kinds, modules) => {
      const request = { query, filter: { kinds, modules } }
      assert.deepEqual(readRequest(writeRequest(request)), request)
    },
  ))
})

test('within kind or module any value will do, and both have to hold', () => {
  const filter = { kinds: ['lesson', 'term'] as const, modules: ['a'] }
  assert.ok(passes(filter, { kind: 'term', module: 'a' }))
  assert.ok(!passes(filter, { kind: 'term', module: 'b' }))
  assert.ok(!passes(filter, { kind: 'anti-pattern', module: 'a' }))
  assert.ok(!passes(filter, {}))
  assert.ok(passes(NO_FILTER, {}))
})

test('a choice made twice is taken back', () => {
  assert.deepEqual(toggled(['a'], 'b'), ['a', 'b'])
  assert.deepEqual(toggled(['a', 'b'], 'a'), ['b'])
})
