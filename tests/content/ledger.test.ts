import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../src/authoring/check.ts'
import { compareLedger, idsOf, readRetired } from '../../src/authoring/ledger.ts'
import { readContent } from '../../src/authoring/read.ts'

describe('the ledger of ids', () => {
  const { course } = checkContent(readContent(join(import.meta.dirname, '../../content')))
  assert.ok(course)
  const ids = idsOf(course)
  const ledger = JSON.parse(readFileSync(join(import.meta.dirname, 'ledger.json'), 'utf8')) as string[]
  const retired = readRetired(readFileSync(join(import.meta.dirname, 'retired.yaml'), 'utf8'))
  const state = compareLedger(ids, ledger, retired.map((entry) => entry.id))

  it('finds that no id has vanished; a learner’s answers are stored under it', () => assert.deepEqual(state.vanished, []))
  it('finds that no retired id has come back', () => assert.deepEqual(state.revived, []))
  it('holds every id of the content; npm run ledger adds new ones', () => assert.deepEqual(state.added, []))
  it('knows every id that was retired', () => assert.deepEqual(retired.filter((entry) => !ledger.includes(entry.id)), []))
})
