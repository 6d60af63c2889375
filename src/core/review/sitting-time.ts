import { DAY_MS } from '../time.ts'

/** How long a sitting lasts, milliseconds: what was read at its start is still in mind at its end, so of each question only the first try says something. */
export const SITTING_MS = DAY_MS / 2
