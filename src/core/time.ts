/** One day, milliseconds. Days are counted as spans of 24 hours, so no time zone is needed. */
export const DAY_MS = 86_400_000

/** How long a sitting lasts: what was read at its start is still in mind at its end, so of each question only the first try says something. */
export const SITTING_MS = DAY_MS / 2

/** How much before its 24 hours a day may count as over: the same hour of the day, or an earlier one, is never too early. */
export const EARLY_MS = 8 * 3_600_000

/** The last moment that a date can name, milliseconds since 1970 (ECMA-262, time values). */
export const LAST_MS = 8.64e15

/** The day of a moment where the learner is, as `2026-11-26`, for the names of files. */
export const dateStamp = (atMs: number): string => {
  const at = new Date(atMs)
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
