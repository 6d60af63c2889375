import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { OfflineDevice } from '../../../src/core/offline/device.ts'
import type { KeptPack, PackIndex, PackInfo } from '../../../src/core/offline/pack.ts'
import { err, ok } from '../../../src/core/result.ts'
import { createOffline, createUpdate } from '../../../src/stores/offline.ts'

const pack = (id: string): PackInfo =>
  ({ id, kind: 'module', title: id, file: `packs/${id}`, version: '1', bytes: 10, size: 20, sha256: '', assets: [], pages: [] })
const index: PackIndex = { v: 1, build: 'b', assets: [], packs: ['a', 'b', 'c'].map(pack) }

/** A device in memory. `broken` cannot be downloaded, `damaged` fails the check. */
const createDevice = (broken = new Set<string>(), damaged = new Set<string>()) => {
  const kept = new Map<string, KeptPack>()
  const asked: string[] = []
  const device: OfflineDevice = {
    able: true,
    standsIn: false,
    index: async () => index,
    kept: async () => [...kept.values()],
    visited: async () => ['/lessons/x/'],
    async keep(info, _index, onBytes) {
      asked.push(info.id)
      onBytes(info.bytes / 2)
      if (broken.has(info.id)) return err('offline')
      const one: KeptPack = { id: info.id, version: info.version, kind: info.kind, title: info.title, size: info.size, atMs: 0, assets: [], entries: [], pages: [] }
      kept.set(info.id, one)
      return ok(one)
    },
    verify: async ({ id }) => (damaged.has(id) ? 2 : 0),
    remove: async (id) => void kept.delete(id),
    async freeSpace() {
      const any = kept.size > 0
      kept.clear()
      return any
    },
    watchOnline: (listener) => { listener(false); return () => undefined },
  }
  return { device, kept, asked, broken }
}

describe('keeping the course', () => {
  test('keeps every part in course order and counts bytes over all of them', async () => {
    const { device, asked } = createDevice()
    const store = createOffline(device)
    const seen: number[] = []
    store.$state.listen(({ job }) => { if (job) seen.push(job.done) })
    await store.keep()
    assert.deepEqual(asked, ['a', 'b', 'c'])
    assert.deepEqual([...new Set(seen)], [0, 5, 10, 15, 20, 25])
    assert.deepEqual([store.$state.get().kept.length, store.$state.get().job], [3, undefined])
  })

  test('stops at a failure, names it, and goes on from there the next time', async () => {
    const { device, asked, broken } = createDevice(new Set(['b']))
    const store = createOffline(device)
    await store.keep()
    assert.deepEqual(store.$state.get().failure, { packId: 'b', error: 'offline' })
    assert.equal(store.$state.get().job, undefined)
    broken.clear()
    await store.keep()
    assert.deepEqual(asked, ['a', 'b', 'b', 'c'])
    assert.equal(store.$state.get().failure, undefined)
  })

  test('one part can be kept alone, and a second click while it comes starts nothing', async () => {
    const { device, asked } = createDevice()
    const store = createOffline(device)
    await Promise.all([store.keep('b'), store.keep('b')])
    assert.deepEqual(asked, ['b'])
    assert.deepEqual(store.$state.get().kept.map(({ id }) => id), ['b'])
  })

  test('without an index it says that the network is missing', async () => {
    const store = createOffline({ ...createDevice().device, index: async () => undefined })
    await store.keep()
    assert.deepEqual(store.$state.get().failure, { packId: '', error: 'offline' })
  })
})

test('a check removes damaged parts, so that they are offered again, and says how many files were bad', async () => {
  const { device, kept } = createDevice(new Set(), new Set(['b']))
  const store = createOffline(device)
  await store.keep()
  await store.verify()
  assert.deepEqual(store.$state.get().verified, { packs: 3, damaged: 2 })
  assert.deepEqual([...kept.keys()], ['a', 'c'])
})

test('everything kept gives way to the record', async () => {
  const { device, kept } = createDevice()
  const store = createOffline(device)
  assert.equal(await store.freeSpace(), false)
  await store.keep()
  assert.equal(await store.freeSpace(), true)
  assert.equal(kept.size, 0)
  assert.deepEqual(store.$state.get().kept, [])
})

test('a browser that cannot keep pages, or fails to list them, is said to be unable', async () => {
  for (const device of [{ ...createDevice().device, able: false }, { ...createDevice().device, kept: () => Promise.reject(new Error('blocked')) }]) {
    const store = createOffline(device)
    await store.keep()
    assert.equal(store.$state.get().status, 'unable')
  }
})

test('being online is heard from the device', () => {
  const store = createOffline(createDevice().device)
  const seen: boolean[] = []
  store.$online.subscribe((online) => seen.push(online))
  assert.equal(seen.at(-1), false)
})

test('an update waits until it is applied', () => {
  let applied = 0
  const changes = { added: [], changed: ['A'], other: false }
  const store = createUpdate({ watchWaiting: (listener) => listener({ changes }), apply: () => { applied += 1 } })
  const seen: unknown[] = []
  store.$update.subscribe((update) => seen.push(update))
  assert.deepEqual([seen.at(-1), applied], [{ changes }, 0])
  store.applyUpdate()
  assert.equal(applied, 1)
})
