/** One day, milliseconds. Days are counted as spans of 24 hours, so no time zone is needed. */
export const DAY_MS = 86_400_000

/** The last moment that a date can name, milliseconds since 1970 (ECMA-262, time values). */
export const LAST_MS = 8.64e15

/** The day of a moment in UTC, as `2026-11-26`, for the names of files. */
export const dateStamp = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)
