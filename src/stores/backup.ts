import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LocalKeys } from '../core/local-keys.ts'
import type { Result } from '../core/result.ts'
import type { CopySource, Refusal } from '../core/record/backup.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import type { RecordStore } from './record.ts'
import { attemptsCsv, tableName } from '../core/record/attempts-csv.ts'
import { LARGEST_BACKUP, backupName, decodeBackup, encodeBackup } from '../core/record/backup.ts'
import { countBeforeReset } from '../core/record/before-reset.ts'
import { answerCount } from '../core/record/newest.ts'
import { devicesOf } from '../core/record/devices.ts'
import { additions } from '../core/record/record.ts'
import { err } from '../core/result.ts'

/** Where bringing a copy in stands. `beforeReset`: how many of its answers do not count here, since they were given before a reset. */
export type BackupState =
  | { readonly status: 'idle' }
  | { readonly status: 'preview'; readonly from: CopySource; readonly entries: number; readonly answers: number; readonly devices: number; readonly already: number; readonly beforeReset: number }
  | { readonly status: 'refused'; readonly from: CopySource; readonly error: Refusal }
  | { readonly status: 'added'; readonly from: CopySource; readonly entries: number; readonly beforeReset: number; readonly kept: boolean }

/** The record as a file, out and in; also what shows and adds a copy that came in another way. */
export interface BackupStore {
  readonly $backup: ReadableAtom<BackupState>
  /** When a copy was last saved from this device, milliseconds since 1970. */
  readonly $savedAt: ReadableAtom<number | undefined>
  saveCopy(): Promise<void>
  /** Every answer as a table, for spreadsheets; no copy, since it cannot be brought in again. */
  saveTable(): Promise<void>
  /** Remembers that a copy was taken out at this time. */
  noteCopy(atMs: number): void
  /** Reads `file` and shows what it would add; nothing changes yet. */
  open(file: File): Promise<void>
  /** Shows what a copy that has been read would add, or why it was refused. */
  show(decoded: Result<LearnerRecord, Refusal>, from: CopySource): Promise<void>
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
  /** What the names of files begin with: the course's id, and the profile's name where there are several. */
  readonly stem: () => string
  readonly saveFile: (name: string, text: string, type: string) => void
  /** The text of a file, or undefined when it is longer than the limit in bytes. */
  readonly readFile: (file: File, limit: number) => Promise<string | undefined>
}

/** The key for the time of the last copy, among those of the profile. */
export const SAVED_AT = 'saved-at'

/** UTF-8 takes at most three bytes for a character of the text. */
const LARGEST_FILE = 3 * LARGEST_BACKUP

/** A store for saving the record and bringing copies in as a union. */
export const createBackupStore = ({ record, keys, course, now, stem, saveFile, readFile }: BackupStoreOptions): BackupStore => {
  const $backup = atom<BackupState>({ status: 'idle' })
  const $savedAt = atom<number | undefined>(Number(keys.get(SAVED_AT)) || undefined)
  /** What the preview shows; it can be added once. */
  let incoming: LearnerRecord | undefined

  const noteCopy = (atMs: number) => {
    keys.set(SAVED_AT, String(atMs))
    $savedAt.set(atMs)
  }
  const refuse = (error: Refusal, from: CopySource) => $backup.set({ status: 'refused', from, error })
  const show = async (decoded: Result<LearnerRecord, Refusal>, from: CopySource) => {
    await record.ready()
    if (!decoded.ok) return refuse(decoded.error, from)
    const { events } = record.$state.get()
    incoming = additions(events, decoded.value)
    $backup.set({
      status: 'preview',
      from,
      entries: incoming.length,
      answers: answerCount(incoming),
      devices: devicesOf(incoming).length,
      already: decoded.value.length - incoming.length,
      beforeReset: countBeforeReset(events, decoded.value),
    })
  }

  return {
    $backup,
    $savedAt,
    noteCopy,
    show,
    async saveCopy() {
      await record.ready()
      const exportedAt = now()
      const text = encodeBackup(record.$state.get().events, { course, exportedAt })
      saveFile(backupName(stem(), exportedAt), text, 'application/json')
      noteCopy(exportedAt)
    },
    async saveTable() {
      await record.ready()
      saveFile(tableName(stem(), now()), attemptsCsv(record.$state.get().events), 'text/csv')
    },
    async open(file) {
      let text: string | undefined
      try {
        text = await readFile(file, LARGEST_FILE)
      } catch {
        return refuse({ kind: 'unreadable' }, 'file')
      }
      await show(text === undefined ? err({ kind: 'too-large' }) : decodeBackup(text, course), 'file')
    },
    async confirm() {
      const state = $backup.get()
      if (state.status !== 'preview' || !incoming) return
      const added = additions(record.$state.get().events, incoming)
      incoming = undefined
      const { state: keeping } = await record.include(added)
      $backup.set({ status: 'added', from: state.from, entries: added.length, beforeReset: state.beforeReset, kept: keeping === 'kept' })
    },
    close() {
      incoming = undefined
      $backup.set({ status: 'idle' })
    },
  }
}
