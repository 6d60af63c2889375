import type { Lesson } from '../course/course.ts'
import type { Question } from './question.ts'

/**
 * The scored questions that a lesson's page shows, in the order the reader meets them: those placed in the text, then the
 * rest of the bank. Predictions are not scored and siblings wait for a second try, so neither is counted.
 */
export const shownQuestions = (lesson: Pick<Lesson, 'questions' | 'placed'>): readonly Question[] => {
  const scored = lesson.questions.filter((question) => question.role === 'practice' && !question.siblingOf)
  const placed = lesson.placed.flatMap((id) => scored.filter((question) => question.id === id))
  return [...placed, ...scored.filter((question) => !lesson.placed.includes(question.id))]
}
