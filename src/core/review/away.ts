import type { LearnerRecord } from '../record/record.ts'
import { DAY_MS } from '../time.ts'

/** A time for which the learner is away, milliseconds since 1970: from `fromMs` to just before `toMs`. */
export interface Absence {
  readonly fromMs: number
  readonly toMs: number
}

/**
 * The absences that `record` tells of, in order, none overlapping another. Each `away` ends the one before it, so the latest word holds,
 * and one whose time is not after its own moment only says that the learner is back.
 */
export const absencesOf = (record: LearnerRecord): readonly Absence[] => {
  const told = record.filter((event) => event.type === 'away')
  return told.flatMap(({ at, untilMs }, place) => {
    const toMs = Math.min(untilMs, told[place + 1]?.at ?? Infinity)
    return toMs > at ? [{ fromMs: at, toMs }] : []
  })
}

/** Until when the learner is away at `now`; undefined when they are here. */
export const awayUntil = (absences: readonly Absence[], now: number): number | undefined =>
  absences.find(({ fromMs, toMs }) => fromMs <= now && now < toMs)?.toMs

/**
 * When something last answered at `lastAtMs` and planned for `plannedMs` comes due, given the absences.
 *
 * The rule: days away are not days of waiting. What was due before an absence began stays due and waits for the learner; everything
 * else moves on by the days of the absence that lie after its last answer, in whole days, so that the hours of the day stay what they
 * were. What would have come due meanwhile thus comes day by day after the return, as it would have without the absence; two
 * questions that were both answered before an absence keep their order; nothing comes earlier than planned. Only the plan moves: the
 * scheduler is still told how long ago something was answered, since forgetting does not wait.
 */
export const postponed = (plannedMs: number, lastAtMs: number, absences: readonly Absence[]): number =>
  absences.reduce((dueMs, { fromMs, toMs }) => {
    const missedMs = toMs - Math.max(fromMs, lastAtMs)
    return dueMs > fromMs && missedMs > 0 ? dueMs + Math.round(missedMs / DAY_MS) * DAY_MS : dueMs
  }, plannedMs)
