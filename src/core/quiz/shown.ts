import type { Lesson } from '../course/course.ts'
import type { Question } from './question.ts'
import { isRoot } from './family.ts'

/** A page shows no more questions than this: enough to meet each objective twice, few enough to be finished in one sitting. */
export const SHOWN_AT_MOST = 8

/**
 * The scored questions that a lesson's page shows, in the order the reader meets them: those placed in the text, then the rest of the
 * bank in the author's order, up to `SHOWN_AT_MOST`. Predictions are not scored and siblings wait for a second try, so neither is
 * counted. What is not shown is asked in checks and reviews.
 */
export const shownQuestions = (lesson: Pick<Lesson, 'questions' | 'placed'>): readonly Question[] => {
  const scored = lesson.questions.filter(isRoot)
  const placed = lesson.placed.flatMap((id) => scored.filter((question) => question.id === id))
  const rest = scored.filter((question) => !lesson.placed.includes(question.id))
  return [...placed, ...rest.slice(0, Math.max(0, SHOWN_AT_MOST - placed.length))]
}
