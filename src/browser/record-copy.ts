import type { RecordEvent } from '../core/record/event.ts'
import { unpackEvents } from '../core/record/packed.ts'
import { EVENTS, result } from './record-database.ts'

/**
 * A copy of the record for reading it quickly: a thousand events are one long text, which browsers hand over many times faster than a
 * thousand entries. It is never more than a copy. The database of events is the record; what does not agree with it is not used.
 */

/** Events that follow one another in the record, packed. */
export interface Stretch {
  /** The key of the last of them. */
  readonly upTo: number
  readonly lastId: string
  readonly text: string
}

/** The store of stretches, by the key of the last event of each. */
export const STRETCHES = 'stretches'

/** The version of the form that stretches have; a copy in another form is dropped, and made anew. */
const COPY_VERSION = 2

const open = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, COPY_VERSION)
  request.onupgradeneeded = () => {
    const db = request.result
    if (db.objectStoreNames.contains(STRETCHES)) db.deleteObjectStore(STRETCHES)
    db.createObjectStore(STRETCHES, { keyPath: 'upTo' })
  }
  return result(request)
}

/** Does `work` with the copy in the database `name` and closes it again. */
export const withinCopy = async <T>(name: string, work: (db: IDBDatabase) => Promise<T>): Promise<T> => {
  const db = await open(name)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** What a copy holds: all events of the record up to a key. */
export interface Copied {
  readonly upTo: number
  readonly events: readonly RecordEvent[]
  /** The ids of the events. */
  readonly ids: Set<string>
  /** Whether the record in `db` has the same number of events up to there, each of them readable and there once, and the same last one. */
  agreesWith(db: IDBDatabase): Promise<boolean>
}

/** What the copy in the database `name` holds; undefined when there is nothing. When it does not agree with the record, that is read entry by entry. */
export const readCopy = async (name: string): Promise<Copied | undefined> => {
  const stretches = await withinCopy(name, (copy) => result<Stretch[]>(copy.transaction(STRETCHES).objectStore(STRETCHES).getAll()))
  const last = stretches.at(-1)
  if (!last) return undefined
  const { upTo, lastId } = last
  const events = stretches.flatMap(({ text }) => unpackEvents(text) ?? [])
  const ids = new Set(events.map(({ id }) => id))
  return {
    upTo, events, ids,
    async agreesWith(db) {
      const store = db.transaction(EVENTS).objectStore(EVENTS)
      const [count, found] = await Promise.all([result(store.count(IDBKeyRange.upperBound(upTo))), result<{ id?: unknown } | undefined>(store.get(upTo))])
      return ids.size === count && events.length === count && found?.id === lastId
    },
  }
}
