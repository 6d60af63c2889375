import type { Answered } from '../record/event.ts'
import type { Rating } from './rating.ts'
import { DAY_MS, EARLY_MS } from '../time.ts'
import { countsAsLearning, ratingOf } from './rating.ts'

/** How well something is remembered. */
export interface Strength {
  /** Days until the chance of recall has fallen to 90 %. */
  readonly stabilityDays: number
  /** 1 (easy) to 10 (difficult). */
  readonly difficulty: number
}

/**
 * Decides how long a memory lasts. It knows nothing of questions, records or clocks and keeps no state, so another one can take
 * its place at any time: every memory is folded anew from the answers, and nothing is migrated.
 */
export interface Scheduler {
  /** The strength after an answer given `elapsedDays` (whole) after the one that left `before`, which is absent at the first. */
  strengthen(before: Strength | undefined, elapsedDays: number, rating: Rating): Strength
  /** Whole days to wait after that same answer; shorter for `again` than for `hard`, and for `hard` than for `good`. */
  intervalDays(before: Strength | undefined, elapsedDays: number, rating: Rating): number
}

/** What the answers to one question left behind, without what follows from it for the future. */
export interface Trace {
  readonly strength: Strength
  /** The strength that the last sitting met; absent when it was the first. */
  readonly before?: Strength
  /** Whole days between the last two sittings; 0 at the first. */
  readonly elapsedDays: number
  /** What the last sitting said. */
  readonly rating: Rating
  /** When the last answer that changed the trace was given, milliseconds since 1970. */
  readonly lastAtMs: number
  /** Whether the last sitting brought a miss by somebody who was certain. */
  readonly sureButWrong: boolean
  /** The question answered last, the one itself or a sibling, and its revision then. */
  readonly question: string
  readonly revision: number
}

/** The memory of one question: a fold over its answers and those of its siblings. */
export interface Memory extends Trace {
  /** Whole days from the last sitting to the next review. */
  readonly intervalDays: number
  /** From when on the question is due, milliseconds since 1970. */
  readonly dueAtMs: number
}

/** Whole days from one answer to a later one; 0 within the same sitting, which is twelve hours. */
const daysBetween = (fromMs: number, toMs: number): number => Math.max(0, Math.round((toMs - fromMs) / DAY_MS))

/**
 * `trace` after one more answer, which must not be older than those before. Of one sitting only the first answer counts, and the
 * first miss: what has just been read is still in mind, so a second try says nothing about next week.
 */
export const traceAfter = (trace: Trace | undefined, answer: Answered, scheduler: Scheduler): Trace | undefined => {
  if (!countsAsLearning(answer, trace !== undefined)) return trace
  const rating = ratingOf(answer)
  const elapsedDays = trace ? daysBetween(trace.lastAtMs, answer.at) : 0
  const sameSitting = trace !== undefined && elapsedDays === 0
  if (sameSitting && (rating !== 'again' || trace.rating === 'again')) return trace
  return {
    strength: scheduler.strengthen(trace?.strength, elapsedDays, rating),
    before: trace?.strength,
    elapsedDays,
    rating,
    lastAtMs: answer.at,
    sureButWrong: rating === 'again' && answer.confidence === 'certain',
    question: answer.question,
    revision: answer.revision,
  }
}

/** `trace` with what follows from it. Only the last answer's interval matters, so it is asked for once and not at every step. */
export const memoryOf = (trace: Trace, scheduler: Scheduler): Memory => {
  const intervalDays = scheduler.intervalDays(trace.before, trace.elapsedDays, trace.rating)
  return { ...trace, intervalDays, dueAtMs: trace.lastAtMs + intervalDays * DAY_MS - EARLY_MS }
}

/** The memory that `answers` to one question, oldest first, leave behind; undefined when none of them counts. */
export const remember = (answers: readonly Answered[], scheduler: Scheduler): Memory | undefined => {
  const trace = answers.reduce<Trace | undefined>((before, answer) => traceAfter(before, answer, scheduler), undefined)
  return trace && memoryOf(trace, scheduler)
}
