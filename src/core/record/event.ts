import type { Confidence, Response } from '../quiz/response.ts'

/** The version of the event format that this code writes. */
export const EVENT_VERSION = 1

/** What every event carries. Events are a grow-only set: never updated, never deleted; undo is another event. */
interface EventBase {
  /** `<device>:<uuid>`, unique over all devices. */
  readonly id: string
  readonly v: number
  /** When it happened, milliseconds since 1970, on the device's clock. */
  readonly at: number
}

/** The learner checked an answer. */
export interface Answered extends EventBase {
  readonly type: 'answered'
  readonly question: string
  /** Id of the lesson that owned the question when it was answered. */
  readonly lesson: string
  readonly revision: number
  /** Where: in the text, in the second round at its end, in a review, a pretest, a check or the placement. */
  readonly context: 'lesson' | 'again' | 'review' | 'pretest' | 'check' | 'placement' | 'final'
  /** Seed of the option order and of the numbers; see `variant`. Starts at 0. */
  readonly attempt: number
  readonly response: Response
  /** 0 to 1, as graded at the time. */
  readonly score: number
  readonly hints: number
  readonly confidence?: Confidence
  /** Ids of the misconceptions that the response chose. */
  readonly misconceptions: readonly string[]
  /** Id of the question of the page that this one stood in for on another try; the answer counts for that one. */
  readonly inPlaceOf?: string
}

/** The learner kept a guess before reading; never scored. */
export interface Predicted extends EventBase {
  readonly type: 'predicted'
  readonly question: string
  readonly lesson: string
  readonly response: Response
}

/** The learner marked a lesson as read. */
export interface LessonCompleted extends EventBase {
  readonly type: 'lesson-completed'
  readonly lesson: string
}

/** The learner took that back. */
export interface LessonReopened extends EventBase {
  readonly type: 'lesson-reopened'
  readonly lesson: string
}

/** Everything earlier in the scope no longer counts. It stays in the record, so it can be undone. */
export interface Reset extends EventBase {
  readonly type: 'reset'
  /** Absent: the whole course. */
  readonly lesson?: string
  /** Ids of the questions of that lesson when it was reset, since questions may move. */
  readonly questions?: readonly string[]
}

/** Takes back one earlier event (a reset). */
export interface Undone extends EventBase {
  readonly type: 'undone'
  readonly event: string
}

/** An event of a kind that this version does not know: kept, exported and merged, not interpreted. */
export interface UnknownEvent extends EventBase {
  readonly type: `unknown:${string}`
  /** The event as it was found. */
  readonly raw: Readonly<Record<string, unknown>>
}

/** One entry of the learner's record. */
export type RecordEvent = Answered | Predicted | LessonCompleted | LessonReopened | Reset | Undone | UnknownEvent

type WithoutStamp<E> = E extends unknown ? Omit<E, 'id' | 'v' | 'at'> : never

/** An event before the store has stamped it with id, version and time. */
export type NewEvent = WithoutStamp<Exclude<RecordEvent, UnknownEvent>>
