import type { RecordEvent } from '../core/record/event.ts'
import { readOwn } from '../core/record/read-event.ts'
import { EVENTS, durable, result } from './record-database.ts'

/**
 * A copy of the record for reading it quickly: a thousand events are one long text, which browsers hand over many times faster than a
 * thousand entries. It is never more than a copy. The database of events is the record; what does not agree with it is not used.
 */

/** Events that follow one another in the record, as the JSON of their stored forms. */
interface Stretch {
  /** The key of the last of them. */
  readonly upTo: number
  readonly lastId: string
  readonly text: string
}

/** An event in its stored form, with its key in the record. */
export interface StoredEvent {
  readonly key: number
  readonly value: unknown
}

/** How many events make a stretch; what is left over is read entry by entry. */
const STRETCH = 1000

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

/** What the copy held: all events of the record up to a key. */
export interface Copied {
  readonly upTo: number
  readonly events: readonly RecordEvent[]
}

/**
 * What the copy in the database `name` holds, when it agrees with the record in `db` to the last event: the same number of them, each
 * readable, each once. Otherwise undefined, and the record is read entry by entry.
 */
export const readCopy = (name: string, db: IDBDatabase): Promise<Copied | undefined> => within(name, async (copy) => {
  const stretches = await result<Stretch[]>(copy.transaction(STRETCHES).objectStore(STRETCHES).getAll())
  const last = stretches.at(-1)
  if (!last) return undefined
  const { upTo, lastId } = last
  const store = db.transaction(EVENTS).objectStore(EVENTS)
  const asked = Promise.all([result(store.count(IDBKeyRange.upperBound(upTo))), result<{ id?: unknown } | undefined>(store.get(upTo))])
  const events = stretches.flatMap(({ text }) => JSON.parse(text) as unknown[]).flatMap((value) => readOwn(value) ?? [])
  const [count, found] = await asked
  const whole = new Set(events.map(({ id }) => id)).size === count && events.length === count
  return whole && found?.id === lastId ? { upTo, events } : undefined
})

const idOf = (value: unknown): string => (value as { readonly id: string }).id

/** Resolves when nobody waits for the page. */
const idle = (): Promise<unknown> =>
  new Promise<unknown>((done) => ('requestIdleCallback' in globalThis ? requestIdleCallback(done) : setTimeout(done, 1000)))

/**
 * Adds full stretches of `events` to the copy in the database `name`, which ends where they begin, or puts them in its place, when the
 * page is idle.
 */
export const writeCopy = (name: string, events: readonly StoredEvent[], afresh: boolean): Promise<void> => idle().then(() => within(name, async (db) => {
  const transaction = db.transaction(STRETCHES, 'readwrite')
  const store = transaction.objectStore(STRETCHES)
  if (afresh) store.clear()
  for (let from = 0; from + STRETCH <= events.length; from += STRETCH) {
    const part = events.slice(from, from + STRETCH)
    const last = part[STRETCH - 1]
    if (last) store.put({ upTo: last.key, lastId: idOf(last.value), text: JSON.stringify(part.map(({ value }) => value)) } satisfies Stretch)
  }
  await durable(transaction)
}))
