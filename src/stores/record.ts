import { atom, onMount } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LocalKeys } from '../core/local-keys.ts'
import type { NewEvent, RecordEvent } from '../core/record/event.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import type { Keeping, RecordStorage } from '../core/record/storage.ts'
import { EVENT_VERSION } from '../core/record/event.ts'
import { additions, merge } from '../core/record/record.ts'
import { stampAfter } from '../core/record/stamp.ts'

/** The learner's record as the page knows it. */
export interface RecordState {
  readonly status: 'loading' | 'ready'
  /** Ordered by time; see `LearnerRecord`. */
  readonly events: LearnerRecord
}

/** The learner's record for views: what is in it, whether it is kept, and the only way to add to it. */
export interface RecordStore {
  readonly $state: ReadableAtom<RecordState>
  readonly $keeping: ReadableAtom<Keeping>
  /** Adds one event: shown at once, resolved when it is durable or known not to be. */
  append(event: NewEvent): Promise<Keeping>
  /** Adds the events of `incoming` that are not here yet; nothing is replaced or removed. */
  include(incoming: LearnerRecord): Promise<Keeping>
  /** Writes everything that this page knows again, after the browser has cleared the storage. */
  keepAgain(): Promise<Keeping>
  /** Resolves when the record has been read, or is known to be unreadable. */
  ready(): Promise<void>
  /** Keeps unfinished work under `key`, at once; it survives a reload where the browser allows it. */
  saveDraft(key: string, value: unknown): void
  /** The draft under `key`, or undefined when there is none that can be read. */
  loadDraft(key: string): unknown
  clearDraft(key: string): void
}

/** What the store needs from outside. */
export interface RecordStoreOptions {
  /** Called once, in the browser, when the record is first needed. */
  readonly openStorage: () => RecordStorage
  readonly keys: () => LocalKeys
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A new event id, `<device>:<uuid>`. */
  readonly newId: () => string
  /** True while pages are built: a view that reads the store then opens nothing. */
  readonly atBuild?: boolean
}

/** A store that is empty until somebody listens or appends. */
export const createRecordStore = ({ openStorage, keys, now, newId, atBuild = false }: RecordStoreOptions): RecordStore => {
  const $state = atom<RecordState>({ status: 'loading', events: [] })
  const $keeping = atom<Keeping>({ state: 'unknown' })
  let open: { readonly storage: RecordStorage; readonly loading: Promise<void> } | undefined

  const take = (events: readonly RecordEvent[], status = $state.get().status) => {
    const state = $state.get()
    if (events.length || status !== state.status) $state.set({ status, events: merge(state.events, events) })
  }

  const opened = () => {
    if (open) return open
    const storage = openStorage()
    storage.watch(({ events, keeping }) => {
      take(events)
      $keeping.set(keeping)
    })
    const loading = storage.load().then(({ events, keeping }) => {
      take(events, 'ready')
      $keeping.set(keeping)
    })
    return (open = { storage, loading })
  }

  const write = async (events: readonly RecordEvent[]): Promise<Keeping> => {
    const keeping = await opened().storage.append(events)
    $keeping.set(keeping)
    return keeping
  }

  const openWhenRead = () => {
    if (!atBuild) void opened()
  }
  onMount($state, openWhenRead)
  onMount($keeping, openWhenRead)

  return {
    $state,
    $keeping,
    ready: () => opened().loading,
    append(event) {
      const stamped: RecordEvent = { id: newId(), v: EVENT_VERSION, at: stampAfter($state.get().events, now()), ...event }
      const first = event.type === 'answered' && !$state.get().events.some(({ type }) => type === 'answered')
      const kept = write([stamped])
      take([stamped])
      if (first) opened().storage.persist()
      return kept
    },
    include(incoming) {
      const added = additions($state.get().events, incoming)
      const kept = write(added)
      take(added)
      return kept
    },
    keepAgain: () => write($state.get().events),
    saveDraft: (key, value) => void keys().set(`draft.${key}`, JSON.stringify(value)),
    loadDraft(key) {
      try {
        return JSON.parse(keys().get(`draft.${key}`) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    clearDraft: (key) => keys().remove(`draft.${key}`),
  }
}
