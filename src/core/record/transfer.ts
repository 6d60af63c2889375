import type { Result } from '../result.ts'
import type { BackupError } from './backup.ts'
import type { Row } from './columns.ts'
import type { LearnerRecord } from './record.ts'
import { err, ok } from '../result.ts'
import { bytesOf, createByteReader, createByteWriter, digitsOf, fromBase64Url, toBase64Url } from './bytes.ts'
import { decodeRows, encodeRows } from './columns.ts'
import { isNewer, readEvent, storedForm } from './read-event.ts'
import { recordOf } from './record.ts'
import { sha256OfBytes } from './sha256.ts'

/**
 * A record small enough for a link: columns of bytes behind a checksum, which the browser compresses, as one text that may
 * stand in an address. The text is `<version>.<length>.<base64url>`; the length tells one that was cut off.
 */

/** The version of the format; a newer one is refused, older ones stay readable. */
const TRANSFER_VERSION = 1

/** Bytes of SHA-256 in front of the rest. */
const CHECKSUM = 6

/** The largest payload after decompression, bytes: some thousand answers, and far more than fits into a link. */
export const LARGEST_PAYLOAD = 1_000_000

/** The most text that a payload may stand for, in characters. */
const LARGEST_TEXT = 4_000_000

/** The longest link that is made, in characters. Browsers take more; mail and messengers cut longer ones. */
export const LONGEST_LINK = 32_000

/** The longest link that is drawn as a code, in characters: version 35 at level L, which phones still read from a screen. */
export const LONGEST_CODE = 2_300

/** What stands between the page's address and the text. */
export const FRAGMENT = '#record='

const checksum = (bytes: Uint8Array): string => sha256OfBytes(bytes).slice(0, 2 * CHECKSUM)

/** `record` as it is before compression. */
export const encodePayload = (record: LearnerRecord, course: string): Uint8Array<ArrayBuffer> => {
  const rest = createByteWriter()
  rest.text(course)
  // As it would be read back from a file: fields that are undefined are none.
  rest.bytes(encodeRows(record.map((event) => JSON.parse(JSON.stringify(storedForm(event))) as Row)))
  const bytes = rest.done()
  const whole = createByteWriter()
  whole.bytes(bytesOf(checksum(bytes)))
  whole.bytes(bytes)
  return whole.done()
}

/** The record in `payload` of the course with id `course`; hostile until proven otherwise, like a backup. */
export const decodePayload = (payload: Uint8Array, course: string): Result<LearnerRecord, BackupError> => {
  if (payload.length > LARGEST_PAYLOAD) return err({ kind: 'too-large' })
  const bytes = payload.subarray(CHECKSUM)
  if (payload.length < CHECKSUM || checksum(bytes) !== digitsOf(payload.subarray(0, CHECKSUM))) return err({ kind: 'damaged' })
  const head = createByteReader(bytes)
  let from: string
  try {
    from = head.text()
  } catch {
    return err({ kind: 'damaged' })
  }
  if (from !== course) return err({ kind: 'other-course', course: from })
  const read = decodeRows(head.rest(), LARGEST_TEXT)?.map(readEvent)
  if (read?.some((event) => event && isNewer(event))) return err({ kind: 'newer' })
  return read?.every((event) => event !== undefined) ? ok(recordOf(read)) : err({ kind: 'damaged' })
}

/** The text for an address that holds `compressed`. */
export const wrap = (compressed: Uint8Array): string => {
  const text = toBase64Url(compressed)
  return `${TRANSFER_VERSION}.${text.length.toString(36)}.${text}`
}

/** The compressed bytes in `text`. What a messenger put behind them is left out. */
export const unwrap = (text: string): Result<Uint8Array<ArrayBuffer>, BackupError> => {
  const [, version, digits, rest = ''] = /^(\d{1,4})\.([0-9a-z]{1,6})\.(.*)$/s.exec(text) ?? []
  if (version === undefined || digits === undefined) return err({ kind: /^\d{0,4}(\.[0-9a-z]{0,6})?$/.test(text) ? 'truncated' : 'foreign' })
  if (Number(version) > TRANSFER_VERSION) return err({ kind: 'newer' })
  const length = parseInt(digits, 36)
  if (rest.length < length) return err({ kind: 'truncated' })
  const bytes = fromBase64Url(rest.slice(0, length))
  return bytes ? ok(bytes) : err({ kind: 'damaged' })
}
