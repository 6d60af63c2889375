import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { atom } from 'nanostores'
import type { BackupState } from '../../../src/stores/backup.ts'
import type { RecordState } from '../../../src/stores/record.ts'
import type { RecordEvent } from '../../../src/core/record/event.ts'
import { LONGEST_CODE, LONGEST_LINK, decodePayload, unwrap, wrap, encodePayload } from '../../../src/core/record/transfer.ts'
import { recordOf, type LearnerRecord } from '../../../src/core/record/record.ts'
import { err, ok, type Result } from '../../../src/core/result.ts'
import { createTransferStore, receiveLinks } from '../../../src/stores/transfer.ts'
import { answer, event } from '../core/record/events.ts'

const course = 'three-disciplines'
const start = 'https://example.org/progress/#record='
const many = (count: number): RecordEvent[] =>
  Array.from({ length: count }, (_, n) => answer(`q-${n % 300}`, { id: `3f9a0c1b2d:${crypto.randomUUID()}`, at: 1_790_000_000_000 + n * 60_000 }))

const world = (events: readonly RecordEvent[], savedAt?: number) => {
  const $state = atom<RecordState>({ status: 'ready', events: recordOf(events) })
  const $savedAt = atom<number | undefined>(savedAt)
  const copied: string[] = []
  const store = createTransferStore({
    record: { $state, ready: () => Promise.resolve() },
    backup: { $savedAt, noteCopy: (at) => $savedAt.set(at) },
    course, now: () => 9_000, start, able: () => true,
    deflate: (bytes) => Promise.resolve(Uint8Array.from(deflateRawSync(bytes))),
    drawCode: () => Promise.resolve([[true]]),
    copyText: (text) => Promise.resolve(copied.push(text) > 0),
  })
  const made = () => {
    const state = store.$transfer.get()
    assert.equal(state.status, 'made')
    return state.transfer
  }
  return { store, made, copied, $savedAt, $state }
}
const recordIn = (url: string): LearnerRecord => {
  const bytes = unwrap(url.slice(start.length))
  assert.ok(bytes.ok)
  const decoded = decodePayload(Uint8Array.from(inflateRawSync(bytes.value)), course)
  assert.ok(decoded.ok)
  return decoded.value
}

test('a record that fits is sent whole, and copying the link counts as a copy', async () => {
  const { store, made, copied, $savedAt, $state } = world([...many(30), event({ type: 'reset' })])
  await store.make('link')
  assert.equal(made().whole, true)
  assert.deepEqual(recordIn(made().url), $state.get().events)
  assert.equal($savedAt.get(), undefined)
  await store.copy()
  assert.deepEqual(copied, [made().url])
  assert.equal($savedAt.get(), 9_000)
})

test('of a record that is too long the newest answers are sent, as many as fit, and no copy is claimed', async () => {
  const { store, made, $savedAt, $state } = world(many(3000))
  for (const [form, longest] of [['link', LONGEST_LINK], ['code', LONGEST_CODE]] as const) {
    await store.make(form)
    const { url, whole, answers, allAnswers } = made()
    assert.ok(!whole && answers > 10 && answers < allAnswers)
    assert.ok(url.length <= longest && url.length > longest * 0.95, `${url.length} of ${longest}`)
    assert.deepEqual(recordIn(url), $state.get().events.slice(-answers))
    await store.copy()
    assert.equal($savedAt.get(), undefined)
  }
})

test('a link with everything since the last copy makes up for the rest', async () => {
  const events = many(3000)
  const { store, made, $savedAt } = world(events, events[2900]?.at)
  await store.make('link')
  assert.equal(made().whole, false)
  await store.copy()
  assert.equal($savedAt.get(), 9_000)
})

test('a link that leaves out one answer that is in no copy makes up for nothing, whatever older entries it carries', async () => {
  const answers = many(3000)
  const reset = { ...event({ type: 'reset' }), at: 1 }
  const { store, made, $savedAt } = world([reset, ...answers])
  await store.make('link')
  assert.equal(recordIn(made().url)[0]?.id, reset.id)
  const savedAt = answers.at(-made().answers - 2)?.at
  $savedAt.set(savedAt)
  await store.make('link')
  await store.copy()
  assert.equal($savedAt.get(), savedAt)
})

test('when the newest answer alone is too long, it says so', async () => {
  const text = Array.from({ length: 9000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join('')
  const { store } = world([answer('q', { response: { type: 'text', text } }), answer('q', { response: { type: 'text', text: text.slice(1) } })])
  await store.make('code')
  assert.deepEqual(store.$transfer.get(), { status: 'nothing-fits', form: 'code' })
})

/** Something to receive links with: what was shown, and how often the address was cleaned. */
const receiver = () => {
  const $backup = atom<BackupState>({ status: 'idle' })
  const shown: Result<LearnerRecord, { kind: string }>[] = []
  let dropped = 0
  let arrive: (text: string) => void = () => undefined
  receiveLinks({
    backup: { $backup, show: (decoded, from) => {
      shown.push(decoded)
      $backup.set(decoded.ok ? { status: 'preview', from, entries: decoded.value.length, answers: 0, devices: 1, already: 0, beforeReset: 0 } : { status: 'refused', from, error: decoded.error })
      return Promise.resolve()
    } },
    course,
    inflate: (bytes, limit) => {
      try {
        return Promise.resolve(ok(Uint8Array.from(inflateRawSync(bytes, { maxOutputLength: limit }))))
      } catch {
        return Promise.resolve(err('damaged' as const))
      }
    },
    watch: (listener) => (arrive = listener),
    drop: () => (dropped += 1),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { $backup, shown, dropped: () => dropped, come: async (text: string) => { arrive(text); await settle() } }
}
const text = wrap(deflateRawSync(encodePayload(recordOf([answer('q')]), course)))

test('a link stays in the address while its preview stands, and leaves it when it is added or left', async () => {
  for (const settled of [{ status: 'added', from: 'link', entries: 1, beforeReset: 0, kept: true }, { status: 'idle' }] as const) {
    const { $backup, dropped, come } = receiver()
    await come(text)
    assert.equal(dropped(), 0)
    $backup.set(settled)
    assert.equal(dropped(), 1)
  }
})

test('a refused link leaves the address at once', async () => {
  const { shown, dropped, come } = receiver()
  await come(text.slice(0, -3))
  assert.deepEqual(shown, [err({ kind: 'truncated' })])
  assert.equal(dropped(), 1)
})
