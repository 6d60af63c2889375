import type { RecordStore } from './record.ts'
import type { SettingsStore } from './settings.ts'
import type { LocalKeys } from '../core/local-keys.ts'
import { createLocalKeys } from '../browser/local-keys.ts'
import { createRecordStorage } from '../browser/record-storage.ts'
import { createRecordStore } from './record.ts'
import { createSettingsStore } from './settings.ts'

/**
 * The composition root: the only file that joins stores to the browser. Islands import their stores from here; it is
 * also evaluated while pages are built, so nothing touches the browser until a store is used.
 */

/** The path that the site is served under; ends with `/`. */
export const base: string = import.meta.env.BASE_URL

/** What every key, database, channel and cache of this course on this path starts with. */
export const prefix = (): string => `${document.documentElement.dataset['course']}:${base}`

let localKeys: LocalKeys | undefined
const keys = (): LocalKeys => (localKeys ??= createLocalKeys(prefix()))

const randomId = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** `crypto.randomUUID` is missing on plain http, as on a company's intranet. */
const uuid = (): string => crypto.randomUUID?.() ?? randomId(16)

let device: string | undefined
const deviceId = (): string => {
  device ??= keys().get('device')
  if (!device) keys().set('device', (device = randomId(5)))
  return device
}

const relievers: (() => Promise<void>)[] = []

/** Registers something that frees room, such as dropping downloaded modules, for when the record cannot be written. */
export const onStorageFull = (free: () => Promise<void>): void => void relievers.push(free)

const freeSpace = async (): Promise<void> => {
  for (const free of relievers) await free()
}

/** The learner's record. */
export const record: RecordStore = createRecordStore({
  openStorage: () => createRecordStorage({ prefix: prefix(), keys: keys(), freeSpace }),
  keys,
  now: () => Date.now(),
  newId: () => `${deviceId()}:${uuid()}`,
})

/** The settings of this device. */
export const settings: SettingsStore = createSettingsStore({
  keys,
  applyTheme: (theme) => {
    if (theme === 'device') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  },
})
