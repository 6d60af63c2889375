import type { LearnerRecord } from '../record/record.ts'
import type { Memories } from './memories.ts'
import type { IndexedQuestion, QuestionIndex } from './question-index.ts'
import type { Memory, Scheduler } from './scheduler.ts'
import { awayUntil } from './away.ts'
import { memories } from './memories.ts'
import { DAY_MS } from '../time.ts'

/** A question that is due, with what is remembered of it. */
export interface DueQuestion {
  /** The family's root; a sibling may be asked in its place. */
  readonly question: IndexedQuestion
  readonly memory: Memory
  /** Whether the question that was answered last has a newer revision now. */
  readonly changed: boolean
}

/** A question that is not due yet. */
export interface ComingQuestion {
  readonly question: IndexedQuestion
  readonly memory: Memory
  /** Days until it is due, at least 1. */
  readonly inDays: number
}

const changedSince = (question: IndexedQuestion, memory: Memory): boolean =>
  [question, ...question.siblings].some(({ id, revision }) => id === memory.question && revision > memory.revision)

const inUrgency = (a: DueQuestion, b: DueQuestion): number =>
  Number(b.memory.sureButWrong) - Number(a.memory.sureButWrong)
  || a.memory.dueAtMs - b.memory.dueAtMs
  || (a.question.id < b.question.id ? -1 : 1)

/**
 * What is due at `now` of what `known` remembers: first what the learner was sure of and got wrong, then the most overdue. Questions
 * that the index does not know are left out, and while the learner is away nothing is due.
 */
export const dueOf = ({ index, byQuestion, absences }: Memories, now: number): DueQuestion[] => {
  if (awayUntil(absences, now) !== undefined) return []
  return index.flatMap((question) => {
    const memory = byQuestion.get(question.id)
    return memory && memory.dueAtMs <= now ? [{ question, memory, changed: changedSince(question, memory) }] : []
  }).sort(inUrgency)
}

/** What is remembered and not due at `now`, the soonest first. */
export const comingOf = ({ index, byQuestion }: Memories, now: number): ComingQuestion[] =>
  index.flatMap((question) => {
    const memory = byQuestion.get(question.id)
    return memory && memory.dueAtMs > now ? [{ question, memory, inDays: Math.max(1, Math.round((memory.dueAtMs - now) / DAY_MS)) }] : []
  }).sort((a, b) => a.memory.dueAtMs - b.memory.dueAtMs || (a.question.id < b.question.id ? -1 : 1))

/** The questions of `index` that are due at `now` (milliseconds since 1970), the most urgent first; see `dueOf`. */
export const queue = (index: QuestionIndex, record: LearnerRecord, scheduler: Scheduler, now: number): DueQuestion[] =>
  dueOf(memories(index, record, scheduler), now)
