import type { Note } from './notes-of.ts'
import type { Session } from './use-attempt.ts'

const NONE: ReadonlyMap<string, Note> = new Map()

/** What each option or item says about the answer, by id; empty before a check and while the reasons are closed. */
export const notesFor = ({ open, work, checked, draft }: Session): ReadonlyMap<string, Note> =>
  open && work && checked?.grade ? work.kit.notesOf(work.kit.questionIn(work, draft.question), checked.grade) : NONE
