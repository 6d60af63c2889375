import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { toldAnswers } from './counted-answers.ts'
import { countsFor } from './record.ts'

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

/** The misconceptions behind the answers that still count: those not put right first, then the most frequent, then the latest. */
export const chosenMisconceptions = (record: LearnerRecord): ChosenMisconception[] => {
  const chosen = new Map<string, { times: number; lastAt: number; questions: Set<string> }>()
  const last = new Map<string, Answered>()
  for (const answer of toldAnswers(record)) {
    const question = countsFor(answer)
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
