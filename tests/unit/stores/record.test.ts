import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Keeping, RecordStorage } from '../../../src/core/record/storage.ts'
import { createRecordStore } from '../../../src/stores/record.ts'

const kept: Keeping = { state: 'kept' }

/** A storage that counts how often it is opened. */
const counting = () => {
  let opened = 0
  const storage: RecordStorage = {
    load: () => Promise.resolve({ events: [], keeping: kept }),
    append: () => Promise.resolve(kept),
    watch: () => undefined,
    persist: () => undefined,
  }
  const keys = () => ({ get: () => undefined, set: () => true, remove: () => undefined, names: () => [] })
  return {
    opened: () => opened,
    options: {
      openStorage: () => {
        opened += 1
        return storage
      },
      keys,
      now: () => 0,
      newId: () => 'device:event',
    },
  }
}

test('a view that reads the record in the browser opens the storage, once', () => {
  const { opened, options } = counting()
  const store = createRecordStore(options)
  store.$state.listen(() => undefined)
  store.$keeping.listen(() => undefined)
  assert.equal(opened(), 1)
})

test('a view that reads the record while pages are built opens nothing, however often and late it reads', () => {
  const { opened, options } = counting()
  const store = createRecordStore({ ...options, atBuild: true })
  assert.equal(store.$state.get().status, 'loading')
  store.$keeping.listen(() => undefined)()
  assert.equal(opened(), 0)
})
