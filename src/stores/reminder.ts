import { computed, atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LocalKeys } from '../core/local-keys.ts'
import type { RecordStore } from './record.ts'
import { reminder, type Reminder } from '../core/record/reminder.ts'

/** Whether a copy of the record is due. */
export interface ReminderStore {
  readonly $reminder: ReadableAtom<Reminder | undefined>
  /** Takes the reminder away until more answers have come. */
  dismiss(): void
}

/** What the store needs from outside. */
export interface ReminderStoreOptions {
  readonly record: Pick<RecordStore, '$state'>
  /** When a copy was last taken out, milliseconds since 1970. */
  readonly $savedAt: ReadableAtom<number | undefined>
  readonly keys: LocalKeys
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether the browser clears a site after seven days without a visit. */
  readonly clearsUnvisited: boolean
}

const DISMISSED_AT = 'reminder-dismissed-at'

/** A store that follows the record and the copies. */
export const createReminderStore = ({ record, $savedAt, keys, now, clearsUnvisited }: ReminderStoreOptions): ReminderStore => {
  const $dismissedAt = atom<number | undefined>(Number(keys.get(DISMISSED_AT)) || undefined)
  return {
    $reminder: computed([record.$state, $savedAt, $dismissedAt], ({ events }, savedAt, dismissedAt) => reminder(events, { now: now(), savedAt, dismissedAt, clearsUnvisited })),
    dismiss() {
      const at = now()
      keys.set(DISMISSED_AT, String(at))
      $dismissedAt.set(at)
    },
  }
}
