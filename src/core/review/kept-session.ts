import type { Memories } from './memories.ts'
import type { IndexedQuestion } from './question-index.ts'
import type { Session, SessionAsk, SessionItem, SessionTurn } from './session.ts'
import { SITTING_MS } from '../time.ts'
import { caughtUp } from './session.ts'

/** A session as it is kept on the device. What belongs to the course is looked up again, so only ids are kept of that. */
interface KeptSession {
  readonly startedAtMs: number
  readonly items: readonly { readonly id: string; readonly changed: boolean; readonly memory?: SessionItem['memory'] }[]
  readonly ahead: readonly KeptAsk[]
  readonly turns: readonly (KeptAsk & { readonly score: number })[]
}

interface KeptAsk {
  readonly id: string
  readonly context: SessionAsk['context']
}

const keptAsk = ({ question, context }: SessionAsk): KeptAsk => ({ id: question, context })

/** `session`, begun at `startedAtMs`, in the form that is kept. */
export const keepSession = ({ items, ahead, turns }: Session, startedAtMs: number): KeptSession => ({
  startedAtMs,
  items: items.map(({ question: { id }, changed, memory }) =>
    ({ id, changed, ...(memory && { memory: { intervalDays: memory.intervalDays, lastAtMs: memory.lastAtMs } }) })),
  ahead: ahead.map(keptAsk),
  turns: turns.map(({ ask, score }) => ({ ...keptAsk(ask), score })),
})

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isCount = (value: unknown): value is number => Number.isFinite(value) && Number(value) >= 0

/** Reads what is kept with the help of the questions that there are; what does not fit is left out. */
const reader = (questions: ReadonlyMap<unknown, IndexedQuestion>) => {
  const asks = (value: unknown): readonly SessionAsk[] => {
    const { id, context } = fieldsOf(value)
    const found = questions.get(id)
    return found && (context === 'review' || context === 'again') ? [{ question: found.id, lesson: found.lesson, context }] : []
  }
  const items = (value: unknown): readonly SessionItem[] => {
    const { id, changed, memory } = fieldsOf(value)
    const { intervalDays, lastAtMs } = fieldsOf(memory)
    const question = questions.get(id)
    if (!question || (memory !== undefined && !(isCount(intervalDays) && isCount(lastAtMs)))) return []
    return [{ question, changed: changed === true, ...(isCount(intervalDays) && isCount(lastAtMs) && { memory: { intervalDays, lastAtMs } }) }]
  }
  const turns = (value: unknown): readonly SessionTurn[] => {
    const { score } = fieldsOf(value)
    return isCount(score) && score <= 1 ? asks(value).map((ask) => ({ ask, score })) : []
  }
  return { asks, items, turns }
}

/** A session that was kept, and when it began. */
export interface ResumedSession {
  readonly session: Session
  readonly startedAtMs: number
}

/**
 * The session in the kept `value`, to be gone on with at `now`, or undefined when there is none, when it was begun longer ago than a
 * sitting lasts, or when nothing of it is left to ask. Whatever was changed in the meantime is believed less than the course and the
 * record: questions that are gone are left out, and so is what has been answered elsewhere.
 */
export const readSession = (value: unknown, known: Memories, now: number): ResumedSession | undefined => {
  const kept = fieldsOf(value)
  const { startedAtMs } = kept
  if (!isCount(startedAtMs) || startedAtMs > now || now - startedAtMs > SITTING_MS) return undefined
  const read = reader(new Map(known.index.map((question) => [question.id, question])))
  const items = listOf(kept['items']).flatMap(read.items)
  const ofItems = ({ question }: SessionAsk) => items.some((item) => item.question.id === question)
  const session = caughtUp({
    items,
    ahead: listOf(kept['ahead']).flatMap(read.asks).filter(ofItems),
    turns: listOf(kept['turns']).flatMap(read.turns).filter(({ ask }) => ofItems(ask)),
  }, known)
  return session.ahead.length > 0 ? { session, startedAtMs } : undefined
}
