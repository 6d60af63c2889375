import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { decodePack, type PackIndex } from '../../src/core/offline/pack.ts'
import { bankAround, bankPath, familyPath } from '../../src/core/course/question-files.ts'
import { familyOf } from '../../src/core/quiz/family.ts'
import type { Question } from '../../src/core/quiz/question.ts'
import { unpackIndex, type PackedIndex } from '../../src/core/review/question-index.ts'
import { base, dist, siteFiles } from './site-files.ts'

const read = <T>(path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8')) as T
const index = unpackIndex(read<PackedIndex>('question-index.json'))
const isFamily = (path: string) => bankAround(path) !== undefined

test('every question that can come back is published with its siblings, as in the bank of its lesson, and nothing else is', () => {
  const expected = new Map(index.map(({ id, lesson }) => {
    const bank = read<readonly Question[]>(bankPath(lesson))
    return [familyPath(lesson, id), familyOf(bank.find((question) => question.id === id)!, bank)] as const
  }))
  assert.deepEqual(siteFiles().filter(isFamily).sort(), [...expected.keys()].sort())
  for (const [path, family] of expected) assert.deepEqual(read(path), family, path)
})

test('packs and the worker keep banks only, which hold the same questions', () => {
  for (const { file } of read<PackIndex>('packs.json').packs) {
    const files = decodePack(new Uint8Array(gunzipSync(readFileSync(join(dist, file)))), base)
    assert.ok(files.ok, file)
    assert.deepEqual(files.value.map(({ key }) => key.slice(base.length)).filter(isFamily), [], file)
  }
  assert.doesNotMatch(readFileSync(join(dist, 'sw.js'), 'utf8'), /"[^"]*\/questions\/[^"]*\.json"/)
})
