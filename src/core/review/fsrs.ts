import { FSRSAlgorithm, generatorParameters, Rating as FsrsRating, type FSRSParameters, type Grade } from 'ts-fsrs'
import type { Rating } from './rating.ts'
import type { Scheduler, Strength } from './scheduler.ts'

/** The chance of recall at which a question comes back. */
const RETENTION = 0.9

/** About the longest interval, days: once a year everything is looked at again, since the field changes. */
const LONGEST_DAYS = 365

const GRADES: Readonly<Record<Rating, Grade>> = { again: FsrsRating.Again, hard: FsrsRating.Hard, good: FsrsRating.Good }

/** The package's model behind a proxy less: that watches for new parameters, of which there are none, at half the cost of every step. */
class Model extends FSRSAlgorithm {
  constructor(parameters: Partial<FSRSParameters>) {
    super(parameters)
    this.param = { ...this.param }
  }
}

/**
 * FSRS 6 with its published default weights (package `ts-fsrs`), no fuzz and no steps of minutes: the same answers always give
 * the same dates, and first intervals are 1, 2 or 3 days. Only the package's model of memory is used. Its scheduler, a third of what
 * the package weighs, adds cards, logs, and the rule that keeps the intervals of the ratings apart, which stands here.
 */
export const createFsrs = (): Scheduler => {
  const model = new Model(generatorParameters({
    request_retention: RETENTION, maximum_interval: LONGEST_DAYS, enable_fuzz: false, enable_short_term: false,
  }))
  const strengthen = (before: Strength | undefined, elapsedDays: number, rating: Rating): Strength => {
    const memory = before ? { stability: before.stabilityDays, difficulty: before.difficulty } : null
    const { stability, difficulty } = model.next_state(memory, elapsedDays, GRADES[rating])
    return { stabilityDays: stability, difficulty }
  }
  return {
    strengthen,
    intervalDays: (before, elapsedDays, rating) => {
      const alone = (one: Rating) => model.next_interval(strengthen(before, elapsedDays, one).stabilityDays, elapsedDays)
      const again = Math.min(alone('again'), alone('hard'))
      if (rating === 'again') return again
      const hard = Math.max(alone('hard'), again + 1)
      return rating === 'hard' ? hard : Math.max(alone('good'), hard + 1)
    },
  }
}
