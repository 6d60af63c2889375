import type { QuestionIndex } from '../review/question-index.ts'
import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { rootFinder } from '../review/question-index.ts'
import { learningAnswers } from './answers.ts'

/** A belief that the learner's answers have chosen. */
export interface ChosenMisconception {
  /** The misconception's id. */
  readonly id: string
  readonly times: number
  /** When it was last chosen, milliseconds since 1970. */
  readonly lastAt: number
  /** Whether every question at which it was chosen has been answered right since, without it. */
  readonly isPutRight: boolean
}

/**
 * The misconceptions behind the answers that still count: those not put right first, then the most frequent, then the latest. What was
 * believed before the lesson was read is not held against anybody, nor is what only questions showed that are no longer in `index`: nobody
 * could put it right.
 */
export const chosenMisconceptions = (index: QuestionIndex, record: LearnerRecord): ChosenMisconception[] => {
  const rootOf = rootFinder(index)
  const chosen = new Map<string, { times: number; lastAt: number; questions: Set<string> }>()
  const last = new Map<string, Answered>()
  for (const answer of learningAnswers(record)) {
    const question = rootOf(answer)?.id
    if (question === undefined) continue
    last.set(question, answer)
    if (answer.misconceptions.length === 0) continue
    for (const id of new Set(answer.misconceptions)) {
      const before = chosen.get(id)
      chosen.set(id, { times: (before?.times ?? 0) + 1, lastAt: answer.at, questions: (before?.questions ?? new Set()).add(question) })
    }
  }
  const isRightWithout = (id: string) => (question: string) => last.get(question)?.score === 1 && !last.get(question)?.misconceptions.includes(id)
  return [...chosen]
    .map(([id, { times, lastAt, questions }]) => ({ id, times, lastAt, isPutRight: [...questions].every(isRightWithout(id)) }))
    .sort((a, b) => Number(a.isPutRight) - Number(b.isPutRight) || b.times - a.times || b.lastAt - a.lastAt)
}
