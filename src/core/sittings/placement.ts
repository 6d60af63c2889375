import type { Answered } from '../record/event.ts'
import type { IndexedQuestion, QuestionIndex } from '../review/question-index.ts'
import { randomFrom, seedOf } from '../quiz/seed.ts'
import { rootFinder } from '../review/question-index.ts'
import { ratingOf } from '../review/rating.ts'

/**
 * The rule of the placement. Within a module a lesson builds on those before it, so who knows a lesson is taken to know these too.
 * Each module is searched like a dictionary: the middle lesson of what is undecided is asked about. Known (right, without help, not
 * by a guess) decides that lesson and those before it; anything else decides it and those after it. The modules take turns: first
 * one question in each, then always the module with most lessons undecided. After twelve questions, what is undecided is to be read.
 */

/** A placement asks no more questions than this. */
export const PLACEMENT_SIZE = 12

/** What is decided of one module. */
interface Search {
  /** Ids of its lessons with questions, in course order. */
  readonly lessons: readonly string[]
  /** Lessons before `known` are known, those from `unknown` on are not; between them nothing is decided. */
  readonly known: number
  readonly unknown: number
  readonly asked: number
}

/** The answers of a placement, in any order. */
export type PlacementAnswers = readonly Pick<Answered, 'question' | 'inPlaceOf' | 'score' | 'hints' | 'confidence'>[]

const searches = (index: QuestionIndex, answers: PlacementAnswers): readonly Search[] => {
  const rootOf = rootFinder(index)
  const given = answers.flatMap((answer) => {
    const lesson = rootOf(answer)?.lesson
    return lesson === undefined ? [] : [{ lesson, known: ratingOf(answer) === 'good' }]
  })
  return [...new Set(index.map(({ module }) => module))].map((module) => {
    const lessons = [...new Set(index.flatMap((question) => (question.module === module ? [question.lesson] : [])))]
    const own = given.map(({ lesson, known }) => ({ at: lessons.indexOf(lesson), known })).filter(({ at }) => at >= 0)
    const unknown = Math.min(lessons.length, ...own.filter((one) => !one.known).map(({ at }) => at))
    const known = Math.max(0, ...own.filter((one) => one.known).map(({ at }) => at + 1))
    return { lessons, unknown, known: Math.min(known, unknown), asked: own.length }
  })
}

const undecided = ({ known, unknown }: Search): number => unknown - known

/** Which of the two modules goes first. */
const inTurn = (a: Search, b: Search): number => Number(a.asked > 0) - Number(b.asked > 0) || undecided(b) - undecided(a)

/** The root to ask next after `answers`, or undefined when the placement is over. `seed` chooses among the questions of a lesson. */
export const nextInPlacement = (index: QuestionIndex, answers: PlacementAnswers, seed: number): IndexedQuestion | undefined => {
  if (answers.length >= PLACEMENT_SIZE) return undefined
  const [search] = searches(index, answers).filter((one) => undecided(one) > 0).toSorted(inTurn)
  const lesson = search?.lessons[Math.floor((search.known + search.unknown) / 2)]
  const candidates = index.filter((question) => question.lesson === lesson)
  return lesson === undefined ? undefined : candidates[Math.floor(randomFrom(seed + seedOf(lesson))() * candidates.length)]
}

/** The ids of the lessons that a placement with `answers` takes for known, in course order. */
export const knownFrom = (index: QuestionIndex, answers: PlacementAnswers): readonly string[] =>
  searches(index, answers).flatMap(({ lessons, known }) => lessons.slice(0, known))
