import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom } from 'nanostores'
import type { Keeping } from '../../../src/core/record/storage.ts'
import type { LearnerRecord } from '../../../src/core/record/record.ts'
import { merge, recordOf } from '../../../src/core/record/record.ts'
import { ok } from '../../../src/core/result.ts'
import { createBackupStore } from '../../../src/stores/backup.ts'
import type { RecordState, RecordStore } from '../../../src/stores/record.ts'
import { answer, event } from '../core/record/events.ts'

const kept: Keeping = { state: 'kept' }

/** A store over a record in memory. */
const backupStore = () => {
  const $state = atom<RecordState>({ status: 'ready', events: [] })
  const record: RecordStore = {
    $state, $keeping: atom(kept), append: () => Promise.resolve(kept), keepAgain: () => Promise.resolve(kept), ready: () => Promise.resolve(),
    include(incoming: LearnerRecord) {
      $state.set({ status: 'ready', events: merge($state.get().events, incoming) })
      return Promise.resolve(kept)
    },
    saveDraft: () => undefined, loadDraft: () => undefined, clearDraft: () => undefined,
  }
  const keys = { get: () => undefined, set: () => true, remove: () => undefined, names: () => [] }
  const store = createBackupStore({
    record, keys, course: 'course', now: () => 0, stem: () => 'course', saveFile: () => undefined, readFile: () => Promise.resolve(''),
  })
  return { store, events: () => $state.get().events }
}

test('a copy that is added by a double click is added once, and the page says how much it was', async () => {
  const { store, events } = backupStore()
  await store.show(ok(recordOf([answer('a'), answer('b')])), 'file')
  await Promise.all([store.confirm(), store.confirm()])
  assert.deepEqual(store.$backup.get(), { status: 'added', from: 'file', entries: 2, beforeReset: 0, kept: true })
  assert.equal(events().length, 2)
})

test('what came in after the preview was shown is not counted again', async () => {
  const { store, events } = backupStore()
  const copy = recordOf([answer('a'), answer('b')])
  await store.show(ok(copy), 'file')
  await store.show(ok(copy.slice(1)), 'file')
  await store.confirm()
  await store.show(ok(copy), 'link')
  const state = store.$backup.get()
  assert.deepEqual(state.status === 'preview' && [state.entries, state.already], [1, 1])
  await store.confirm()
  assert.equal(events().length, 2)
})

test('of a copy that is brought in after a reset it is said how much of it was given before that', async () => {
  const { store } = backupStore()
  const earlier = [answer('a'), event({ type: 'reset' }), answer('b'), answer('c', { lesson: 'alerts' }), event({ type: 'lesson-completed', lesson: 'budgets' })]
  await store.show(ok(recordOf([event({ type: 'reset', lesson: 'budgets' })])), 'file')
  await store.confirm()
  // What the copy itself had set back is no surprise.
  await store.show(ok(recordOf(earlier)), 'file')
  const preview = store.$backup.get()
  assert.deepEqual(preview.status === 'preview' && [preview.answers, preview.beforeReset], [3, 1])
  await store.confirm()
  const added = store.$backup.get()
  assert.deepEqual(added.status === 'added' && [added.entries, added.beforeReset], [5, 1])
})
