import type { OfflineStore, UpdateStore } from './offline.ts'
import type { RecordStore } from './record.ts'
import type { SettingsStore } from './settings.ts'
import type { LocalKeys } from '../core/local-keys.ts'
import { PROFILES, startOfProfile } from '../core/local-keys.ts'
import { createLocalKeys } from '../browser/local-keys.ts'
import { createRecordStorage } from '../browser/record-storage.ts'
import { registerServiceWorker, watchPageKept } from '../browser/service-worker.ts'
import { installTrustedTypesPolicy } from '../browser/trusted-types.ts'
import { createRecordStore } from './record.ts'
import { createSettingsStore } from './settings.ts'

/**
 * The composition root: what every page loads. It and its parts that only some pages need (`questions.ts`, `pages.ts`, `copies.ts`, `links.ts`) are the
 * only files that join stores to the browser. Islands import their stores from here; it is also evaluated while pages are built, so
 * nothing touches the browser until a store is used.
 */

/** The path that the site is served under; ends with `/`. */
export const base: string = import.meta.env.BASE_URL

/** What every key, database, channel and cache of this course on this path starts with. */
export const prefix = (): string => `${document.documentElement.dataset['course']}:${base}`

/** Views read their stores while pages are built, too; there is no browser to open then. */
const atBuild: boolean = import.meta.env.SSR

/** The time, milliseconds since 1970. */
export const now = (): number => Date.now()

let sharedKeys: LocalKeys | undefined
/** What belongs to the browser, whoever uses it: theme, device id, which profile is in use. */
export const deviceKeys = (): LocalKeys => (sharedKeys ??= createLocalKeys(atBuild ? '' : prefix()))

let profile: string | undefined
/**
 * The profile that this page belongs to. Read once: another tab that switches changes nothing here until this page is
 * loaded again, so no page ever writes into two records.
 */
export const profileId = (): string => (profile ??= deviceKeys().get('profile') ?? '')

/** What the keys, the database and the channel of a profile start with. */
export const profilePrefix = (id: string): string => prefix() + startOfProfile(id)

let localKeys: LocalKeys | undefined
/** What belongs to the learner: drafts, the journal, the time of the last copy, sessions. */
export const keys = (): LocalKeys => (localKeys ??= createLocalKeys(atBuild ? '' : profilePrefix(profileId())))

/** That many random bytes in hexadecimal digits. */
export const randomId = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** `crypto.randomUUID` is missing on plain http, as on a company's intranet. */
const uuid = (): string => crypto.randomUUID?.() ?? randomId(16)

let device: string | undefined
const deviceId = (): string => {
  device ??= deviceKeys().get('device')
  if (!device) deviceKeys().set('device', (device = randomId(5)))
  return device
}

/** Drops downloaded modules, which can be had again, so that the record can be written. */
export const freeSpace = async (): Promise<void> => {
  await (await offline()).freeSpace()
}

/** The learner's record. */
export const record: RecordStore = createRecordStore({
  openStorage: () => createRecordStorage({ prefix: profilePrefix(profileId()), keys: keys(), freeSpace }),
  keys,
  now,
  newId: () => `${deviceId()}:${uuid()}`,
  atBuild,
})

/** Whether several people learn in this browser. */
export const hasProfiles = (): boolean => deviceKeys().names(PROFILES).length > 0

/** The settings of this device. */
export const settings: SettingsStore = createSettingsStore({
  keys: deviceKeys,
  applyTheme: (theme) => {
    if (theme === 'device') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  },
})

/** The id of the course. */
export const courseId = (): string => document.documentElement.dataset['course'] ?? ''

let offlineStore: Promise<OfflineStore> | undefined

/** Keeping the course on this device; loaded when it is first asked for. */
export const offline = (): Promise<OfflineStore> =>
  (offlineStore ??= Promise.all([import('./offline.ts'), import('../browser/pack-download.ts')]).then(([{ createOffline }, { createPackKeeper }]) =>
    createOffline(createPackKeeper(courseId(), base)),
  ))

/** Admits our own workers and nothing else, as the security policy demands. Call before a worker is started. */
export const installTrustedTypes = installTrustedTypesPolicy

/** What the frame shows about being offline. */
export interface OfflineFrame {
  /** Called now and on every change: `offline` without network, `kept` when this page can be opened without. */
  readonly showLine: (line: 'offline' | 'kept' | undefined) => void
  /** Called when a new version waits for a click. */
  readonly showUpdate: (update: UpdateStore) => void
}

/** Starts the service worker when the page is idle, and tells `frame` what to show. */
export const startOffline = ({ showLine, showUpdate }: OfflineFrame): void => {
  watchPageKept(showLine)
  registerServiceWorker(async (registration) => {
    const [{ createUpdate }, { createUpdateSource }] = await Promise.all([import('./offline.ts'), import('../browser/update-source.ts')])
    showUpdate(createUpdate(createUpdateSource(registration, courseId(), base)))
  })
}
