import { fsrs, Rating as FsrsRating, State, type Card, type Grade } from 'ts-fsrs'
import type { Rating, Scheduler, Strength } from './scheduler.ts'
import { DAY_MS } from './scheduler.ts'

/** The chance of recall at which a question comes back. */
const RETENTION = 0.9

/** About the longest interval, days: once a year everything is looked at again, since the field changes. */
const LONGEST_DAYS = 365

const GRADES: Readonly<Record<Rating, Grade>> = { again: FsrsRating.Again, hard: FsrsRating.Hard, good: FsrsRating.Good }

/** A moment to reckon from; only differences matter. */
const EPOCH_MS = 0

/** FSRS's own card for a memory of `strength`, answered last at the epoch. */
const cardOf = (strength: Strength | undefined): Card => ({
  due: new Date(EPOCH_MS),
  stability: strength?.stabilityDays ?? 0,
  difficulty: strength?.difficulty ?? 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: strength ? 1 : 0,
  lapses: 0,
  state: strength ? State.Review : State.New,
  ...(strength && { last_review: new Date(EPOCH_MS) }),
})

/**
 * FSRS 6 with its published default weights (package `ts-fsrs`), no fuzz and no steps of minutes: the same answers always give
 * the same dates, and first intervals are 1, 2 or 3 days.
 */
export const createFsrs = (): Scheduler => {
  const model = fsrs({ request_retention: RETENTION, maximum_interval: LONGEST_DAYS, enable_fuzz: false, enable_short_term: false })
  return {
    strengthen: (before, elapsedDays, rating) => {
      const memory = before ? { stability: before.stabilityDays, difficulty: before.difficulty } : null
      const { stability, difficulty } = model.next_state(memory, elapsedDays, GRADES[rating])
      return { stabilityDays: stability, difficulty }
    },
    // The interval of one rating depends on those of the others, which the package's scheduler keeps apart.
    intervalDays: (before, elapsedDays, rating) =>
      model.next(cardOf(before), EPOCH_MS + elapsedDays * DAY_MS, GRADES[rating]).card.scheduled_days,
    recall: ({ stabilityDays }, elapsedDays) => model.forgetting_curve(elapsedDays, stabilityDays),
  }
}
