import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { Result } from '../core/result.ts'
import type { Refusal } from '../core/record/backup.ts'
import type { LearnerRecord } from '../core/record/record.ts'
import type { BackupStore } from './backup.ts'
import type { RecordStore } from './record.ts'
import { answerCount, largestThat, newest } from '../core/record/newest.ts'
import { LARGEST_PAYLOAD, LONGEST_CODE, LONGEST_LINK, decodePayload, encodePayload, unwrap, wrap } from '../core/record/transfer.ts'
import { err } from '../core/result.ts'

/** A link that is short enough for its form. */
export interface Transfer {
  readonly form: 'link' | 'code'
  readonly url: string
  /** How many entries and answers it holds. */
  readonly entries: number
  readonly answers: number
  /** How many answers there are; the link then holds the newest of them. */
  readonly allAnswers: number
  /** Whether it holds the whole record. */
  readonly whole: boolean
  /** The modules of the QR code, row by row, the white around it included. */
  readonly code?: readonly (readonly boolean[])[]
}

/** Where sending the record stands. `nothing-fits`: the newest answer alone is too long. */
export type TransferState =
  | { readonly status: 'idle' | 'working' | 'unable' }
  | { readonly status: 'nothing-fits'; readonly form: Transfer['form'] }
  | { readonly status: 'made'; readonly transfer: Transfer; readonly copied?: boolean }

/** The record as a link for another device. */
export interface TransferStore {
  readonly $transfer: ReadableAtom<TransferState>
  /** Makes a link, or a code, of the whole record or of the newest answers that fit. */
  make(form: Transfer['form']): Promise<void>
  /** Puts the link into the clipboard; the state says whether that worked. */
  copy(): Promise<void>
  close(): void
}

/** What the store needs from outside. */
export interface TransferStoreOptions {
  readonly record: Pick<RecordStore, '$state' | 'ready'>
  readonly backup: Pick<BackupStore, '$savedAt' | 'noteCopy'>
  readonly course: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What the link begins with, up to the record. */
  readonly start: string
  readonly able: () => boolean
  readonly deflate: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
  readonly drawCode: (text: string) => Promise<readonly (readonly boolean[])[]>
  readonly copyText: (text: string) => Promise<boolean>
}

/** Characters that an answer takes at the least: its id alone takes more. */
const LEAST = 16

const LONGEST = { link: LONGEST_LINK, code: LONGEST_CODE } as const

/** A store for sending the record in a link. */
export const createTransferStore = ({ record, backup, course, now, start, able, deflate, drawCode, copyText }: TransferStoreOptions): TransferStore => {
  const $transfer = atom<TransferState>({ status: 'idle' })
  /** Whether the link that is shown makes up, with the last copy, for everything there is, and since when. */
  let complete: number | undefined

  /** The link to `part`; longer than any limit when it could not be read back. */
  const linkTo = async (part: LearnerRecord): Promise<string> => {
    const payload = encodePayload(part, course)
    return payload.length > LARGEST_PAYLOAD ? start.padEnd(LONGEST_LINK + 1) : start + wrap(await deflate(payload))
  }

  const make = async (form: Transfer['form']): Promise<void> => {
    if (!able()) return $transfer.set({ status: 'unable' })
    $transfer.set({ status: 'working' })
    await record.ready()
    const madeAt = now()
    const { events } = record.$state.get()
    const allAnswers = answerCount(events)
    const fits = async (part: LearnerRecord) => (await linkTo(part)).length <= LONGEST[form]
    const most = Math.min(allAnswers, Math.floor(LONGEST[form] / LEAST))
    const whole = most === allAnswers && (await fits(events))
    const answers = whole ? allAnswers : await largestThat((count) => fits(newest(events, count)), most)
    if (!whole && answers === 0) return $transfer.set({ status: 'nothing-fits', form })
    const part = whole ? events : newest(events, answers)
    const url = await linkTo(part)
    const savedAt = backup.$savedAt.get() ?? -Infinity
    const held = new Set(part)
    complete = events.every((event) => event.at <= savedAt || held.has(event)) ? madeAt : undefined
    const transfer = { form, url, entries: part.length, answers, allAnswers, whole }
    $transfer.set({ status: 'made', transfer: form === 'code' ? { ...transfer, code: await drawCode(url) } : transfer })
  }

  return {
    $transfer,
    make,
    async copy() {
      const state = $transfer.get()
      if (state.status !== 'made') return
      const copied = await copyText(state.transfer.url)
      if (copied && complete !== undefined) backup.noteCopy(complete)
      $transfer.set({ ...state, copied })
    },
    close: () => $transfer.set({ status: 'idle' }),
  }
}

/** What reading a link needs from outside. */
export interface ArrivalOptions {
  readonly backup: Pick<BackupStore, '$backup' | 'show'>
  readonly course: string
  readonly inflate: (bytes: Uint8Array<ArrayBuffer>, limit: number) => Promise<Result<Uint8Array, 'too-large' | 'damaged' | 'unable'>>
  /** Calls the listener with the text of a link, now and whenever one comes. */
  readonly watch: (listener: (text: string) => void) => void
  /** Takes the text out of the address. */
  readonly drop: () => void
}

/** Shows what a link in the page's address would add; it leaves the address as soon as it is added, refused or left. */
export const receiveLinks = ({ backup, course, inflate, watch, drop }: ArrivalOptions): void => {
  const decode = async (text: string): Promise<Result<LearnerRecord, Refusal>> => {
    const bytes = unwrap(text)
    if (!bytes.ok) return bytes
    const payload = await inflate(bytes.value, LARGEST_PAYLOAD)
    return payload.ok ? decodePayload(payload.value, course) : err({ kind: payload.error })
  }
  backup.$backup.listen((state, before) => {
    const was = before?.status === 'preview' && before.from === 'link'
    const settled = state.status === 'idle' ? was : state.status !== 'preview' && state.from === 'link'
    if (settled) drop()
  })
  watch((text) => void decode(text).then((decoded) => backup.show(decoded, 'link')))
}
