import type { LearnerRecord } from './record.ts'
import { effective } from './record.ts'

/** A belief that the learner's answers have chosen. */
export interface ChosenMisconception {
  /** The misconception's id. */
  readonly id: string
  readonly times: number
  /** When it was last chosen, milliseconds since 1970. */
  readonly lastAt: number
}

/** The misconceptions behind the answers that still count, the most frequent first, then the latest. */
export const chosenMisconceptions = (record: LearnerRecord): ChosenMisconception[] => {
  const chosen = new Map<string, ChosenMisconception>()
  for (const event of effective(record)) {
    if (event.type !== 'answered') continue
    for (const id of new Set(event.misconceptions)) {
      chosen.set(id, { id, times: (chosen.get(id)?.times ?? 0) + 1, lastAt: event.at })
    }
  }
  return [...chosen.values()].sort((a, b) => b.times - a.times || b.lastAt - a.lastAt)
}
