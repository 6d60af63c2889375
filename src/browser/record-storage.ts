import type { LocalKeys } from '../core/local-keys.ts'
import type { RecordEvent } from '../core/record/event.ts'
import type { Keeping, Loaded, RecordStorage } from '../core/record/storage.ts'
import { isNewer, readEvent, storedForm } from '../core/record/read-event.ts'
import type { StoredEvent } from './record-copy.ts'
import { EVENTS, QUARANTINE, durable, openRecordDatabase, result } from './record-database.ts'
import { requestPersistence } from './storage-health.ts'

const JOURNAL = 'journal.'

/** Set when there is a copy for quick reading, so that small records never look for one. */
const COPIED = 'copied'

/** So many entries are read so slowly that the copy is made or continued. */
const WORTH_COPYING = 1000

/** What the storage needs from outside. */
export interface RecordStorageOptions {
  /** `<course>:<base>`: names the database and the channel, since all sites of a host may share one origin. */
  readonly prefix: string
  readonly keys: LocalKeys
  /** Frees room after a write has failed, before it is tried for the last time. */
  readonly freeSpace: () => Promise<void>
}

/**
 * Keeps the record in IndexedDB with a journal in localStorage in front of it: an entry is written to the journal at
 * once, then to the database, and leaves the journal when the database says that it is durable. Each covers the other's
 * hole: a killed browser forgets localStorage, a page left at once forgets an uncommitted write.
 */
export const createRecordStorage = ({ prefix, keys, freeSpace }: RecordStorageOptions): RecordStorage => {
  const name = `${prefix}record`
  const copyName = `${name}-copy`
  /** Ids of all events that this page has seen. */
  const known = new Set<string>()
  /** Events in stored form that are not yet durable. */
  const pending = new Map<string, unknown>()
  /** Journal entries that could not be read: name and text. */
  const damaged = new Map<string, string>()
  let database: Promise<IDBDatabase> | undefined
  let opened = false
  let readOnly = false
  /** Whether `pending` may hold events that the database has already. */
  let careful = true
  /** The highest key read so far; keys only grow, so what is new lies above it. */
  let cursor = 0
  let keeping: Keeping = { state: 'unknown' }
  let waiting: Promise<Keeping> | undefined
  let writing: Promise<unknown> | undefined
  let channel: BroadcastChannel | undefined
  let tell: (news: Loaded) => void = () => undefined

  const note = (news: Partial<Keeping>): Keeping => (keeping = { ...keeping, ...news })
  const noteQuarantined = (count: number) => {
    if (count) note({ quarantined: (keeping.quarantined ?? 0) + count })
  }
  const noteKept = (): Keeping =>
    note(readOnly ? { state: 'read-only', reason: 'newer' } : { state: 'kept', reason: undefined })

  const forget = () => {
    database?.then((db) => db.close(), () => undefined)
    database = undefined
  }

  const open = (): Promise<IDBDatabase> =>
    (database ??= openRecordDatabase(name).then(({ db, newer }) => {
      opened = true
      readOnly ||= newer
      db.onversionchange = forget
      db.onclose = () => {
        forget()
        void lookForLoss()
      }
      return db
    }))

  /** Does `work` on the open database; connections die in the background, so a failure is tried again on a new one. */
  const withDatabase = async <T>(work: (db: IDBDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await open())
    } catch {
      forget()
      careful = true
      return work(await open())
    }
  }

  /** The connection was closed from outside: when the entries are gone, the learner is told and may put them back. */
  const lookForLoss = async (): Promise<void> => {
    try {
      const count = await withDatabase((db) => result(db.transaction(EVENTS).objectStore(EVENTS).count()))
      if (count >= known.size - pending.size) return
      cursor = 0
      careful = true
      tell({ events: [], keeping: note({ evicted: true }) })
    } catch {
      // Nothing can be said until the next write, which reports for itself.
    }
  }

  /** The copy's events when there is a copy and it is right; then only what lies above them has to be read. */
  const readCopied = async (db: IDBDatabase): Promise<readonly RecordEvent[]> => {
    cursor = 0
    if (keys.get(COPIED) === undefined) return []
    const copied = await import('./record-copy.ts').then(({ readCopy }) => readCopy(copyName, db)).catch(() => undefined)
    if (!copied) keys.remove(COPIED)
    cursor = copied?.upTo ?? 0
    return copied?.events ?? []
  }

  /** Copies what had to be read entry by entry, once that is much. When it fails the next page tries again. */
  const copy = (read: readonly StoredEvent[], afresh: boolean) => {
    if (readOnly || read.length < WORTH_COPYING) return
    void import('./record-copy.ts').then(({ writeCopy }) => writeCopy(copyName, read, afresh)).then(() => keys.set(COPIED, 'y'), () => undefined)
  }

  /** Reads what lies above the cursor, puts aside what does not parse, and returns what this page had not seen. */
  const readNew = async (db: IDBDatabase, onRead?: (read: readonly StoredEvent[]) => void): Promise<RecordEvent[]> => {
    const store = db.transaction(EVENTS).objectStore(EVENTS)
    const above = IDBKeyRange.lowerBound(cursor, true)
    const [found, at] = await Promise.all([result<unknown[]>(store.getAll(above)), result(store.getAllKeys(above))])
    const broken: { readonly value: unknown; readonly key: IDBValidKey }[] = []
    const events = found.flatMap((value, index) => {
      const key = at[index] ?? cursor
      cursor = Number(key)
      const event = readEvent(value)
      if (!event) broken.push({ value, key })
      else if (isNewer(event)) readOnly = true
      if (!event || known.has(event.id)) return []
      known.add(event.id)
      return [event]
    })
    noteQuarantined(broken.length)
    if (broken.length && !readOnly) {
      const move = db.transaction([EVENTS, QUARANTINE], 'readwrite')
      for (const { value, key } of broken) {
        move.objectStore(QUARANTINE).add(value)
        move.objectStore(EVENTS).delete(key)
      }
      // When this fails they stay where they are, and are put aside the next time.
      await durable(move).catch(() => undefined)
    }
    if (broken.length === 0) onRead?.(found.map((value, index) => ({ value, key: Number(at[index]) })))
    return events
  }

  /** Adds what is pending. An event that is there already is left untouched: nothing is ever overwritten. */
  const put = async (db: IDBDatabase): Promise<void> => {
    if (readOnly) return
    const batch = [...pending]
    const unread = [...damaged]
    const transaction = db.transaction([EVENTS, QUARANTINE], 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(EVENTS)
    const present = careful ? await Promise.all(batch.map(([id]) => result(store.index('id').getKey(id)))) : []
    batch.forEach(([, value], index) => present[index] ?? store.add(value))
    for (const [key, text] of unread) transaction.objectStore(QUARANTINE).add({ key, text })
    await durable(transaction)
    careful = false
    for (const [id] of batch) {
      pending.delete(id)
      keys.remove(JOURNAL + id)
    }
    for (const [key] of unread) {
      damaged.delete(key)
      keys.remove(key)
    }
    if (batch.length >= known.size) note({ evicted: undefined })
    channel?.postMessage(0)
  }

  const write = async (): Promise<Keeping> => {
    try {
      await withDatabase(put).catch(async () => {
        await freeSpace().catch(() => undefined)
        return withDatabase(put)
      })
      return noteKept()
    } catch {
      // A full storage has another error name in each browser, and the room they report is rounded up. But a database
      // that opens afresh and then takes no entry, after room was made, is full for every purpose of the learner's.
      const opens = await database?.then(() => true, () => false)
      forget()
      return note({ state: 'not-kept', reason: opens ? 'full' : opened ? 'failed' : 'blocked' })
    }
  }

  /** Writes all that is pending after the write under way, once for all who ask meanwhile. */
  const flush = (): Promise<Keeping> =>
    (waiting ??= Promise.resolve(writing).then(() => {
      waiting = undefined
      const now = write()
      writing = now
      return now
    }))

  const readJournal = (): RecordEvent[] =>
    keys.names(JOURNAL).flatMap((key) => {
      const text = keys.get(key) ?? ''
      let event: RecordEvent | undefined
      try {
        event = readEvent(JSON.parse(text))
      } catch {
        // Cut off or foreign text: put aside below.
      }
      if (!event) {
        damaged.set(key, text)
        return []
      }
      readOnly ||= isNewer(event)
      known.add(event.id)
      pending.set(event.id, storedForm(event))
      return [event]
    })

  const sync = async (): Promise<void> => {
    const events = await withDatabase(readNew).catch(() => [])
    if (readOnly) noteKept()
    tell({ events, keeping })
  }

  const load = async (): Promise<Loaded> => {
    const journal = readJournal()
    noteQuarantined(damaged.size)
    try {
      const events = await withDatabase(async (db) => {
        const copied = await readCopied(db)
        const read = await readNew(db, (entries) => copy(entries, copied.length === 0))
        for (const event of copied) {
          known.add(event.id)
          readOnly ||= isNewer(event)
        }
        return [...copied, ...read]
      })
      noteKept()
      return { events: [...journal, ...events], keeping: pending.size + damaged.size ? await write() : keeping }
    } catch {
      forget()
      return { events: journal, keeping: note(readOnly ? { state: 'read-only', reason: 'newer' } : { state: 'not-kept', reason: 'blocked' }) }
    }
  }

  return {
    load() {
      const loaded = load()
      // Writing waits: only reading shows whether a newer version owns the database.
      writing = loaded
      return loaded
    },
    append(events) {
      for (const event of events) {
        const value = storedForm(event)
        known.add(event.id)
        pending.set(event.id, value)
        if (!readOnly) keys.set(JOURNAL + event.id, JSON.stringify(value))
      }
      return flush()
    },
    watch(listener) {
      tell = listener
      try {
        channel = new BroadcastChannel(name)
        channel.onmessage = () => void sync()
      } catch {
        // Without channels another tab's answers show after a reload.
      }
      addEventListener('pageshow', (event) => event.persisted && void sync())
    },
    persist: () => void requestPersistence(),
  }
}
