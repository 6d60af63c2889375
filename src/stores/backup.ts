import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LocalKeys } from '../core/local-keys.ts'
import type { BackupError } from '../core/record/backup.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import type { RecordStore } from './record.ts'
import { LARGEST_BACKUP, decodeBackup, encodeBackup } from '../core/record/backup.ts'
import { additions, devicesOf } from '../core/record/record.ts'

/** Where bringing a copy in stands. */
export type BackupState =
  | { readonly status: 'idle' }
  | { readonly status: 'preview'; readonly entries: number; readonly answers: number; readonly devices: number; readonly already: number }
  | { readonly status: 'refused'; readonly error: BackupError | { readonly kind: 'unreadable' } }
  | { readonly status: 'added'; readonly entries: number; readonly kept: boolean }

/** The record as a file, out and in. */
export interface BackupStore {
  readonly $backup: ReadableAtom<BackupState>
  /** When a copy was last saved from this device, milliseconds since 1970. */
  readonly $savedAt: ReadableAtom<number | undefined>
  saveCopy(): Promise<void>
  /** Reads `file` and shows what it would add; nothing changes yet. */
  open(file: File): Promise<void>
  /** Adds what the preview showed. */
  confirm(): Promise<void>
  close(): void
}

/** What the store needs from outside. */
export interface BackupStoreOptions {
  readonly record: RecordStore
  readonly keys: LocalKeys
  /** The course's id. */
  readonly course: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly saveFile: (name: string, text: string, type: string) => void
  /** The text of a file, or undefined when it is longer than the limit in bytes. */
  readonly readFile: (file: File, limit: number) => Promise<string | undefined>
}

const SAVED_AT = 'saved-at'

/** UTF-8 takes at most three bytes for a character of the text. */
const LARGEST_FILE = 3 * LARGEST_BACKUP

/** A store for saving the record and bringing copies in as a union. */
export const createBackupStore = ({ record, keys, course, now, saveFile, readFile }: BackupStoreOptions): BackupStore => {
  const $backup = atom<BackupState>({ status: 'idle' })
  const $savedAt = atom<number | undefined>(Number(keys.get(SAVED_AT)) || undefined)
  let incoming: LearnerRecord = []

  return {
    $backup,
    $savedAt,
    async saveCopy() {
      await record.ready()
      const exportedAt = now()
      const text = encodeBackup(record.$state.get().events, { course, exportedAt })
      saveFile(`${course}-record-${new Date(exportedAt).toISOString().slice(0, 10)}.json`, text, 'application/json')
      keys.set(SAVED_AT, String(exportedAt))
      $savedAt.set(exportedAt)
    },
    async open(file) {
      await record.ready()
      let text: string | undefined
      try {
        text = await readFile(file, LARGEST_FILE)
      } catch {
        return $backup.set({ status: 'refused', error: { kind: 'unreadable' } })
      }
      if (text === undefined) return $backup.set({ status: 'refused', error: { kind: 'too-large' } })
      const decoded = decodeBackup(text, course)
      if (!decoded.ok) return $backup.set({ status: 'refused', error: decoded.error })
      incoming = additions(record.$state.get().events, decoded.value)
      $backup.set({
        status: 'preview',
        entries: incoming.length,
        answers: incoming.filter(({ type }) => type === 'answered').length,
        devices: devicesOf(incoming).length,
        already: decoded.value.length - incoming.length,
      })
    },
    async confirm() {
      const added = additions(record.$state.get().events, incoming)
      incoming = []
      const { state } = await record.include(added)
      $backup.set({ status: 'added', entries: added.length, kept: state === 'kept' })
    },
    close() {
      incoming = []
      $backup.set({ status: 'idle' })
    },
  }
}
