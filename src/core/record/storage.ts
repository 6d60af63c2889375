import type { RecordEvent } from './event.ts'

/** What the learner is told about whether answers survive closing the page. */
export interface Keeping {
  /** `kept` means that the last write is known to be durable; `read-only` that a newer version wrote here. */
  readonly state: 'unknown' | 'kept' | 'not-kept' | 'read-only'
  readonly reason?: 'blocked' | 'full' | 'newer' | 'failed'
  /** How many entries could not be read and were put aside. */
  readonly quarantined?: number
  /** True when the browser cleared the site's storage while the page was open, and the page wrote its entries back. */
  readonly evicted?: boolean
}

/** Whether `keeping` is something that the learner must be told without asking. */
export const needsNotice = (keeping: Keeping): boolean =>
  keeping.state === 'not-kept' || keeping.state === 'read-only' || keeping.evicted === true || Boolean(keeping.quarantined)

/** What was found when the storage was opened. */
export interface Loaded {
  readonly events: readonly RecordEvent[]
  readonly keeping: Keeping
}

/** Where the record is kept. Nothing in it rejects: what goes wrong is told through `Keeping`. */
export interface RecordStorage {
  /** Opens, takes over what an interrupted page left behind, and reads every event. */
  load(): Promise<Loaded>
  /** Adds events; one that is already there is left as it is. Resolves when they are durable or known not to be. */
  append(events: readonly RecordEvent[]): Promise<Keeping>
  /** Calls `listener` with events that other tabs have added, and with news about the storage. */
  watch(listener: (news: Loaded) => void): void
  /** Asks the browser, once, not to clear the site's data by itself. */
  persist(): void
}
