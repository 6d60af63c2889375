import type { LearnerRecord } from './record.ts'
import { DAY_MS } from '../time.ts'

/** Within a sitting the order of what happened matters, and the hour does not. */
const SITTING_MS = DAY_MS / 2

/**
 * The time for what happens at `now`, milliseconds since 1970: after everything that `record` holds, so that a clock set back by some
 * hours, or another device's that is ahead, does not put an answer before the one it follows, nor what takes something back before
 * that. What lies further ahead comes from a clock that was wrong, and is not followed.
 */
export const stampAfter = (record: LearnerRecord, now: number): number =>
  Math.max(now, 1 + (record.findLast(({ at }) => at < now + SITTING_MS)?.at ?? -Infinity))
