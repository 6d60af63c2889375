import type { Stretch } from './record-copy.ts'
import { packEvents } from '../core/record/pack-events.ts'
import { STRETCHES, withinCopy } from './record-copy.ts'
import { durable } from './record-database.ts'

/** An event in its stored form, with its key in the record. */
export interface StoredEvent {
  readonly key: number
  readonly value: unknown
}

/** How many events make a stretch; what is left over is read entry by entry. */
const STRETCH = 1000

const idOf = (value: unknown): string => (value as { readonly id: string }).id

/** Resolves when nobody waits for the page. */
const idle = (): Promise<unknown> =>
  new Promise<unknown>((done) => ('requestIdleCallback' in globalThis ? requestIdleCallback(done) : setTimeout(done, 1000)))

/**
 * Adds full stretches of `events` to the copy in the database `name`, which ends where they begin, or puts them in its place, when the
 * page is idle.
 */
export const writeCopy = (name: string, events: readonly StoredEvent[], afresh: boolean): Promise<void> => idle().then(() => withinCopy(name, async (db) => {
  const transaction = db.transaction(STRETCHES, 'readwrite')
  const store = transaction.objectStore(STRETCHES)
  if (afresh) store.clear()
  for (let from = 0; from + STRETCH <= events.length; from += STRETCH) {
    const part = events.slice(from, from + STRETCH)
    const last = part[STRETCH - 1]
    if (last) store.put({ upTo: last.key, lastId: idOf(last.value), text: packEvents(part.map(({ value }) => value)) } satisfies Stretch)
  }
  await durable(transaction)
}))
