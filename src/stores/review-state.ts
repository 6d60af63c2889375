import type { Memories } from '../core/review/memories.ts'
import type { Session, SessionAsk, SessionItem } from '../core/review/session.ts'

/** A question of a running session. */
export interface Asking {
  readonly status: 'asking'
  readonly ask: SessionAsk
  readonly item: SessionItem
  /** Unlike that of any other question of the session. */
  readonly key: string
  /** Its place among the questions that the session reviews, from 1, and how many these are; a question asked again has the place of the one before. */
  readonly place: number
  readonly total: number
  /** Whether it has been answered, and the session goes on or ends with `next`. */
  readonly answered: boolean
  readonly isLast: boolean
  /** What will be asked next, so that it can be fetched. */
  readonly after?: SessionAsk
  /** Whether more is due than the session takes. */
  readonly moreWaits: boolean
}

/** The end of a session, and what `sessionResult` needs to say what became of it. */
export interface Ended {
  readonly status: 'ended'
  readonly session: Session
  readonly after: Memories
  /** Milliseconds since 1970. */
  readonly now: number
  /** How many questions another session would have. */
  readonly more: number
}

/** What the review page shows. Times are milliseconds since 1970. */
export type ReviewState =
  | { readonly status: 'loading' | 'failed' }
  /** Nothing has been answered yet that could come back. */
  | { readonly status: 'empty' }
  | { readonly status: 'away'; readonly untilMs: number }
  /** Nothing is asked. A session would have `due` questions, and `fresh` could be introduced; the next comes at `nextAtMs`. `done` for today. */
  | { readonly status: 'waiting'; readonly now: number; readonly done: boolean; readonly due: number; readonly fresh: number; readonly nextAtMs?: number }
  | Asking
  | Ended
