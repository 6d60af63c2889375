import type { Reminder } from '../core/record/reminder.ts'
import { LONGEST_CODE, LONGEST_LINK } from '../core/record/transfer.ts'
import { count } from './words.ts'

const number = (n: number) => n.toLocaleString('en-GB')

/** What a link or code is called, and how long it may be. */
const forms = { link: { name: 'link', longest: LONGEST_LINK }, code: { name: 'code', longest: LONGEST_CODE } } as const
type Form = keyof typeof forms

/** What a link or code holds, as part of a sentence. */
const held = (entries: number, answers: number, allAnswers: number, whole: boolean) =>
  whole ? `your whole record, ${count(entries, 'entry', 'entries')}` : `the newest ${number(answers)} of your ${count(allAnswers, 'answer', 'answers')}`

/** Texts about taking the record elsewhere, and about being reminded to. */
export const transferTexts = {
  send: 'Send it to another device',
  sendLine: `A link holds the record itself, up to ${number(LONGEST_LINK)} characters of it; a code for a phone’s camera, up to ${number(LONGEST_CODE)}. No server sees either. Whoever has the link can read your answers.`,
  makeLink: 'Make a link',
  makeCode: 'Show a code',
  working: 'Packing your record …',
  unable: 'This browser is too old to make links of this kind. Save the file instead.',
  nothingFits: (form: Form) => `Even your newest answer is too long for a ${forms[form].name}. Save the file instead: it holds everything.`,
  made: (form: Form, entries: number, answers: number, allAnswers: number, whole: boolean, characters: number) =>
    whole
      ? `This ${forms[form].name} holds ${held(entries, answers, allAnswers, whole)}, in ${number(characters)} characters. Opened elsewhere, it shows what it would add, and adds it when you agree.`
      : `Your record is too long for a ${forms[form].name} of ${number(forms[form].longest)} characters. This one holds ${held(entries, answers, allAnswers, whole)}. ${form === 'code' ? 'A link holds more, and the file' : 'The file'} holds them all, and your earlier notes and results.`,
  field: 'Link to your record',
  copy: 'Copy the link',
  copied: 'The link has been copied.',
  notCopied: 'The browser did not allow it. The link is selected: copy it with Ctrl C, or ⌘ C on a Mac.',
  codeLabel: (entries: number, answers: number, allAnswers: number, whole: boolean) =>
    `QR code of a link that holds ${held(entries, answers, allAnswers, whole)}. “Make a link” gives the same as text.`,
  close: 'Close',

  table: 'Your answers as a table',
  tableLine: 'One row for each answer, for a spreadsheet (CSV). A table cannot be brought in again: it is no copy of your record.',
  tableButton: 'Save the table',

  arrived: 'A record came with the link',
  arrivedIn: (profile: string) => `It would go to the profile “${profile}”.`,

  reminder: 'A copy is due',
  reminders: ({ reason, answers }: Reminder) =>
    reason === 'many-answers'
      ? `${count(answers, 'answer is', 'answers are')} in no copy yet. A file outside the browser is the only safe copy.`
      : `${count(answers, 'answer is', 'answers are')} in no copy yet, and this browser clears a site that is not visited for seven days. Save a copy, or add the course to your home screen.`,
  reminderSave: 'Save a copy',
  reminderSaved: 'The file has been handed to your browser to save.',
  reminderLater: 'Not now',
  reminderPutOff: 'Put off. You are reminded again when there are more answers.',
} as const
