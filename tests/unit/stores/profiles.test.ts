import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LocalKeys } from '../../../src/core/local-keys.ts'
import { startOfProfile } from '../../../src/core/local-keys.ts'
import { decodeBackup } from '../../../src/core/record/backup.ts'
import { createProfilesStore } from '../../../src/stores/profiles.ts'
import { answer } from '../core/record/events.ts'

const course = 'three-disciplines'

/** A browser with some keys in it, and what the store did to it. */
const browser = (kept: Record<string, string> = {}, current = '') => {
  const all = new Map(Object.entries(kept))
  const keysUnder = (start: string): LocalKeys => ({
    get: (name) => all.get(start + name),
    set: (name, text) => all.set(start + name, text).size > 0,
    remove: (name) => void all.delete(start + name),
    names: (with_) => [...all.keys()].filter((key) => key.startsWith(start + with_)).map((key) => key.slice(start.length)),
  })
  const erased: string[] = []
  const files: [string, string][] = []
  const watched = new Map<string, (text: string | undefined) => void>()
  let reloads = 0
  const store = createProfilesStore({
    current, course, keys: keysUnder(''), keysOf: (id) => keysUnder(startOfProfile(id)),
    openStorage: (id) => ({
      load: () => Promise.resolve({ events: [answer('q', { id: `${id || 'first'}:1`, at: 1 }), answer('q', { id: `${id || 'first'}:2`, at: 2 })], keeping: { state: 'kept' } }),
      append: () => Promise.resolve({ state: 'kept' }), watch: () => undefined, persist: () => undefined,
    }),
    erase: (id) => Promise.resolve(erased.push(id) > 0),
    watchKey: (name, listener) => watched.set(name, listener),
    newId: () => 'ab12', now: () => Date.UTC(2026, 10, 23, 12), reload: () => (reloads += 1),
    saveFile: (name, text) => files.push([name, text]),
  })
  return { store, all, erased, files, watched, reloads: () => reloads }
}

test('a browser that knows nothing of profiles has one, with the keys it always had', () => {
  const { store } = browser({ 'saved-at': '5', theme: 'dark' })
  assert.deepEqual(store.$profiles.get(), [{ id: '', name: '' }])
  assert.equal(store.stemOf(''), course)
})

test('a profile is added, renamed and switched to; the first keeps its place', () => {
  const { store, all, reloads } = browser()
  assert.deepEqual(store.add(' Ada ', ['First']), { ok: true, value: { id: 'ab12', name: 'Ada' } })
  assert.deepEqual(store.rename('', 'Grace', ['Ada']), { ok: true, value: { id: '', name: 'Grace' } })
  assert.deepEqual(store.$profiles.get(), [{ id: '', name: 'Grace' }, { id: 'ab12', name: 'Ada' }])
  assert.deepEqual([store.stemOf(''), store.stemOf('ab12')], [`${course}-grace`, `${course}-ada`])
  store.switchTo('ab12')
  assert.equal(all.get('profile'), 'ab12')
  assert.equal(reloads(), 1)
})

test('a name that is shown already is refused, also that of a first profile without one', () => {
  const { store } = browser()
  assert.deepEqual(store.add('first learner', ['First learner']), { ok: false, error: 'taken' })
  assert.equal(store.$profiles.get().length, 1)
})

test('a removed profile takes its own keys with it and nobody else’s', async () => {
  const { store, all, erased } = browser({ 'draft.q': 'mine', 'profile.ab12.name': 'Ada', 'profile.ab12.draft.q': 'hers', 'profile.cd34.name': 'Bo', theme: 'dark', device: 'd', profile: 'ab12' })
  assert.equal(await store.remove('ab12'), true)
  assert.deepEqual(erased, ['ab12'])
  assert.deepEqual([...all.keys()].sort(), ['device', 'draft.q', 'profile', 'profile.cd34.name', 'theme'])
  assert.equal(all.get('profile'), '')
})

test('the first profile can go as well: what belongs to the browser and to others stays', async () => {
  const { store, all } = browser({ 'draft.q': 'mine', 'saved-at': '5', 'profile.ab12.name': 'Ada', theme: 'dark', device: 'd', profile: 'ab12', 'elsewhere/draft.q': 'of another site' }, 'ab12')
  assert.equal(await store.remove(''), true)
  assert.deepEqual([...all.keys()].sort(), ['device', 'elsewhere/draft.q', 'first', 'profile', 'profile.ab12.name', 'theme'])
  assert.deepEqual(store.$profiles.get(), [{ id: 'ab12', name: 'Ada' }])
})

test('the profile in use is listed even when its name was lost', () => {
  assert.deepEqual(browser({ profile: 'ab12' }, 'ab12').store.$profiles.get(), [{ id: '', name: '' }, { id: 'ab12', name: '' }])
})

test('the profile that the page belongs to cannot be removed from it', async () => {
  const { store, erased } = browser({ 'profile.ab12.name': 'Ada' }, 'ab12')
  assert.equal(await store.remove('ab12'), false)
  assert.deepEqual(erased, [])
})

test('before it goes, a profile’s answers are counted and its copy is saved under its name', async () => {
  const { store, files, all } = browser({ 'profile.ab12.name': 'Ada Lovelace' })
  assert.equal(await store.answersOf('ab12'), 2)
  await store.saveCopyOf('ab12')
  const [name, text] = files[0] ?? ['', '']
  assert.equal(name, `${course}-ada-lovelace-record-2026-11-23.json`)
  const decoded = decodeBackup(text, course)
  assert.deepEqual(decoded.ok && decoded.value.map(({ id }) => id), ['ab12:1', 'ab12:2'])
  assert.equal(all.get('profile.ab12.saved-at'), String(Date.UTC(2026, 10, 23, 12)))
})

test('a page whose profile another tab removes is loaded again; any other change is let be', () => {
  const ada = browser({ 'profile.ab12.name': 'Ada' }, 'ab12')
  ada.store.leaveWhenRemoved()
  ada.watched.get('profile.ab12.name')?.('Ada L.')
  assert.equal(ada.reloads(), 0)
  ada.watched.get('profile.ab12.name')?.(undefined)
  assert.equal(ada.reloads(), 1)
  const first = browser({ 'profile.ab12.name': 'Ada' })
  first.store.leaveWhenRemoved()
  first.watched.get('first')?.('removed')
  assert.equal(first.reloads(), 1)
})
