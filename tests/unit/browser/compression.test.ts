import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { deflate, inflate } from '../../../src/browser/compression.ts'
import { decodePayload, encodePayload, unwrap, wrap, LARGEST_PAYLOAD } from '../../../src/core/record/transfer.ts'
import { recordOf } from '../../../src/core/record/record.ts'
import { anyEvents } from '../core/record/events.ts'

const course = 'three-disciplines'

test('a record packed into a link and unpacked again is the same record', async () => {
  await fc.assert(fc.asyncProperty(anyEvents, async (events) => {
    const record = recordOf(events)
    const bytes = unwrap(wrap(await deflate(encodePayload(record, course))))
    assert.ok(bytes.ok)
    const payload = await inflate(bytes.value, LARGEST_PAYLOAD)
    assert.ok(payload.ok)
    assert.deepEqual(decodePayload(payload.value, course), { ok: true, value: record })
  }), { numRuns: 1000 })
})

test('a packed link that is cut off or altered is refused or loses nothing', async () => {
  await fc.assert(fc.asyncProperty(anyEvents, fc.nat(), fc.nat(4), fc.string({ maxLength: 2 }), async (events, at, cut, put) => {
    const record = recordOf(events)
    const text = wrap(await deflate(encodePayload(record, course)))
    const from = at % text.length
    const bytes = unwrap(text.slice(0, from) + put + text.slice(from + cut))
    const payload = bytes.ok ? await inflate(bytes.value, LARGEST_PAYLOAD) : bytes
    const decoded = payload.ok ? decodePayload(payload.value, course) : payload
    if (decoded.ok) assert.deepEqual(decoded.value, record)
  }), { numRuns: 1000 })
})

test('a few bytes that swell without end are stopped at the limit', async () => {
  const bomb = Uint8Array.from(deflateRawSync(Buffer.alloc(200_000_000)))
  const before = process.memoryUsage().arrayBuffers
  assert.deepEqual(await inflate(bomb, LARGEST_PAYLOAD), { ok: false, error: 'too-large' })
  assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000)
})

test('bytes that were never compressed are damaged', async () => {
  assert.deepEqual(await inflate(Uint8Array.of(255, 255, 255), 100), { ok: false, error: 'damaged' })
  assert.deepEqual(await inflate(new Uint8Array(), 100), { ok: false, error: 'damaged' })
})
