import type { Keeping } from '../core/record/storage.ts'
import { date } from './date.ts'
import { count } from './words.ts'

/** Texts of writing notes in lessons and of their list on the progress page. */
export const noteTexts = {
  label: (heading: string) => `Your note on “${heading}”`,
  hint: 'Plain text; Markdown stays as you type it. Kept empty, it is a bookmark.',
  save: (isNew: boolean) => (isNew ? 'Keep it' : 'Save the change'),
  close: 'Close',
  remove: 'Remove',
  saving: 'Saving',
  saved: 'Saved on this device. It is listed on the progress page.',
  removed: 'The note is removed.',
  undo: 'Undo',
  notSaved: (keeping: Keeping) => (keeping.state === 'read-only'
    ? 'Not saved: a newer version of the course has written here. Reload the page.'
    : 'Not saved: the browser does not let the page keep it. Copy the text before you leave.'),
  unsaved: 'Not saved yet; the text waits here until you keep it.',

  title: 'Your notes',
  intro: 'Sections you marked, with what you wrote. They are in your record and its copies.',
  none: 'None yet. In a lesson, press “Note” beside a heading to mark the section or to write about it.',
  total: (notes: number) => count(notes, 'note or bookmark', 'notes and bookmarks'),
  bookmark: 'Bookmark',
  whole: 'The whole lesson',
  on: (at: number) => `written on ${date.format(at)}`,
  earlier: (n: number) => (n === 1 ? 'What it said before' : `What it said before, ${n} versions`),
  export: 'Save as Markdown',
  exportTitle: (course: string) => `Notes on ${course}`,
  gone: 'This lesson is no longer in the course.',
} as const
