import type { LearnerRecord } from './record.ts'
import { SITTING_MS } from '../time.ts'

/**
 * What of `record` may have happened by `now`, milliseconds since 1970. What lies a sitting or more ahead comes from a clock that was
 * wrong, and is not followed; what lies less far ahead is, since devices' clocks differ and `stampAfter` follows them.
 */
export const believable = (record: LearnerRecord, now: number): LearnerRecord => {
  const end = record.findLastIndex(({ at }) => at < now + SITTING_MS) + 1
  return end === record.length ? record : record.slice(0, end)
}

/**
 * The time for what happens at `now`: after everything believable that `record` holds, so that a clock set back by some hours, or another
 * device's that is ahead, does not put an answer before the one it follows, nor what takes something back before that.
 */
export const stampAfter = (record: LearnerRecord, now: number): number =>
  Math.max(now, 1 + (believable(record, now).at(-1)?.at ?? -Infinity))
