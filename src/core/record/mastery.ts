import type { QuestionIndex } from '../review/question-index.ts'
import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { rootFinder } from '../review/question-index.ts'
import { countsAsLearning, ratingOf } from '../review/rating.ts'
import { DAY_MS, EARLY_MS } from '../time.ts'
import { toldAnswers } from './counted-answers.ts'

/**
 * How well something is held. A question is
 * - `new` when no answer to it or to its siblings counts,
 * - `held-7`, `held-30` when it was answered right at least 7 or 30 days after an earlier right answer, with no miss since that one,
 * - `lapsed` when it was held for 7 days once, has been missed since, and is not held again yet,
 * - `learning` otherwise.
 * The last of some days may be shorter, as it may be for the scheduler.
 *
 * Right is the scheduler's `good` and a miss its `again` (see `ratingOf`); help, guesses and partial credit (`hard`) neither
 * prove nor break anything. More right answers therefore never lower it.
 */
export type Mastery = 'new' | 'learning' | 'lapsed' | 'held-7' | 'held-30'

/** The states from nothing to most. */
export const MASTERIES: readonly Mastery[] = ['new', 'lapsed', 'learning', 'held-7', 'held-30']

/** Mastery of a course: by the ids of roots and of objectives. */
export interface CourseMastery {
  readonly questions: ReadonlyMap<string, Mastery>
  readonly objectives: ReadonlyMap<string, Mastery>
}

/** Whether something in `state` is held, for 7 days or longer. */
export const isHeld = (state: Mastery): boolean => state === 'held-7' || state === 'held-30'

const SHORT_DAYS = 7
const LONG_DAYS = 30

/** Two questions make evidence for an objective; one could be remembered by its wording. */
const ENOUGH_QUESTIONS = 2

/** What the answers so far have shown. */
interface Run {
  /** When the run of right answers began, and when its latest was given; absent after a miss. */
  readonly fromMs?: number
  readonly toMs?: number
  /** Whether it has been held for 7 days at any time. */
  readonly everHeld: boolean
}

const spanDays = ({ fromMs, toMs }: Run): number => (fromMs === undefined || toMs === undefined ? 0 : (toMs - fromMs + EARLY_MS) / DAY_MS)

const runAfter = (run: Run | undefined, answer: Answered): Run | undefined => {
  if (!countsAsLearning(answer, run !== undefined)) return run
  const everHeld = run?.everHeld ?? false
  switch (ratingOf(answer)) {
    case 'again':
      return { everHeld }
    case 'hard':
      return run ?? { everHeld }
    case 'good': {
      const grown = { fromMs: run?.fromMs ?? answer.at, toMs: answer.at, everHeld }
      return { ...grown, everHeld: everHeld || spanDays(grown) >= SHORT_DAYS }
    }
  }
}

const masteryAfter = (run: Run | undefined): Mastery => {
  if (!run) return 'new'
  const days = spanDays(run)
  if (days >= LONG_DAYS) return 'held-30'
  if (days >= SHORT_DAYS) return 'held-7'
  return run.everHeld ? 'lapsed' : 'learning'
}

/**
 * Mastery of an objective by that of its questions: `lapsed` when one of them has; held when two of them (or its only one) are held
 * that long; `new` when all are new; else `learning`.
 */
export const objectiveMastery = (questions: readonly Mastery[]): Mastery => {
  const needed = Math.min(ENOUGH_QUESTIONS, questions.length)
  const long = questions.filter((state) => state === 'held-30').length
  const short = questions.filter((state) => state === 'held-7').length
  if (questions.every((state) => state === 'new')) return 'new'
  if (questions.includes('lapsed')) return 'lapsed'
  if (long >= needed) return 'held-30'
  return long + short >= needed ? 'held-7' : 'learning'
}

/**
 * Mastery of everything in `index` as it was at `now` (milliseconds since 1970): later answers do not count, so the past can be
 * asked for. A sibling's answer counts for its root.
 */
export const mastery = (index: QuestionIndex, record: LearnerRecord, now: number): CourseMastery => {
  const rootOf = rootFinder(index)
  const runs = new Map<string, Run>()
  for (const answer of toldAnswers(record)) {
    if (answer.at > now) break
    const root = rootOf(answer)
    const run = root && runAfter(runs.get(root.id), answer)
    if (run) runs.set(root.id, run)
  }
  const questions = new Map(index.map(({ id }) => [id, masteryAfter(runs.get(id))] as const))
  const stateIn = (objective: string) =>
    objectiveMastery(index.filter((question) => question.objective === objective).map(({ id }) => questions.get(id) ?? 'new'))
  return { questions, objectives: new Map([...new Set(index.map(({ objective }) => objective))].map((id) => [id, stateIn(id)] as const)) }
}

/** How many questions of `index` were held at each of `times` (ascending), in one pass: what `mastery` says of each of them. */
export const heldAt = (index: QuestionIndex, record: LearnerRecord, times: readonly number[]): readonly number[] => {
  const rootOf = rootFinder(index)
  const runs = new Map<string, Run>()
  const held = new Set<string>()
  const answers = toldAnswers(record).values()
  let ahead = answers.next()
  return times.map((time) => {
    for (; !ahead.done && ahead.value.at <= time; ahead = answers.next()) {
      const root = rootOf(ahead.value)?.id
      const run = root === undefined ? undefined : runAfter(runs.get(root), ahead.value)
      if (root === undefined || !run) continue
      runs.set(root, run)
      if (isHeld(masteryAfter(run))) held.add(root)
      else held.delete(root)
    }
    return held.size
  })
}

/** How many of `states` there are of each kind, for a picture of a lesson, a module or the course. */
export const masteryCounts = (states: Iterable<Mastery>): Readonly<Record<Mastery, number>> => {
  const counts: Record<Mastery, number> = { new: 0, learning: 0, lapsed: 0, 'held-7': 0, 'held-30': 0 }
  for (const state of states) counts[state] += 1
  return counts
}
