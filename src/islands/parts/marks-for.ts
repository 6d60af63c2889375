import type { Mark } from './question-answer.tsx'
import type { Session } from './use-attempt.ts'

/** No mark at all: nothing has been checked, or the reasons are closed. */
export const NO_MARKS: ReadonlyMap<string, Mark> = new Map()

/** What each option or item shows about the answer, by id. */
export const marksFor = ({ open, work, checked, draft }: Session): ReadonlyMap<string, Mark> =>
  open && work && checked?.grade ? work.kit.marksFor(work, draft.question, checked.grade) : NO_MARKS
