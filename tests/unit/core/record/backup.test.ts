import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { LARGEST_BACKUP, decodeBackup, encodeBackup } from '../../../../src/core/record/backup.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { sha256 } from '../../../../src/core/record/sha256.ts'
import { answer, anyEvents } from './events.ts'

const course = 'three-disciplines'
const meta = { course, exportedAt: Date.UTC(2026, 10, 23) }
const encode = (events: Parameters<typeof recordOf>[0]): string => encodeBackup(recordOf(events), meta)
const kind = (text: string): string => {
  const decoded = decodeBackup(text, course)
  return decoded.ok ? 'ok' : decoded.error.kind
}

/** A backup with `change` applied to its JSON and a checksum that agrees again, as a forger would make it. */
const forged = (change: (file: Record<string, unknown>, entry: Record<string, unknown>) => void): string => {
  const file = JSON.parse(encode([answer('q-budget')])) as Record<string, unknown>
  change(file, (file['events'] as [Record<string, unknown>])[0])
  return JSON.stringify({ ...file, sha256: sha256(JSON.stringify(file['events'])) })
}

test('sha256 agrees with the platform’s, over every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'é𝄞a'.repeat(length).slice(0, length)
    assert.equal(sha256(text), createHash('sha256').update(text.toWellFormed()).digest('hex'))
  }
})

test('a backup read back is the same record', () => {
  fc.assert(fc.property(anyEvents, (events) => {
    const decoded = decodeBackup(encode(events), course)
    assert.ok(decoded.ok)
    assert.deepEqual(decoded.value, recordOf(events))
  }), { numRuns: 1000 })
})

test('a backup may be laid out again without harm', () => {
  const text = encode([answer('q-budget'), answer('q-alert')])
  assert.equal(kind(JSON.stringify(JSON.parse(text), undefined, 4)), 'ok')
})

test('a backup is readable: times in ISO 8601, one entry a line, devices and count in front', () => {
  const text = encode([answer('q-budget', { id: 'laptop:1', at: Date.UTC(2026, 0, 2) }), answer('q-alert', { id: 'tablet:1' })])
  assert.match(text, /"at":"2026-01-02T00:00:00\.000Z"/)
  assert.match(text, /"devices": \["laptop","tablet"\]/)
  assert.match(text, /"count": 2/)
  assert.equal(text.split('\n').filter((line) => line.includes('"type":"answered"')).length, 2)
})

test('every truncation is refused or loses nothing', () => {
  const record = recordOf([answer('q-budget'), answer('q-alert')])
  const text = encodeBackup(record, meta)
  for (let length = 0; length < text.length; length++) {
    const decoded = decodeBackup(text.slice(0, length), course)
    if (decoded.ok) assert.deepEqual(decoded.value, record)
  }
  assert.equal(kind(text.slice(0, text.length / 2)), 'truncated')
})

test('every mutation is refused or loses nothing', () => {
  fc.assert(fc.property(anyEvents, fc.nat(), fc.nat(), fc.string({ maxLength: 3 }), (events, at, cut, put) => {
    const record = recordOf(events)
    const text = encodeBackup(record, meta)
    const from = at % text.length
    const decoded = decodeBackup(text.slice(0, from) + put + text.slice(from + (cut % 4)), course)
    if (decoded.ok) assert.deepEqual(decoded.value, record)
  }), { numRuns: 2000 })
})

test('other files are foreign', () => {
  for (const text of ['', 'hello', '{}', '[]', 'null', '{"schema":"other","events":[]}', '\u0000\u0001', '<html></html>']) {
    assert.equal(kind(text), 'foreign', text)
  }
})

test('a backup of another course is refused and says which', () => {
  const decoded = decodeBackup(encodeBackup(recordOf([]), { ...meta, course: 'bread-baking' }), course)
  assert.deepEqual(decoded, { ok: false, error: { kind: 'other-course', course: 'bread-baking' } })
})

test('a newer format, or one event of a newer version, refuses the file', () => {
  assert.equal(kind(forged((file) => (file['version'] = 2))), 'newer')
  assert.equal(kind(forged((_, entry) => (entry['v'] = 2))), 'newer')
})

test('events of unknown kinds and answers to unknown questions are kept', () => {
  const text = forged((file) => (file['events'] as unknown[]).push(
    { id: 'z:1', v: 1, at: '2030-01-01T00:00:00.000Z', type: 'highlighted', colour: 'gold' },
    JSON.parse(JSON.stringify({ ...answer('no-such-question'), id: 'z:2', at: '2030-01-02T00:00:00.000Z' })),
  ))
  const decoded = decodeBackup(text, course)
  assert.ok(decoded.ok)
  assert.deepEqual(decoded.value.map(({ type }) => type), ['answered', 'unknown:highlighted', 'answered'])
})

test('a forged file with a right checksum is refused when an entry makes no sense', () => {
  assert.equal(kind(forged((file) => (file['events'] as unknown[]).push(null))), 'damaged')
  assert.equal(kind(forged((_, entry) => (entry['score'] = '1'))), 'damaged')
  assert.equal(kind(forged((file) => (file['events'] = { length: 1 }))), 'damaged')
})

test('keys that reach for a prototype refuse the file, and no prototype is touched', () => {
  const text = encode([answer('q-budget')]).replace('"schema"', '"__proto__":{"polluted":true},"schema"')
  assert.equal(kind(text), 'damaged')
  const deep = forged((_, entry) => (entry['extra'] = JSON.parse('{"__proto__":{"polluted":true}}')))
  assert.equal(kind(deep), 'damaged')
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

test('nesting without end and files without end are refused', () => {
  assert.equal(kind('['.repeat(100_000)), 'foreign')
  assert.equal(kind(forged((file) => (file['extra'] = JSON.parse('['.repeat(60) + ']'.repeat(60))))), 'damaged')
  assert.equal(kind(' '.repeat(LARGEST_BACKUP + 1)), 'too-large')
})

test('markup in a record stays text', () => {
  const response = { type: 'text' as const, text: '<img src=x onerror=alert(1)>' }
  const decoded = decodeBackup(encode([answer('q-budget', { response })]), course)
  assert.ok(decoded.ok)
  assert.deepEqual(decoded.value[0], { ...decoded.value[0], response })
})
