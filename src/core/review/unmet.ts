import type { Memories } from './memories.ts'
import type { IndexedQuestion } from './question-index.ts'
import { placedLessons } from '../record/placed.ts'

/**
 * The questions of the lessons placed in of which nothing is remembered yet: never answered, or only missed before it was learned. The
 * first of every lesson in course order, then the second of every lesson, and so on.
 */
export const unmet = ({ index, record, byQuestion }: Memories): readonly IndexedQuestion[] => {
  const placed = placedLessons(record)
  const counts = new Map<string, number>()
  return index.filter(({ id, lesson }) => placed.has(lesson) && !byQuestion.has(id))
    .map((question) => {
      const turn = counts.get(question.lesson) ?? 0
      counts.set(question.lesson, turn + 1)
      return { question, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ question }) => question)
}
