import type { LocalKeys } from '../core/local-keys.ts'
import type { RecordEvent } from '../core/record/event.ts'
import type { Copied } from './record-copy.ts'
import type { StoredEvent } from './write-record-copy.ts'
import { isNewer, readEvent } from '../core/record/read-event.ts'
import { EVENTS, QUARANTINE, durable, result } from './record-database.ts'

/** Set when there is a copy for quick reading, so that small records never look for one. */
const COPIED = 'copied'

/** So many entries are read so slowly that the copy is made or continued. */
const WORTH_COPYING = 1000

/** What one reading of the record brought. */
export interface Reading {
  /** The events that this page had not seen. */
  readonly events: readonly RecordEvent[]
  /** Whether a newer version of the course wrote some of what is there. */
  readonly newer: boolean
  /** How many entries could not be read. */
  readonly quarantined: number
}

/** Reads the record's database, each event once. */
export interface RecordReader {
  /** Ids of the events that this page has seen. */
  known(): ReadonlySet<string>
  /** Takes note that the page has the event with this id already. */
  note(id: string): void
  /** Starts to look for the quick copy; the reading that follows takes everything, from there where the copy is right. */
  readAll(): (db: IDBDatabase) => Promise<Reading>
  /** Reads what was added since. */
  readNew(db: IDBDatabase): Promise<Reading>
  /** The database has been cleared: whatever will be in it is new. */
  rewind(): void
}

/** What the reader needs from outside. */
export interface RecordReaderOptions {
  readonly keys: LocalKeys
  /** Names the database of the quick copy. */
  readonly copyName: string
  /** Whether a newer version owns the record, so that nothing in it is moved. */
  readonly isReadOnly: () => boolean
}

/** A reader that has seen nothing yet. */
export const createRecordReader = ({ keys, copyName, isReadOnly }: RecordReaderOptions): RecordReader => {
  let known = new Set<string>()
  /** The highest key read so far; keys only grow, so what is new lies above it. */
  let cursor = 0

  const readCopy = async (): Promise<Copied | undefined> =>
    keys.get(COPIED) === undefined ? undefined : (await import('./record-copy.ts')).readCopy(copyName)

  /** The events of `copied` when it is right, and the cursor after them; else nothing, and the cursor at the start. */
  const take = async (copied: Copied | undefined, db: IDBDatabase): Promise<readonly RecordEvent[]> => {
    cursor = 0
    if (!copied || !(await copied.agreesWith(db))) {
      keys.remove(COPIED)
      return []
    }
    for (const id of known) copied.ids.add(id)
    known = copied.ids
    cursor = copied.upTo
    return copied.events
  }

  /** Copies what had to be read entry by entry, once that is much. */
  const copy = async (read: readonly StoredEvent[], afresh: boolean) => {
    if (read.length < WORTH_COPYING) return
    await (await import('./write-record-copy.ts')).writeCopy(copyName, read, afresh)
    keys.set(COPIED, 'y')
  }

  /** Puts entries aside that cannot be read. When this fails they stay where they are, and are put aside the next time. */
  const putAside = async (db: IDBDatabase, broken: readonly StoredEvent[]) => {
    const move = db.transaction([EVENTS, QUARANTINE], 'readwrite')
    for (const { value, key } of broken) {
      move.objectStore(QUARANTINE).add(value)
      move.objectStore(EVENTS).delete(key)
    }
    await durable(move).catch(() => undefined)
  }

  /** What lies above the cursor, as it is stored too. */
  const readAbove = async (db: IDBDatabase): Promise<Reading & { readonly stored: readonly StoredEvent[] }> => {
    const store = db.transaction(EVENTS).objectStore(EVENTS)
    const above = IDBKeyRange.lowerBound(cursor, true)
    const [values, at] = await Promise.all([result<unknown[]>(store.getAll(above)), result(store.getAllKeys(above))])
    const stored = values.map((value, index): StoredEvent => ({ value, key: Number(at[index]) }))
    cursor = stored.at(-1)?.key ?? cursor
    const read = values.map(readEvent)
    const newer = read.some((event) => event !== undefined && isNewer(event))
    const broken = stored.filter((_, index) => !read[index])
    if (broken.length && !newer && !isReadOnly()) await putAside(db, broken)
    const events = read.filter((event) => event !== undefined && !known.has(event.id)) as RecordEvent[]
    for (const { id } of events) known.add(id)
    return { events, newer, quarantined: broken.length, stored }
  }

  return {
    known: () => known,
    note: (id) => void known.add(id),
    readAll() {
      const reading = readCopy().catch(() => undefined)
      return async (db) => {
        const copied = await take(await reading, db)
        const { stored, events, newer, quarantined } = await readAbove(db)
        // When the copy cannot be made the next page tries again.
        if (!quarantined && !newer && !isReadOnly()) copy(stored, copied.length === 0).catch(() => undefined)
        return { events: [...copied, ...events], newer, quarantined }
      }
    },
    readNew: readAbove,
    rewind: () => void (cursor = 0),
  }
}
