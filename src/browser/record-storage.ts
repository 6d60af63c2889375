import type { LocalKeys } from '../core/local-keys.ts'
import type { Keeping, Loaded, RecordStorage } from '../core/record/storage.ts'
import type { Reading } from './record-reader.ts'
import { isNewer, storedForm } from '../core/record/read-event.ts'
import { EVENTS, QUARANTINE, durable, openRecordDatabase, result } from './record-database.ts'
import { requestPersistence } from './persistence.ts'
import { createRecordJournal } from './record-journal.ts'
import { createRecordReader } from './record-reader.ts'

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
  const journal = createRecordJournal(keys)
  const reader = createRecordReader({ keys, copyName: `${name}-copy`, isReadOnly: () => readOnly })
  /** Events in stored form that are not yet durable. */
  const pending = new Map<string, unknown>()
  /** Journal entries that could not be read: name and text. */
  const damaged = new Map<string, string>()
  let database: Promise<IDBDatabase> | undefined
  let opened = false
  let readOnly = false
  /** Whether `pending` may hold events that the database has already. */
  let careful = true
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
      if (count >= reader.known().size - pending.size) return
      reader.rewind()
      careful = true
      tell({ events: [], keeping: note({ evicted: true }) })
    } catch {
      // Nothing can be said until the next write, which reports for itself.
    }
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
      journal.remove(id)
    }
    for (const [key] of unread) {
      damaged.delete(key)
      journal.removeDamaged(key)
    }
    if (batch.length >= reader.known().size) note({ evicted: undefined })
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

  /** Takes note of what a reading says of the record; gives its events. */
  const told = ({ events, newer, quarantined }: Reading) => {
    readOnly ||= newer
    noteQuarantined(quarantined)
    return events
  }

  const sync = async (): Promise<void> => {
    const events = await withDatabase(reader.readNew).then(told, () => [])
    if (readOnly) noteKept()
    tell({ events, keeping })
  }

  const load = async (): Promise<Loaded> => {
    const left = journal.read()
    for (const event of left.events) {
      readOnly ||= isNewer(event)
      reader.note(event.id)
      pending.set(event.id, storedForm(event))
    }
    for (const [key, text] of left.damaged) damaged.set(key, text)
    noteQuarantined(damaged.size)
    try {
      const events = told(await withDatabase(reader.readAll()))
      noteKept()
      return { events: [...left.events, ...events], keeping: pending.size + damaged.size ? await write() : keeping }
    } catch {
      forget()
      return { events: left.events, keeping: note(readOnly ? { state: 'read-only', reason: 'newer' } : { state: 'not-kept', reason: 'blocked' }) }
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
        reader.note(event.id)
        pending.set(event.id, value)
        if (!readOnly) journal.add(event.id, value)
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
