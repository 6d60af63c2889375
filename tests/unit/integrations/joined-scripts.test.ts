import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { JOINED } from '../../../src/integrations/joined-scripts.ts'

const root = resolve(import.meta.dirname, '../../..')

test('every module that is to be joined with others is there, and is named once', () => {
  const parts = Object.values(JOINED).flat()
  assert.deepEqual(parts.filter((part) => !existsSync(join(root, part))), [])
  assert.equal(new Set(parts).size, parts.length)
})
