import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { decodeBackup, encodeBackup } from '../../../../src/core/record/backup.ts'
import { createByteWriter } from '../../../../src/core/record/bytes.ts'
import { encodeRows } from '../../../../src/core/record/columns.ts'
import { merge, recordOf, type LearnerRecord } from '../../../../src/core/record/record.ts'
import { sha256OfBytes } from '../../../../src/core/record/sha256.ts'
import { LARGEST_PAYLOAD, decodePayload, encodePayload, unwrap, wrap } from '../../../../src/core/record/transfer.ts'
import { answer, anyEvents } from './events.ts'

const course = 'three-disciplines'
const runs = { numRuns: 1000 }

/** Through the text of a link and back, without a compressor in between. */
const throughLink = (record: LearnerRecord): LearnerRecord => {
  const bytes = unwrap(wrap(encodePayload(record, course)))
  assert.ok(bytes.ok)
  const decoded = decodePayload(bytes.value, course)
  assert.ok(decoded.ok)
  return decoded.value
}
const throughFile = (record: LearnerRecord): LearnerRecord => {
  const decoded = decodeBackup(encodeBackup(record, { course, exportedAt: 0 }), course)
  assert.ok(decoded.ok)
  return decoded.value
}
const kind = (text: string): string => {
  const bytes = unwrap(text)
  if (!bytes.ok) return bytes.error.kind
  const decoded = decodePayload(bytes.value, course)
  return decoded.ok ? 'ok' : decoded.error.kind
}
/** A link's text around `entries`, with a checksum that is right, as a forger would make it. */
const forged = (entries: readonly Record<string, unknown>[], of = course): string => {
  const rest = createByteWriter()
  rest.text(of)
  rest.bytes(encodeRows(entries))
  const bytes = rest.done()
  return wrap(Uint8Array.from([...Buffer.from(sha256OfBytes(bytes).slice(0, 12), 'hex'), ...bytes]))
}
const stored = (of: RecordEvent): Record<string, unknown> => ({ ...of })

test('a record sent through a link arrives as the same record, unknown kinds included', () => {
  fc.assert(fc.property(anyEvents, (events) => {
    const record = recordOf(events)
    assert.deepEqual(throughLink(record), record)
  }), runs)
})

test('two devices’ copies give the same record in any order, whether they come as files or as links', () => {
  fc.assert(fc.property(anyEvents, anyEvents, (a, b) => {
    const [one, two] = [recordOf(a), recordOf(b)]
    const both = merge(one, two)
    assert.deepEqual(merge(throughFile(one), throughLink(two)), both)
    assert.deepEqual(merge(throughLink(two), throughFile(one)), both)
    assert.deepEqual(merge(throughFile(two), merge(throughLink(one), throughLink(two))), both)
    assert.deepEqual(throughLink(throughFile(both)), both)
  }), runs)
})

test('every text that is cut off or altered is refused or loses nothing', () => {
  fc.assert(fc.property(anyEvents, fc.nat(), fc.nat(4), fc.string({ maxLength: 3 }), fc.boolean(), (events, at, cut, put, truncate) => {
    const record = recordOf(events)
    const text = wrap(encodePayload(record, course))
    const from = at % text.length
    const altered = truncate ? text.slice(0, from) : text.slice(0, from) + put + text.slice(from + cut)
    const bytes = unwrap(altered)
    const decoded = bytes.ok ? decodePayload(bytes.value, course) : bytes
    if (decoded.ok) assert.deepEqual(decoded.value, record)
  }), { numRuns: 5000 })
})

test('any other text is refused without an exception', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `1.${text.length.toString(36)}.${text}`)), (text) => {
    assert.notEqual(kind(text), 'ok')
  }), { numRuns: 2000 })
})

test('a link that lost its end says so, and one with a full stop behind it still works', () => {
  const text = wrap(encodePayload(recordOf([answer('q-budget')]), course))
  assert.equal(kind(text.slice(0, -1)), 'truncated')
  assert.equal(kind(text.slice(0, 4)), 'truncated')
  assert.equal(kind('1.'), 'truncated')
  assert.equal(kind(`${text}.`), 'ok')
  assert.equal(kind(`${text})\n`), 'ok')
})

test('a link of another course, of a newer format or with a newer entry says so', () => {
  assert.equal(kind(wrap(encodePayload(recordOf([]), 'bread-baking'))), 'other-course')
  assert.equal(kind('2.4.AAAA'), 'newer')
  assert.equal(kind(forged([{ ...stored(answer('q')), v: 2 }])), 'newer')
  assert.equal(kind('<script>alert(1)</script>'), 'foreign')
})

test('a forged link with a right checksum is refused when an entry makes no sense', () => {
  assert.equal(kind(forged([{ ...stored(answer('q')), score: 7 }])), 'damaged')
  assert.equal(kind(forged([{ ...stored(answer('q')), id: 'no device' }])), 'damaged')
  assert.equal(kind(forged([JSON.parse('{"id":"a:1","v":1,"at":1,"type":"x","__proto__":{"polluted":true}}') as Record<string, unknown>])), 'damaged')
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

test('more than a link can honestly hold is refused before it is read', () => {
  assert.deepEqual(decodePayload(new Uint8Array(LARGEST_PAYLOAD + 1), course), { ok: false, error: { kind: 'too-large' } })
})

test('800 answers as they are given fit into the longest link that is made', () => {
  const record = recordOf(Array.from({ length: 800 }, (_, n) => answer(`question-${n % 330}-of-the-course`, {
    id: `3f9a0c1b2d:${crypto.randomUUID()}`, at: 1_790_000_000_000 + n * 47_123 + ((n * 7919) % 30_011), lesson: `lesson-${Math.floor(n / 8) % 41}`,
    response: { type: 'single', option: `option-${(n * 31) % 97}` }, score: n % 3 ? 1 : 0, confidence: n % 2 ? 'certain' : 'guess',
  })))
  assert.ok(wrap(deflateRawSync(encodePayload(record, course))).length < 32_000)
})
