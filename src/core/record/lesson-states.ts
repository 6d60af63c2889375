import type { LearnerRecord, LearningEvent } from './record.ts'
import { placedLessons } from './placed.ts'
import { countsFor, effective } from './record.ts'

/** How far a lesson is: untouched, begun, set aside as known and for review only, or marked as read. Reading it outdoes setting it aside. */
export type LessonState = 'new' | 'begun' | 'review-only' | 'read'

/** Where a lesson stands. */
export interface LessonStanding {
  readonly state: LessonState
  /** When the learner was in it last, milliseconds since 1970; 0 when never. */
  readonly lastAt: number
}

/** Where a lesson stands that nothing has happened to. */
export const UNTOUCHED: LessonStanding = { state: 'new', lastAt: 0 }

/** Whether `event` happened in its lesson. A question that is asked elsewhere, as in a check, does not open the lesson it is from. */
const isInLesson = (event: LearningEvent): boolean => event.type !== 'answered' || event.context === 'lesson'

/**
 * Where each lesson stands that something has happened to. `owners` says which lesson has a question now, wherever it was answered;
 * without them it is the lesson that had it then.
 */
export const lessonStates = (record: LearnerRecord, owners: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, LessonStanding> => {
  const placed = placedLessons(record)
  const states = new Map([...placed.keys()].map((lesson): [string, LessonStanding] => [lesson, { state: 'review-only', lastAt: 0 }]))
  for (const event of effective(record).filter(isInLesson)) {
    const id = ('question' in event && owners.get(event.type === 'answered' ? countsFor(event) : event.question)) || event.lesson
    const read = event.type === 'lesson-completed' || (event.type !== 'lesson-reopened' && states.get(id)?.state === 'read')
    states.set(id, { state: read ? 'read' : placed.has(id) ? 'review-only' : 'begun', lastAt: event.at })
  }
  return states
}

/** Whether a lesson in `state` is still to be read. */
export const isToRead = (state: LessonState): boolean => state === 'new' || state === 'begun'

/** How much of some lessons has been read. */
export interface Reading {
  readonly lessons: number
  readonly read: number
  readonly begun: number
  readonly reviewOnly: number
  /** Reading time of what is left to read, minutes. */
  readonly minutesToGo: number
}

/** How much has been read of lessons in these states. */
export const readingOf = (lessons: readonly { readonly state: LessonState; readonly minutes: number }[]): Reading => {
  const count = (wanted: LessonState) => lessons.filter(({ state }) => state === wanted).length
  const toGo = lessons.filter(({ state }) => isToRead(state))
  return {
    lessons: lessons.length,
    read: count('read'),
    begun: count('begun'),
    reviewOnly: count('review-only'),
    minutesToGo: toGo.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}
