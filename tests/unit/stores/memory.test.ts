import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom, cleanStores } from 'nanostores'
import type { RecordState } from '../../../src/stores/record.ts'
import { recordOf } from '../../../src/core/record/record.ts'
import { believable } from '../../../src/core/record/stamp.ts'
import { createFsrs } from '../../../src/core/review/fsrs.ts'
import { createMemoryStore } from '../../../src/stores/memory.ts'
import { answer } from '../core/record/events.ts'

const index = [{ id: 'q', lesson: 'budgets', module: 'sre', discipline: 'sre' as const, objective: 'compute', revision: 1, type: 'single' as const, siblings: [] }]

const world = (loadIndex: () => Promise<typeof index> = () => Promise.resolve(index)) => {
  const $state = atom<RecordState>({ status: 'ready', events: [] })
  const $memory = createMemoryStore({ record: { $state, ready: () => Promise.resolve() }, loadIndex, scheduler: createFsrs(), upToNow: (record) => believable(record, NOW) })
  return { $state, $memory }
}

/** A year after the answers that `answer` makes. */
const NOW = answer('q').at + 365 * 86_400_000

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('what is remembered follows the record while somebody listens', async () => {
  const { $state, $memory } = world()
  $memory.listen(() => undefined)
  assert.equal($memory.get().status, 'loading')
  await settled()
  const empty = $memory.get()
  assert.equal(empty.status === 'ready' && empty.memories.byQuestion.size, 0)
  $state.set({ status: 'ready', events: recordOf([answer('q')]) })
  const one = $memory.get()
  assert.equal(one.status === 'ready' && one.memories.byQuestion.get('q')?.question, 'q')
})

test('an answer of a clock that was a year ahead does not keep its question from coming due', async () => {
  const { $state, $memory } = world()
  $memory.listen(() => undefined)
  await settled()
  const now = answer('q', { at: NOW })
  $state.set({ status: 'ready', events: recordOf([now, answer('q', { at: NOW + 365 * 86_400_000 })]) })
  const state = $memory.get()
  assert.equal(state.status === 'ready' && state.memories.byQuestion.get('q')?.lastAtMs, now.at)
})

test('without the list of questions it says that it failed, and tries again for the next listener', async () => {
  let refuses = true
  const { $memory } = world(() => (refuses ? Promise.reject(new Error('offline')) : Promise.resolve(index)))
  $memory.listen(() => undefined)
  await settled()
  assert.equal($memory.get().status, 'failed')
  cleanStores($memory)
  refuses = false
  $memory.listen(() => undefined)
  await settled()
  assert.equal($memory.get().status, 'ready')
})
