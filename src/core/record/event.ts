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
  /** Id of the event that began the pretest, check, placement or final check it belongs to. */
  readonly sitting?: string
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

/** What a sitting is for. */
export type SittingKind = 'pretest' | 'check' | 'placement' | 'final'

/** The learner began a series of questions that belong together. It is open until a `SittingEnded` names it. */
export interface SittingBegun extends EventBase {
  readonly type: 'sitting-begun'
  readonly kind: SittingKind
  /** Id of the module, for a pretest and a module check. */
  readonly module?: string
  /** Ids of the questions to ask, roots, in order; empty for a placement, which chooses as it goes. */
  readonly questions: readonly string[]
}

/** The learner handed a sitting in, or closed it unfinished. */
export interface SittingEnded extends EventBase {
  readonly type: 'sitting-ended'
  /** Id of the event that began it. */
  readonly sitting: string
  /** Set when it was closed unfinished to begin another: it has no result then. */
  readonly closed?: boolean
}

/** The learner knows these lessons already: they are for review only, and need not be read. Can be undone. */
export interface Placed extends EventBase {
  readonly type: 'placed'
  readonly lessons: readonly string[]
}

/** The learner is away: what would come due meanwhile waits. A time that is not after `at` says that they are back. */
export interface Away extends EventBase {
  readonly type: 'away'
  /** Milliseconds since 1970. */
  readonly untilMs: number
}

/** The learner marked a section, with a note or without. The latest for a section holds; earlier ones stay in the record. */
export interface Noted extends EventBase {
  readonly type: 'noted'
  readonly lesson: string
  /** The heading's anchor; empty for the lesson as a whole. */
  readonly section: string
  /** The heading's words then, for when the section is gone. */
  readonly heading: string
  /** Plain text in Markdown; empty for a bookmark without words. */
  readonly text: string
}

/** The learner took a bookmark and its note away. */
export interface NoteRemoved extends EventBase {
  readonly type: 'note-removed'
  readonly lesson: string
  readonly section: string
}

/** Where a learner stands on one clause of a debate, and on what evidence. */
export interface Position {
  /** Id of the clause. */
  readonly clause: string
  readonly stance: 'for' | 'against' | 'depends'
  /** In the learner's words: when it would hold, and when not. */
  readonly conditions: string
  /** Ids of the evidence cards that it rests on. */
  readonly evidence: readonly string[]
}

/** The learner stated a position in a debate, before or after weighing the evidence. Never scored by its side. */
export interface PositionStated extends EventBase {
  readonly type: 'position-stated'
  readonly debate: string
  readonly stage: 'before' | 'after'
  readonly positions: readonly Position[]
}

/** Everything earlier in the scope no longer counts. It stays in the record, so it can be undone. */
export interface Reset extends EventBase {
  readonly type: 'reset'
  /** Absent: the whole course. */
  readonly lesson?: string
  /** Ids of the questions of that lesson when it was reset, since questions may move. */
  readonly questions?: readonly string[]
}

/** Takes back one earlier event: a reset, or a placement. */
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
export type RecordEvent =
  | Answered | Predicted | LessonCompleted | LessonReopened | Reset | Undone
  | SittingBegun | SittingEnded | Placed | Away | Noted | NoteRemoved | PositionStated
  | UnknownEvent

/** `E` before the store has stamped it with id, version and time. */
export type WithoutStamp<E> = E extends unknown ? Omit<E, 'id' | 'v' | 'at'> : never

/** An event before the store has stamped it with id, version and time. */
export type NewEvent = WithoutStamp<Exclude<RecordEvent, UnknownEvent>>
