import { atom, onMount } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { Answered } from '../core/record/event.ts'
import type { Memories } from '../core/review/memories.ts'
import type { Session } from '../core/review/session.ts'
import type { MemoryState } from './memory.ts'
import type { RecordStore } from './record.ts'
import type { ReviewState } from './review-state.ts'
import { awayUntil } from '../core/review/away.ts'
import { keepSession, readSession } from '../core/review/kept-session.ts'
import { comingOf, dueOf } from '../core/review/queue.ts'
import { answerSession, caughtUp, forToday, NEW_IN_SESSION, nextAsk, SESSION_SIZE, skipAsk, startSession } from '../core/review/session.ts'
import { unmet } from '../core/review/unmet.ts'
import { SITTING_MS } from '../core/time.ts'

/** A review: one session after the other, as long as the learner likes. */
export interface ReviewStore {
  readonly $review: ReadableAtom<ReviewState>
  /** Takes note of the answer to what is asked; the question stays. */
  answered(answer: Pick<Answered, 'question' | 'inPlaceOf' | 'score'>): void
  /** Goes on to the next question, or to the end. */
  next(): void
  /** Leaves what is asked for another day. */
  skip(): void
  /** Ends the session here. */
  end(): void
  /** Starts a session over what is due now, or over what can be introduced. */
  begin(): void
  /** Looks again whether something is due, after the page was out of sight: that may have been for days. */
  look(): void
  /** Nothing is due until `untilMs`. */
  leave(untilMs: number): void
  /** Ends an absence. */
  comeBack(): void
}

/** What the store needs from outside. */
export interface ReviewStoreOptions {
  readonly $memory: ReadableAtom<MemoryState>
  readonly record: Pick<RecordStore, 'append' | 'saveDraft' | 'loadDraft' | 'clearDraft'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The draft that a running session is kept under; drafts of questions have a hyphen in their names. */
const DRAFT = 'review'

/** A session under way. */
interface Running {
  readonly session: Session
  readonly startedAtMs: number
  readonly moreWaits: boolean
}

/** A store that starts a session when somebody listens and something is due. */
export const createReviewStore = ({ $memory, record, now }: ReviewStoreOptions): ReviewStore => {
  const $review = atom<ReviewState>({ status: 'loading' })
  let running: Running | undefined

  const known = (): Memories | undefined => {
    const memory = $memory.get()
    return memory.status === 'ready' ? memory.memories : undefined
  }

  /** Shows what the session asks now, or its end. */
  const show = (memories: Memories) => {
    const ask = running && nextAsk(running.session)
    const item = ask && running?.session.items.find(({ question }) => question.id === ask.question)
    if (!running || !ask || !item) return finish(memories)
    const { ahead, turns } = running.session
    const done = turns.filter((turn) => turn.ask.context === 'review').length
    const left = ahead.filter(({ context }) => context === 'review').length
    $review.set({
      status: 'asking', ask, item, key: `${turns.length} ${ask.question}`,
      place: done + Number(ask.context === 'review'), total: done + left,
      answered: false, isLast: ahead.length === 1, after: ahead[1], moreWaits: running.moreWaits,
    })
  }

  const finish = (memories: Memories) => {
    const session = running?.session
    running = undefined
    record.clearDraft(DRAFT)
    if (!session || session.turns.length === 0) return rest(memories)
    $review.set({ status: 'ended', session, after: memories, now: now(), more: forToday(memories, now()).count })
  }

  /** Nothing is asked: says why, and when something will be. */
  const rest = (memories: Memories) => {
    const untilMs = awayUntil(memories.absences, now())
    if (untilMs !== undefined) return $review.set({ status: 'away', untilMs })
    const { count: due, done } = forToday(memories, now())
    const fresh = Math.min(NEW_IN_SESSION, unmet(memories).length)
    const nextAtMs = comingOf(memories, now())[0]?.memory.dueAtMs
    $review.set(due + fresh === 0 && nextAtMs === undefined ? { status: 'empty' } : { status: 'waiting', now: now(), done, due, fresh, nextAtMs })
  }

  const begin = (memories: Memories) => {
    const due = dueOf(memories, now())
    running = { session: startSession(due, { fresh: unmet(memories) }), startedAtMs: now(), moreWaits: due.length > SESSION_SIZE }
    show(memories)
  }

  /** Takes up a session that was left, or starts one when something is due. */
  const open = (memories: Memories) => {
    if (awayUntil(memories.absences, now()) !== undefined) return rest(memories)
    const due = dueOf(memories, now())
    const left = readSession(record.loadDraft(DRAFT), memories, now())
    if (left) {
      running = { ...left, moreWaits: due.length > left.session.ahead.filter(({ context }) => context === 'review').length }
      return show(memories)
    }
    if (due.length > 0 && !forToday(memories, now()).done) begin(memories)
    else rest(memories)
  }

  onMount($review, () => $memory.subscribe((memory) => {
    if (memory.status !== 'ready') {
      if (!running) $review.set({ status: memory.status })
      return
    }
    const { status } = $review.get()
    // A question is never taken away while it is being answered, nor the end while it is read.
    if (status !== 'asking' && status !== 'ended') open(memory.memories)
  }))

  /** Changes the session, and keeps it. */
  const go = (change: (session: Session, memories: Memories) => Session, then?: (memories: Memories) => void) => {
    const memories = known()
    if (!running || !memories) return
    running = { ...running, session: change(running.session, memories) }
    record.saveDraft(DRAFT, keepSession(running.session, running.startedAtMs))
    then?.(memories)
  }

  return {
    $review,
    answered(answer) {
      const state = $review.get()
      if (state.status !== 'asking' || state.answered) return
      go((session) => answerSession(session, answer))
      const ahead = running?.session.ahead ?? []
      $review.set({ ...state, answered: true, isLast: ahead.length === 0, after: ahead[0] })
    },
    next: () => go(caughtUp, show),
    skip: () => go(skipAsk, show),
    end() {
      const memories = known()
      if (memories) finish(memories)
    },
    begin() {
      const memories = known()
      if (memories) begin(memories)
    },
    look() {
      const memories = known()
      const state = $review.get()
      if (!memories || state.status === 'asking') return
      // Who has just come to an end, or put off what is due, is left in peace for this sitting.
      const isOver = state.status === 'ended' || (state.status === 'waiting' && state.due > 0)
      if (!isOver || now() - state.now >= SITTING_MS) open(memories)
    },
    leave(untilMs) {
      running = undefined
      $review.set({ status: 'loading' })
      void record.append({ type: 'away', untilMs })
    },
    comeBack: () => void record.append({ type: 'away', untilMs: 0 }),
  }
}
