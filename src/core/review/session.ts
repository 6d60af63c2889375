import type { Answered } from '../record/event.ts'
import type { Memories } from './memories.ts'
import type { DueQuestion } from './queue.ts'
import type { IndexedQuestion } from './question-index.ts'
import type { Memory } from './scheduler.ts'
import { effective } from '../record/record.ts'
import { SITTING_MS } from '../time.ts'
import { mixed } from './mixed.ts'
import { dueOf } from './queue.ts'

/** How many questions a session has, however many are due: about five minutes. Each is asked twice at most. */
export const SESSION_SIZE = 12

/** How many questions a session introduces that have not been met, of lessons that the learner was placed in. */
export const NEW_IN_SESSION = 3

/** How many other questions stand between a miss and its return, when there are that many. */
const RETURN_AFTER = 3

/** One time that a session asks a question. */
export interface SessionAsk {
  /** The family's root; `nextAttemptAt` says what is shown in its place. */
  readonly question: string
  readonly lesson: string
  /** The context to record: `again` when the session has asked it before. */
  readonly context: 'review' | 'again'
}

/** An ask that has been answered. */
export interface SessionTurn {
  readonly ask: SessionAsk
  readonly score: number
}

/** A question that a session reviews or introduces. */
export interface SessionItem {
  readonly question: IndexedQuestion
  /** What was remembered of it when the session began; absent when it is introduced. */
  readonly memory?: Pick<Memory, 'intervalDays' | 'lastAtMs'>
  /** Whether the question that was answered last has a newer revision now. */
  readonly changed: boolean
}

/** A review session: plain data, so it can be kept as JSON. Make one with `startSession`, go on with `answerSession`. */
export interface Session {
  /** What it reviews, in the order planned. */
  readonly items: readonly SessionItem[]
  /** What is still to be asked; the first is asked now, and there is none when the session is finished. */
  readonly ahead: readonly SessionAsk[]
  readonly turns: readonly SessionTurn[]
}

const askOf = ({ question }: SessionItem, context: SessionAsk['context']): SessionAsk =>
  ({ question: question.id, lesson: question.lesson, context })

/** What a session would be at some moment. */
export interface ForToday {
  /** How many of what is due it asks. */
  readonly count: number
  /** Whether there is more than that. */
  readonly moreWaits: boolean
  /** Whether a session's worth has been reviewed already: another one is offered, and nothing asks for it. */
  readonly done: boolean
}

/** What a session would be at `now`. Reviews count for today as long as a sitting lasts, so no time zone is needed; a clock may be that much ahead. */
export const forToday = (known: Memories, now: number): ForToday => {
  const due = dueOf(known, now).length
  const reviewed = effective(known.record).filter((event) => event.type === 'answered' && event.context === 'review' && Math.abs(now - event.at) < SITTING_MS)
  return { count: Math.min(due, SESSION_SIZE), moreWaits: due > SESSION_SIZE, done: reviewed.length >= SESSION_SIZE }
}

/** What a session can be made longer or shorter by. */
export interface SessionSize {
  readonly size?: number
  /** Questions to introduce when the due ones leave room, the first ones first; see `unmet`. */
  readonly fresh?: readonly IndexedQuestion[]
}

/**
 * A session over the most urgent of `due`, mixed so that neighbours differ in discipline where possible, and after them a few that
 * are introduced.
 */
export const startSession = (due: readonly DueQuestion[], { size = SESSION_SIZE, fresh = [] }: SessionSize = {}): Session => {
  const reviewed = mixed(due.slice(0, size))
  const room = Math.min(NEW_IN_SESSION, size - reviewed.length)
  const introduced = mixed(fresh.slice(0, room).map((question) => ({ question, changed: false })), reviewed.at(-1))
  const items: readonly SessionItem[] = [...reviewed, ...introduced]
  return { items, ahead: items.map((item) => askOf(item, 'review')), turns: [] }
}

/** What to ask now, or undefined when the session is finished. */
export const nextAsk = ({ ahead }: Session): SessionAsk | undefined => ahead[0]

/** `rest` with the miss `again` in it: a few questions on, and between other disciplines where possible. */
const withReturn = ({ items }: Session, rest: readonly SessionAsk[], again: SessionAsk): readonly SessionAsk[] => {
  const disciplineOf = (ask: SessionAsk | undefined) => items.find(({ question }) => question.id === ask?.question)?.question.discipline
  const own = disciplineOf(again)
  const earliest = Math.min(RETURN_AFTER, rest.length)
  const places = Array.from({ length: rest.length - earliest + 1 }, (_, offset) => earliest + offset)
  const place = places.find((at) => disciplineOf(rest[at - 1]) !== own && disciplineOf(rest[at]) !== own) ?? earliest
  return rest.toSpliced(place, 0, again)
}

/** Something to ask between the last question and its return: the item asked longest ago, and only once. */
const spacer = (turns: readonly SessionTurn[], question: string): SessionAsk | undefined => {
  const once = turns.find(({ ask }) => ask.question !== question && turns.filter((turn) => turn.ask.question === ask.question).length === 1)
  return once && { ...once.ask, context: 'again' }
}

/**
 * The session after `answer`. What was not fully right comes back once in the same session, and never right after itself; when nothing
 * is left to ask in between, an earlier question is. A session of a single question does not repeat it: it is due tomorrow. An
 * answer to anything else than what is asked now, such as one from another tab, changes nothing.
 */
export const answerSession = (session: Session, answer: Pick<Answered, 'question' | 'inPlaceOf' | 'score'>): Session => {
  const [ask, ...rest] = session.ahead
  if (!ask || (answer.inPlaceOf ?? answer.question) !== ask.question) return session
  const turns = [...session.turns, { ask, score: answer.score }]
  if (answer.score === 1 || ask.context === 'again') return { ...session, turns, ahead: rest }
  const filler = rest.length === 0 ? spacer(turns, ask.question) : undefined
  const between = filler ? [filler] : rest
  const ahead = between.length > 0 ? withReturn(session, between, { ...ask, context: 'again' }) : []
  return { ...session, turns, ahead }
}

/** The session without what it asks now, which comes another day. */
export const skipAsk = (session: Session): Session => ({ ...session, ahead: session.ahead.slice(1) })

/**
 * The session without what has been answered elsewhere since it began, in another tab or in its lesson: that is not due any more. What
 * was missed here still comes back, unless its answers no longer count.
 */
export const caughtUp = (session: Session, { byQuestion }: Memories): Session => {
  const before = new Map(session.items.map(({ question, memory }) => [question.id, memory?.lastAtMs] as const))
  const ahead = session.ahead.filter(({ question, context }) =>
    context === 'again' ? byQuestion.has(question) : byQuestion.get(question)?.lastAtMs === before.get(question))
  return ahead.length === session.ahead.length ? session : { ...session, ahead }
}
