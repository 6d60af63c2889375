import { durable, result } from './record-database.ts'

/**
 * A copy of the record for reading it quickly: a thousand events are one long text, which browsers hand over many times faster than a
 * thousand entries. It is never more than a copy. The database of events is the record; what does not agree with it is not used.
 */

/** Events that follow one another in the record, as the JSON of their stored forms. */
interface Stretch {
  /** The key of the last of them. */
  readonly upTo: number
  readonly count: number
  readonly lastId: string
  readonly text: string
}

/** An event in its stored form, with its key in the record. */
export interface StoredEvent {
  readonly key: number
  readonly value: unknown
}

/** What a copy holds: the stored forms of the record's events up to a key, and what must be so in the record for it to be right. */
export interface Copied {
  readonly upTo: number
  readonly count: number
  readonly lastId: string
  readonly values: () => readonly unknown[]
}

/** How many events make a stretch; what is left over is read entry by entry. */
export const STRETCH = 1000

const STRETCHES = 'stretches'

const open = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(STRETCHES, { keyPath: 'upTo' })
  return result(request)
}

/** Does `work` with the database `name` and closes it again. */
const within = async <T>(name: string, work: (db: IDBDatabase) => Promise<T>): Promise<T> => {
  const db = await open(name)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** The copy in the database `name`, or undefined when there is none. */
export const readCopy = (name: string): Promise<Copied | undefined> => within(name, async (db) => {
  const stretches = await result<Stretch[]>(db.transaction(STRETCHES).objectStore(STRETCHES).getAll())
  const last = stretches.at(-1)
  return last && {
    upTo: last.upTo,
    count: stretches.reduce((sum, { count }) => sum + count, 0),
    lastId: last.lastId,
    values: () => stretches.flatMap(({ text }) => JSON.parse(text) as unknown[]),
  }
})

const idOf = (value: unknown): string => (value as { readonly id: string }).id

/** Adds full stretches of `events` to the copy in the database `name`, which ends where they begin; or puts them in its place. */
export const writeCopy = (name: string, events: readonly StoredEvent[], afresh: boolean): Promise<void> => within(name, async (db) => {
  const transaction = db.transaction(STRETCHES, 'readwrite')
  const store = transaction.objectStore(STRETCHES)
  if (afresh) store.clear()
  for (let from = 0; from + STRETCH <= events.length; from += STRETCH) {
    const part = events.slice(from, from + STRETCH)
    const last = part[STRETCH - 1]
    if (last) store.put({ upTo: last.key, count: STRETCH, lastId: idOf(last.value), text: JSON.stringify(part.map(({ value }) => value)) } satisfies Stretch)
  }
  await durable(transaction)
})
