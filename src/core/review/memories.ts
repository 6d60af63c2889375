import type { Answered } from '../record/event.ts'
import type { LearnerRecord } from '../record/record.ts'
import type { Absence } from './away.ts'
import type { QuestionIndex } from './question-index.ts'
import type { Memory, Scheduler, Trace } from './scheduler.ts'
import { countsFor, effective } from '../record/record.ts'
import { LAST_MS } from '../time.ts'
import { absencesOf, postponed } from './away.ts'
import { rootFinder } from './question-index.ts'
import { memoryOf, traceAfter } from './scheduler.ts'

/** Everything that is remembered, and what it was folded from. */
export interface Memories {
  readonly index: QuestionIndex
  readonly record: LearnerRecord
  readonly scheduler: Scheduler
  /** When the learner was or will be away. */
  readonly absences: readonly Absence[]
  /** By the id of the family's root. Ids that the index does not know are kept here too: they are in the record. */
  readonly byQuestion: ReadonlyMap<string, Memory>
}

/** Folds `answers`, oldest first, on top of what is `known` already. */
const folded = ({ index, scheduler, absences, byQuestion: known }: Omit<Memories, 'record'>, answers: readonly Answered[]) => {
  const rootOf = rootFinder(index)
  const traces = new Map<string, Trace>()
  for (const answer of answers) {
    const root = rootOf(answer)?.id ?? countsFor(answer)
    const trace = traceAfter(traces.get(root) ?? known.get(root), answer, scheduler)
    if (trace) traces.set(root, trace)
  }
  const all = new Map(known)
  for (const [root, trace] of traces) {
    const memory = memoryOf(trace, scheduler)
    all.set(root, { ...memory, dueAtMs: Math.min(LAST_MS, postponed(memory.dueAtMs, memory.lastAtMs, absences)) })
  }
  return all
}

/** The events after those of `known` when `record` is the same one grown at its end, else undefined. */
const added = (known: Memories, record: LearnerRecord): LearnerRecord | undefined => {
  // Records only grow and are in order, so if the last known event is where it was, so is everything before it.
  const last = known.record.length - 1
  return last < record.length && record[last] === known.record[last] ? record.slice(last + 1) : undefined
}

const isAnswer = (event: LearnerRecord[number]): event is Answered => event.type === 'answered'

/** What changes more than the questions that were answered. */
const FAR_REACHING: ReadonlySet<string> = new Set(['reset', 'undone', 'away'])

/**
 * What is remembered of the questions answered in `record`. With the `known` memories of the same record before it grew, only what
 * was added is folded; an entry that lies further back, such as one from another device, a reset, an undo or an absence folds
 * everything anew.
 */
export const memories = (index: QuestionIndex, record: LearnerRecord, scheduler: Scheduler, known?: Memories): Memories => {
  const comparable = known && known.index === index && known.scheduler === scheduler ? known : undefined
  const tail = comparable && added(comparable, record)
  if (comparable && tail && !tail.some(({ type }) => FAR_REACHING.has(type))) {
    return { ...comparable, record, byQuestion: folded(comparable, tail.filter(isAnswer)) }
  }
  const fresh = { index, scheduler, absences: absencesOf(record), byQuestion: new Map() }
  return { ...fresh, record, byQuestion: folded(fresh, effective(record).filter((event) => event.type === 'answered')) }
}
