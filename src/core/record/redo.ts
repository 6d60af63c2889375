import type { IndexedQuestion, QuestionIndex } from '../review/question-index.ts'
import type { LearnerRecord } from './record.ts'
import { rootFinder } from '../review/question-index.ts'
import { countsAsLearning } from '../review/rating.ts'
import { toldAnswers } from './counted-answers.ts'

/** A question to take once more, or one that has just been put right. */
export interface Redo {
  /** The family's root. */
  readonly question: string
  /** How often it has been answered less than right. */
  readonly times: number
  /** When that was last, milliseconds since 1970. */
  readonly missedAtMs: number
  /** Whether its last answer was right. */
  readonly isPutRight: boolean
}

/** What is to be taken once more in a lesson, in course order. */
export interface LessonRedos {
  readonly lesson: string
  readonly questions: readonly Redo[]
}

/** What the answers to one question have come to. */
interface Tally {
  readonly times: number
  readonly missedAtMs: number
  readonly lastAtMs: number
  readonly isRight: boolean
}

/**
 * The questions of `index` whose last answer was not right, wherever they were asked, by lesson in course order; and those put right at
 * `sinceMs` or later, which a list that is being worked through still shows. What a pretest or a placement found out before the
 * lesson was read is nothing to put right, and what an open sitting has asked is not told yet.
 */
export const redosByLesson = (index: QuestionIndex, record: LearnerRecord, sinceMs: number): readonly LessonRedos[] => {
  const rootOf = rootFinder(index)
  const tallies = new Map<string, Tally>()
  for (const answer of toldAnswers(record)) {
    const root = rootOf(answer)
    const before = root && tallies.get(root.id)
    if (!root || !countsAsLearning(answer, before !== undefined)) continue
    const isRight = answer.score === 1
    tallies.set(root.id, {
      times: (before?.times ?? 0) + Number(!isRight), missedAtMs: isRight ? before?.missedAtMs ?? 0 : answer.at, lastAtMs: answer.at, isRight,
    })
  }
  const redoOf = ({ id }: IndexedQuestion): Redo | undefined => {
    const tally = tallies.get(id)
    if (!tally || tally.times === 0 || (tally.isRight && tally.lastAtMs < sinceMs)) return undefined
    return { question: id, times: tally.times, missedAtMs: tally.missedAtMs, isPutRight: tally.isRight }
  }
  return [...Map.groupBy(index, ({ lesson }) => lesson)].flatMap(([lesson, own]) => {
    const questions = own.flatMap((question) => redoOf(question) ?? [])
    return questions.length > 0 ? [{ lesson, questions }] : []
  })
}
