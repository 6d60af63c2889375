import type { Result } from '../result.ts'
import type { RecordEvent } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { err, ok } from '../result.ts'
import { dateStamp } from '../time.ts'
import { isNewer, isPlain, readEvent, storedForm } from './read-event.ts'
import { devicesOf } from './devices.ts'
import { recordOf } from './record.ts'
import { sha256 } from './sha256.ts'

/** What the first field of every backup says, whatever the course. */
const SCHEMA = 'course-record'

/** The version of the file's format; a newer one is refused, older ones stay readable. */
const BACKUP_VERSION = 1

/** The largest text that is read, in characters: about 100,000 answers. */
export const LARGEST_BACKUP = 32_000_000

/** Why a file was refused. Nothing of a refused file is used. */
export type BackupError =
  | { readonly kind: 'too-large' }
  /** Not JSON, or JSON of something else. */
  | { readonly kind: 'foreign' }
  /** It begins like a backup and does not end like one. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'other-course'; readonly course: string }
  | { readonly kind: 'newer' }
  /** It does not agree with its own checksum, or an entry makes no sense. */
  | { readonly kind: 'damaged' }

/** How a copy came: chosen as a file, or with the address of the page. */
export type CopySource = 'file' | 'link'

/** Why a copy was not taken; `unable` when this browser cannot read links. */
export type Refusal = BackupError | { readonly kind: 'unreadable' | 'unable' }

/** What a backup says besides the events. */
export interface BackupMeta {
  /** The course's id. */
  readonly course: string
  /** Milliseconds since 1970. */
  readonly exportedAt: number
}

/** The name of the file with the copy of a record: `stem`, and the day on which it was taken. */
export const backupName = (stem: string, exportedAt: number): string => `${stem}-record-${dateStamp(exportedAt)}.json`

const isoTime = (atMs: number): string => new Date(atMs).toISOString()

const toLine = (event: RecordEvent): string => {
  const stored = storedForm(event) as Readonly<Record<string, unknown>>
  return JSON.stringify({ ...stored, at: isoTime(event.at) })
}

const fromEntry = (entry: unknown): RecordEvent | undefined => {
  if (typeof entry !== 'object' || entry === null || !('at' in entry) || typeof entry.at !== 'string') return undefined
  return readEvent({ ...entry, at: Date.parse(entry.at) })
}

/**
 * `record` as one file of readable JSON, an entry a line, times in ISO 8601. `sha256` is taken over the compact JSON of
 * `events` in UTF-8, so that layout may change and content may not.
 */
export const encodeBackup = (record: LearnerRecord, { course, exportedAt }: BackupMeta): string => {
  const lines = record.map(toLine)
  const head = {
    schema: SCHEMA,
    version: BACKUP_VERSION,
    course,
    exportedAt: isoTime(exportedAt),
    devices: devicesOf(record),
    count: lines.length,
    sha256: sha256(`[${lines.join(',')}]`),
  }
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
  return `{\n${fields.join('\n')}\n  "events": [${lines.length ? `\n    ${lines.join(',\n    ')}\n  ` : ''}]\n}\n`
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The record in the backup `text` of the course with id `course`. The text is hostile until proven otherwise: it is
 * limited in size and depth, keys that reach for a prototype refuse it, and texts stay texts. Unknown kinds of events
 * and unknown questions are kept; events of a newer version refuse the file, since this version could not honour them.
 */
export const decodeBackup = (text: string, course: string): Result<LearnerRecord, BackupError> => {
  if (text.length > LARGEST_BACKUP) return err({ kind: 'too-large' })
  const file = parse(text)
  if (file === undefined) {
    return err({ kind: /^\s*\{\s*"schema"\s*:\s*"course-record"/.test(text) ? 'truncated' : 'foreign' })
  }
  if (typeof file !== 'object' || file === null || !('schema' in file) || file.schema !== SCHEMA) return err({ kind: 'foreign' })
  const { version, course: from, events, sha256: sum } = file as Readonly<Record<string, unknown>>
  if (typeof version !== 'number' || typeof from !== 'string') return err({ kind: 'damaged' })
  if (version > BACKUP_VERSION) return err({ kind: 'newer' })
  if (from !== course) return err({ kind: 'other-course', course: from })
  if (!Array.isArray(events) || !isPlain(file, -2) || sha256(JSON.stringify(events)) !== sum) return err({ kind: 'damaged' })
  const read = events.map(fromEntry)
  if (read.some((event) => event && isNewer(event))) return err({ kind: 'newer' })
  return read.every((event) => event !== undefined) ? ok(recordOf(read)) : err({ kind: 'damaged' })
}
