import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startOfProfile } from '../../../src/core/local-keys.ts'
import { LONGEST_NAME, fileStem, idsAmong, outlivesFirst, readName } from '../../../src/core/profiles.ts'

const errorOf = (typed: string, others: string[] = []) => {
  const read = readName(typed, others)
  return read.ok ? 'ok' : read.error
}

test('a name of up to 40 characters is taken, without the space around it', () => {
  assert.deepEqual(readName('  Ada \n Lovelace ', []), { ok: true, value: 'Ada Lovelace' })
  assert.equal(errorOf('x'.repeat(LONGEST_NAME)), 'ok')
  assert.equal(errorOf('🙂'.repeat(LONGEST_NAME)), 'ok')
  assert.equal(errorOf('x'.repeat(LONGEST_NAME + 1)), 'too-long')
  assert.equal(errorOf(' \t '), 'empty')
})

test('a name that somebody has is refused, however it is written', () => {
  assert.equal(errorOf('ADA', ['Ada']), 'taken')
  assert.equal(errorOf('Ada', ['Grace']), 'ok')
  assert.equal(errorOf('Rene\u0301', ['René']), 'taken')
})

test('a taken name is taken again as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
    const once = readName(typed, [])
    if (once.ok) assert.deepEqual(readName(once.value, []), once)
  }), { numRuns: 1000 })
})

test('the keys of one profile are never those of another, nor of the browser', () => {
  const id = fc.stringMatching(/^[0-9a-f]{10}$/)
  fc.assert(fc.property(id, id, fc.constantFrom('journal.a:1', 'draft.q-1', 'name', 'saved-at', 'record', 'theme'), (a, b, key) => {
    if (a !== b) assert.ok(!`${startOfProfile(a)}${key}`.startsWith(startOfProfile(b)))
    assert.ok(outlivesFirst(`${startOfProfile(a)}${key}`))
    assert.deepEqual(idsAmong([`${startOfProfile(a)}name`, `${startOfProfile(a)}${key}`]), key === 'name' ? [a, a] : [a])
  }), { numRuns: 1000 })
  assert.equal(startOfProfile(''), '')
})

test('what goes with the first profile is the learner’s, not the browser’s nor another site’s', () => {
  for (const key of ['journal.laptop:1', 'draft.q-1', 'saved-at', 'name', 'reminder-dismissed-at']) assert.equal(outlivesFirst(key), false, key)
  for (const key of ['theme', 'shortcuts', 'device', 'profile', 'first', 'profile.0a1b.name', 'other-course/theme', 'v1.2/journal.x:1']) assert.equal(outlivesFirst(key), true, key)
})

test('a name makes a part of a file’s name in its own letters', () => {
  assert.equal(fileStem('Ada Lovelace'), 'ada-lovelace')
  assert.equal(fileStem('../../etc/passwd'), 'etc-passwd')
  assert.equal(fileStem('Зоя (2)'), 'зоя-2')
  assert.equal(fileStem('🙂'), '')
})
