import type { LearnerRecord } from '../record/record.ts'
import type { IndexedQuestion, QuestionIndex } from '../review/question-index.ts'
import { randomFrom } from '../quiz/seed.ts'
import { rootFinder } from '../review/question-index.ts'

/** How many questions a module check and the final check have, where there are as many. */
export const CHECK_SIZE = 12
export const FINAL_SIZE = 40

/** A pretest has about one question a lesson: enough to say something, few enough to be over before reading. */
const PRETEST_AT_LEAST = 4
const PRETEST_AT_MOST = 8

/** How many questions the pretest of a module with the questions `pool` has. */
export const pretestSize = (pool: QuestionIndex): number =>
  Math.min(PRETEST_AT_MOST, Math.max(PRETEST_AT_LEAST, new Set(pool.map(({ lesson }) => lesson)).size))

/** When each question of `index`, or a sibling in its place, was asked last, on whatever occasion; milliseconds since 1970. */
export const lastAsked = (index: QuestionIndex, record: LearnerRecord): ReadonlyMap<string, number> => {
  const rootOf = rootFinder(index)
  return new Map(record.flatMap((event) => {
    const root = event.type === 'answered' ? rootOf(event) : undefined
    return root ? [[root.id, event.at] as const] : []
  }))
}

const tally = (taken: readonly IndexedQuestion[], of: (question: IndexedQuestion) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const question of taken) counts.set(of(question), (counts.get(of(question)) ?? 0) + 1)
  return counts
}

/**
 * The ids of `size` questions of `pool`, or of all when there are fewer, none twice. One after the other is taken: of the objective
 * that has been taken least, then of the lesson that has, then of the objective that was asked longest ago, then the question that
 * was. So every objective is asked before any is asked twice, and the next sample is another one as long as the pool allows. `seed`
 * decides what is left open: the same arguments give the same sample.
 */
export const sample = (pool: QuestionIndex, size: number, asked: ReadonlyMap<string, number>, seed: number): readonly string[] => {
  const random = randomFrom(seed)
  const lots = new Map(pool.map(({ id }) => [id, random()]))
  const objectiveAsked = new Map<string, number>()
  for (const { id, objective } of pool) objectiveAsked.set(objective, Math.max(objectiveAsked.get(objective) ?? 0, asked.get(id) ?? 0))
  const taken: IndexedQuestion[] = []
  let left = pool
  while (taken.length < size && left.length > 0) {
    const objectives = tally(taken, ({ objective }) => objective)
    const lessons = tally(taken, ({ lesson }) => lesson)
    const order = ({ id, objective, lesson }: IndexedQuestion) =>
      [objectives.get(objective) ?? 0, lessons.get(lesson) ?? 0, objectiveAsked.get(objective) ?? 0, asked.get(id) ?? 0, lots.get(id) ?? 0]
    const next = left.map((question) => ({ question, by: order(question) })).reduce((best, one) => {
      const at = best.by.findIndex((value, place) => value !== one.by[place])
      return (one.by[at] ?? 0) < (best.by[at] ?? 0) ? one : best
    }).question
    taken.push(next)
    left = left.filter((question) => question !== next)
  }
  return taken.map(({ id }) => id)
}
