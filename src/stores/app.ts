import type { ReadableAtom } from 'nanostores'
import type { BackupStore } from './backup.ts'
import type { MemoryState } from './memory.ts'
import type { OfflineStore, UpdateStore } from './offline.ts'
import type { RecordStore } from './record.ts'
import type { ReviewStore } from './review.ts'
import type { SearchStore } from './search.ts'
import type { SettingsStore } from './settings.ts'
import type { Misconception } from '../core/course/course.ts'
import type { CourseOutline } from '../core/course/outline.ts'
import type { LocalKeys } from '../core/local-keys.ts'
import type { Question } from '../core/quiz/question.ts'
import type { PackedIndex, QuestionIndex } from '../core/review/question-index.ts'
import { PROFILES, startOfProfile } from '../core/local-keys.ts'
import { fetchJson } from '../browser/fetch-json.ts'
import { createLocalKeys } from '../browser/local-keys.ts'
import { createRecordStorage } from '../browser/record-storage.ts'
import { registerServiceWorker, watchPageKept } from '../browser/service-worker.ts'
import { requestPersistence, storageHealth } from '../browser/storage-health.ts'
import { installTrustedTypesPolicy } from '../browser/trusted-types.ts'
import { createRecordStore } from './record.ts'
import { createRemote } from './remote.ts'
import { createSettingsStore } from './settings.ts'
import { createSitting, type Sitting } from './sitting.ts'

/**
 * The composition root: the only file that joins stores to the browser. Islands import their stores from here; it is
 * also evaluated while pages are built, so nothing touches the browser until a store is used.
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

const relievers: (() => Promise<void>)[] = []

/** Registers something that frees room, such as dropping downloaded modules, for when the record cannot be written. */
export const onStorageFull = (free: () => Promise<void>): void => void relievers.push(free)

/** Frees what can be had again, so that the record can be written. */
export const freeSpace = async (): Promise<void> => {
  for (const free of relievers) await free()
}

/** The learner's record. */
export const record: RecordStore = createRecordStore({
  openStorage: () => createRecordStorage({ prefix: profilePrefix(profileId()), keys: keys(), freeSpace }),
  keys,
  now,
  newId: () => `${deviceId()}:${uuid()}`,
  atBuild,
})

/** The course's outline; fetched when a view first listens. */
export const outline = createRemote(() => fetchJson<CourseOutline>(`${base}outline.json`))

/** Which questions there are; fetched when it is first asked for, and again after a failure. */
const loadIndex = async (): Promise<QuestionIndex> => {
  const [packed, { unpackIndex }] = await Promise.all([fetchJson<PackedIndex>(`${base}question-index.json`), import('../core/review/question-index.ts')])
  return unpackIndex(packed)
}

/** Which questions there are, without their texts; fetched when a view first listens. */
export const questionIndex = createRemote(loadIndex)

let memoryStore: Promise<ReadableAtom<MemoryState>> | undefined

/** What is remembered of every question; loads the scheduler, so only pages that need it ask. */
export const memory = (): Promise<ReadableAtom<MemoryState>> =>
  (memoryStore ??= Promise.all([import('./memory.ts'), import('../core/review/fsrs.ts')]).then(([{ createMemoryStore }, { createFsrs }]) =>
    createMemoryStore({ record, loadIndex, scheduler: createFsrs() }),
  ))

let reviewStore: Promise<ReviewStore> | undefined

/** Spaced review; loaded by its page only. */
export const review = (): Promise<ReviewStore> =>
  (reviewStore ??= Promise.all([memory(), import('./review.ts')]).then(([$memory, { createReviewStore }]) =>
    createReviewStore({ $memory, record, now }),
  ))

/** The whole bank of a lesson, siblings included. */
const fetchBank = (lesson: string) => fetchJson<readonly Question[]>(`${base}lessons/${lesson}/questions.json`)

/** What lasts as long as the page: the question banks that answers need. */
export const sitting: Sitting = createSitting(fetchBank)

/** The beliefs that the course corrects; fetched when a view first listens. */
export const misconceptions = createRemote(() => fetchJson<readonly Misconception[]>(`${base}misconceptions.json`))

/** The questions of a lesson; each call makes a store of its own. */
export const questionsOf = (lesson: string) => createRemote(() => fetchBank(lesson))

/** Whether several people learn in this browser. */
export const hasProfiles = (): boolean => deviceKeys().names(PROFILES).length > 0

/** Copies of the record, reminders to make them, and the people who learn here; loaded when they are first asked for. */
export const copies = () => import('./copies.ts')

/** The record as a file, out and in. */
export const backup = async (): Promise<BackupStore> => (await copies()).backup

/** Hands a text to the learner as a file of that media type. */
export const saveText = async (name: string, text: string, type: string): Promise<void> =>
  (await import('../browser/files.ts')).saveFile(name, text, type)

/** What the browser says about the storage, and the request not to clear it. */
export const storage = { health: storageHealth, askToKeep: requestPersistence }

/** The settings of this device. */
export const settings: SettingsStore = createSettingsStore({
  keys: deviceKeys,
  applyTheme: (theme) => {
    if (theme === 'device') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  },
})

let searchStore: Promise<SearchStore> | undefined

const loadSearch = async (): Promise<SearchStore> => {
  const [{ createSearchStore }, { createFullText }, { loadTitles }] = await Promise.all([
    import('./search.ts'),
    import('../browser/pagefind.ts'),
    import('../browser/title-index.ts'),
  ])
  return createSearchStore({
    loadTitles: () => loadTitles(base),
    fullText: createFullText({ base, built: !import.meta.env.DEV }),
    later: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
}

/** Search, loaded when it is first opened. */
export const search = (): Promise<SearchStore> => (searchStore ??= loadSearch())

/** The id of the course. */
export const courseId = (): string => document.documentElement.dataset['course'] ?? ''

let offlineStore: Promise<OfflineStore> | undefined

/** Keeping the course on this device; loaded when it is first asked for. */
export const offline = (): Promise<OfflineStore> =>
  (offlineStore ??= Promise.all([import('./offline.ts'), import('../browser/pack-download.ts')]).then(([{ createOffline }, { createPackKeeper }]) =>
    createOffline(createPackKeeper(courseId(), base)),
  ))

onStorageFull(async () => {
  await (await offline()).freeSpace()
})

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
