import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createByteReader, createByteWriter, fromBase64Url, toBase64Url } from '../../../../src/core/record/bytes.ts'
import { decodeRows, encodeRows, type Row } from '../../../../src/core/record/columns.ts'

const LARGEST = 1_000_000
const runs = { numRuns: 1000 }
/** As JSON gives them: it knows no negative zero. */
const anyRows = fc.array(fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true, maxKeys: 4 }), { maxLength: 8 })
  .map((rows) => JSON.parse(JSON.stringify(rows)) as Row[])

test('whole numbers of any size and texts of any kind read back as they were written', () => {
  fc.assert(fc.property(fc.array(fc.maxSafeNat()), fc.array(fc.string({ unit: 'grapheme' })), (counts, texts) => {
    const writer = createByteWriter()
    for (const count of counts) writer.count(count)
    for (const text of texts) writer.text(text)
    const reader = createByteReader(writer.done())
    assert.deepEqual(counts.map(() => reader.count()), counts)
    assert.deepEqual(texts.map(() => reader.text()), texts)
    assert.ok(reader.atEnd())
  }), runs)
})

test('base64url agrees with the platform’s, and refuses what it is not', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    const text = toBase64Url(bytes)
    assert.equal(text, Buffer.from(bytes).toString('base64url'))
    assert.deepEqual(fromBase64Url(text), Uint8Array.from(bytes))
  }), runs)
  for (const text of ['A', 'AA+A', 'AA/A', 'AAA=', 'AA A', 'AÄAA']) assert.equal(fromBase64Url(text), undefined, text)
})

test('rows of any plain JSON read back as the same rows in the same order, fields in theirs', () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const read = decodeRows(encodeRows(rows), LARGEST)
    assert.deepEqual(read, rows)
    assert.equal(JSON.stringify(read), JSON.stringify(rows))
  }), runs)
})

test('ids of every shape, negative and far-apart numbers and words that look like values read back exactly', () => {
  const id = fc.oneof(fc.uuid(), fc.uuid().map((text) => text.replaceAll('-', '')), fc.uuid().map((text) => text.toUpperCase()), fc.stringMatching(/^[\w-]{1,64}$/))
  const row = fc.record({
    id: fc.tuple(fc.constantFrom('laptop', 'true', '-'), id).map((parts) => parts.join(':')),
    at: fc.oneof(fc.maxSafeInteger(), fc.integer()),
    word: fc.constantFrom('true', 'null', '12', '', 'a-word', 'true-word', '__proto__', 'two\nlines'),
  }, { noNullPrototype: true })
  fc.assert(fc.property(fc.array(row), (rows) => {
    assert.deepEqual(decodeRows(encodeRows(rows), LARGEST), rows)
  }), runs)
})

test('bytes that are anything give rows or nothing, and never an exception', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeRows(bytes, LARGEST)), { numRuns: 3000 })
  fc.assert(fc.property(anyRows, fc.nat(), fc.nat(255), (rows, at, byte) => {
    const bytes = encodeRows(rows)
    bytes[at % bytes.length] = byte
    void decodeRows(bytes, LARGEST)
  }), { numRuns: 3000 })
})

test('a short text that stands in for a long one many times over is refused before it is put in place', () => {
  const rows = Array.from({ length: 5000 }, () => ({ text: 'x'.repeat(5000) }))
  const bytes = encodeRows(rows)
  assert.ok(bytes.length < 20_000)
  assert.equal(decodeRows(bytes, LARGEST), undefined)
})
