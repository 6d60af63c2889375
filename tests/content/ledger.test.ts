import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { checkContent } from '../../src/authoring/check.ts'
import { compareLedger, idsOf } from '../../src/authoring/ledger.ts'
import { readContent } from '../../src/authoring/read.ts'

describe('the ledger of ids', () => {
  const { course } = checkContent(readContent(join(import.meta.dirname, '../../content')))
  assert.ok(course)
  const ids = idsOf(course)
  const ledger = JSON.parse(readFileSync(join(import.meta.dirname, 'ledger.json'), 'utf8')) as string[]
  const retired = parse(readFileSync(join(import.meta.dirname, 'retired.yaml'), 'utf8')) as { id: string; since: string; because: string }[]
  const state = compareLedger(ids, ledger, retired.map((entry) => entry.id))

  it('finds that no id has vanished; a learner’s answers are stored under it', () => assert.deepEqual(state.vanished, []))
  it('finds that no retired id has come back', () => assert.deepEqual(state.revived, []))
  it('holds every id of the content; npm run ledger adds new ones', () => assert.deepEqual(state.added, []))
  it('has a day and a reason for every retired id', () => {
    for (const entry of retired) assert.ok(/^\d{4}-\d\d-\d\d$/.test(entry.since) && entry.because.length > 10 && ledger.includes(entry.id), entry.id)
  })
})
