import type { CopySource, Refusal } from '../core/record/backup.ts'
import type { Keeping } from '../core/record/storage.ts'
import { date } from './date.ts'
import { count } from './words.ts'

/** "38 kB", "6.2 MB". */
const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000).toLocaleString('en-GB')} kB`
    : `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

const refused: Readonly<Record<Refusal['kind'], string>> = {
  'too-large': 'The file is larger than any record of this course can be. Nothing was changed.',
  foreign: 'This is not a record of a course. Nothing was changed.',
  truncated: 'The file is cut off: its end is missing. Nothing was changed. Copy it again from where it came.',
  'other-course': 'This is the record of another course. Nothing was changed.',
  newer: 'A newer version of the course wrote this file. Nothing was changed. Reload the course to get the new version, then try again.',
  damaged: 'The file does not agree with its own checksum, or has entries that make no sense. Nothing was changed.',
  unreadable: 'The browser could not read the file. Nothing was changed.',
  unable: 'This browser is too old to read links of this kind. Nothing was changed. Bring the record in as a file instead.',
}

/** The same for a link, where it reads otherwise. */
const refusedLink: Partial<typeof refused> = {
  'too-large': 'The link holds more than any link of this course can. Nothing was changed.',
  foreign: 'The link does not hold a record of a course. Nothing was changed.',
  truncated: 'The link is cut off: its end is missing. Nothing was changed. Copy it again, whole, from where it came.',
  newer: 'A newer version of the course made this link. Nothing was changed. Reload the course to get the new version, then open the link again.',
  damaged: 'The link does not agree with its own checksum, or has entries that make no sense. Nothing was changed.',
}

/** Texts of the progress page and of the notices about storage. */
export const recordTexts = {
  title: 'Where you stand',
  description: 'How far you are, which beliefs keep coming back, how well you judge yourself, and your record as a file.',
  noScript: 'This page reads the record that your browser keeps, and needs JavaScript for it. The lessons can be read without.',
  loading: 'Reading your record …',
  outlineFailed: 'The list of lessons could not be loaded. Your record is safe; try again when you are online.',
  record: 'Your record',
  recordIntro: 'It lives in this browser and nowhere else. A file outside it is the only safe copy.',
  save: 'Save a copy',
  saveButton: 'Save the file',
  saveLine: (savedAt: number | undefined, since: number) =>
    savedAt === undefined
      ? 'Not saved from this device yet. One file, readable as text.'
      : `Last saved on ${date.format(savedAt)}; ${count(since, 'answer', 'answers')} since. One file, readable as text.`,
  saved: 'The file has been handed to your browser to save.',
  bring: 'Bring a copy in',
  bringLine: 'You see what it would add before anything changes. Nothing is overwritten or removed.',
  bringButton: 'Choose a file',
  preview: (from: CopySource, entries: number, answers: number, devices: number, already: number) =>
    entries === 0
      ? `Everything in this ${from === 'file' ? 'file' : 'link'} is here already: ${count(already, 'entry', 'entries')}. There is nothing to add.`
      : `Adds ${count(entries, 'entry', 'entries')}, ${count(answers, 'answer', 'answers')} among them, from ${count(devices, 'device', 'devices')}. Removes none. ${already === 0 ? 'None was here already.' : `${count(already, 'entry was', 'entries were')} here already.`}`,
  beforeReset: (answers: number) =>
    `${count(answers, 'answer of it was', 'answers of it were')} given before a reset that is in force here, and ${answers === 1 ? 'does' : 'do'} not count until you undo that reset under “Start again”.`,
  confirm: 'Add them',
  cancel: 'Leave it',
  close: 'Close',
  added: (entries: number) => `${count(entries, 'entry has', 'entries have')} been added.`,
  addedNotKept: 'They show on this page, but the browser does not keep them.',
  refused: (error: Refusal, from: CopySource) => {
    const sentence = (from === 'link' && refusedLink[error.kind]) || refused[error.kind]
    return error.kind === 'other-course' ? `${sentence} It says “${error.course.slice(0, 80)}”.` : sentence
  },
  storage: 'Storage on this device',
  kept: (persisted: boolean | undefined) =>
    persisted === undefined ? 'Kept. This browser does not say whether it may clear the site by itself.'
      : persisted ? 'Kept: the browser has agreed not to clear it by itself.'
        : 'Kept, but the browser may clear it by itself when room is short or you stay away for long.',
  usage: (bytes: number) => `${size(bytes)} in use by the course, pages kept offline included.`,
  askToKeep: 'Ask to keep it',
  askAgreed: 'The browser has agreed to keep it.',
  askRefused: 'The browser did not agree. It may once you visit more often or install the course. Save a copy meanwhile.',
  reset: 'Start again',
  resetLine: 'Sets a lesson, or everything, back to new. You can undo it at any time: nothing is removed from your record.',
  resetWhat: 'What to set back',
  resetAll: 'The whole course',
  resetButton: 'Reset',
  resetDone: (what: string) => `Set back to new: ${what}.`,
  resetOn: (what: string, at: number) => `${what}, on ${date.format(at)}`,
  resets: 'Resets in force',
  undo: 'Undo',
  undone: 'Undone. Everything counts again.',
  dismiss: 'Dismiss',

  notice: 'Storage',
  notices: ({ state, reason }: Keeping): string => {
    if (state === 'read-only') return 'A newer version of this course has written to your record. This page shows it and changes nothing. Reload the page; answers given here are not kept.'
    if (state !== 'not-kept') return ''
    if (reason === 'full') return 'The browser has no room left: your answers count on this page but are not kept. Save a copy, then free some room.'
    if (reason === 'blocked') return 'This browser does not let the site store anything: your answers count on this page and are gone when you close it. Save a copy before you leave.'
    return 'The browser failed to store your answers: they count on this page but may be gone when you close it. Save a copy, then reload.'
  },
  evicted: 'The browser has cleared what this course kept. This page still remembers it.',
  keepAgain: 'Put it back',
  quarantined: (n: number) => `${count(n, 'entry', 'entries')} of your record could not be read. ${n === 1 ? 'It has' : 'They have'} been put aside unchanged; everything else is here.`,
} as const
