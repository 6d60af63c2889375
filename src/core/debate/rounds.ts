import type { PositionStated } from '../record/event.ts'
import type { LearnerRecord } from '../record/record.ts'

/** One run through a debate: a position before the cards, one after them, or both. */
export interface Round {
  readonly before?: PositionStated
  readonly after?: PositionStated
}

/**
 * The statements in `record` on `debate`, as rounds, the earliest first. Each statement before the cards begins one; a second one
 * after them is a round of its own, with the same beginning.
 */
export const roundsOf = (record: LearnerRecord, debate: string): readonly Round[] => {
  const rounds: Round[] = []
  for (const event of record) {
    if (event.type !== 'position-stated' || event.debate !== debate) continue
    const last = rounds.at(-1)
    if (event.stage === 'after' && last && !last.after) rounds[rounds.length - 1] = { ...last, after: event }
    else if (event.stage === 'after') rounds.push({ ...(last?.before && { before: last.before }), after: event })
    else rounds.push({ before: event })
  }
  return rounds
}
