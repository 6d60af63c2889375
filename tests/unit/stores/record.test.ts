import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Keeping, RecordStorage } from '../../../src/core/record/storage.ts'
import { lessonStates } from '../../../src/core/record/lesson-states.ts'
import { sittingsAt } from '../../../src/core/sittings/sitting.ts'
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

test('with a clock that goes back, a lesson that is reopened is open, and a check keeps every answer given before its end', async () => {
  const { options } = counting()
  const clock = [10_000, 9_000, 8_000, 7_000, 6_000]
  let ids = 0
  const store = createRecordStore({ ...options, now: () => clock.shift() ?? 0, newId: () => `laptop:${(ids += 1)}` })
  await store.append({ type: 'lesson-completed', lesson: 'budgets' })
  await store.append({ type: 'lesson-reopened', lesson: 'budgets' })
  await store.append({ type: 'sitting-begun', kind: 'check', module: 'sre', questions: ['q'] })
  await store.append({
    type: 'answered', question: 'q', lesson: 'budgets', revision: 1, context: 'check', attempt: 0, sitting: 'laptop:3',
    response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [],
  })
  await store.append({ type: 'sitting-ended', sitting: 'laptop:3' })
  const { events } = store.$state.get()
  assert.equal(lessonStates(events).get('budgets')?.state, 'begun')
  assert.equal(sittingsAt({ kind: 'check', module: 'sre' }, events)[0]?.answers.size, 1)
})
