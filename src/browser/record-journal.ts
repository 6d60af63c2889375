import type { LocalKeys } from '../core/local-keys.ts'
import type { RecordEvent } from '../core/record/event.ts'
import { readEvent } from '../core/record/read-event.ts'

const JOURNAL = 'journal.'

/** What waits in localStorage until the database is known to have it: each entry under a name of its own. */
export interface RecordJournal {
  /** The events that an interrupted page left behind, and the entries that cannot be read: name and text. */
  read(): { readonly events: readonly RecordEvent[]; readonly damaged: ReadonlyMap<string, string> }
  /** Adds an event in its stored form, at once. */
  add(id: string, stored: unknown): void
  /** Drops the event with this id. */
  remove(id: string): void
  /** Drops a damaged entry. */
  removeDamaged(name: string): void
}

/** The journal among `keys`. */
export const createRecordJournal = (keys: LocalKeys): RecordJournal => {
  const parse = (text: string): RecordEvent | undefined => {
    try {
      return readEvent(JSON.parse(text))
    } catch {
      return undefined
    }
  }
  return {
    read() {
      const texts = new Map(keys.names(JOURNAL).map((name) => [name, keys.get(name) ?? '']))
      const events = new Map([...texts].map(([name, text]) => [name, parse(text)]))
      return {
        events: [...events.values()].filter((event) => event !== undefined),
        damaged: new Map([...texts].filter(([name]) => !events.get(name))),
      }
    },
    add: (id, stored) => void keys.set(JOURNAL + id, JSON.stringify(stored)),
    remove: (id) => keys.remove(JOURNAL + id),
    removeDamaged: (name) => keys.remove(name),
  }
}
