import type { LearnerRecord } from '../record/record.ts'
import type { Memories } from './memories.ts'
import type { IndexedQuestion } from './question-index.ts'
import { resetsInForce } from '../record/record.ts'

/** The lessons that the learner was placed in: known already, and for review only. What was undone or reset since does not count. */
export const placedLessons = (record: LearnerRecord): ReadonlySet<string> => {
  const takenBack = new Set(record.flatMap((event) => (event.type === 'undone' ? [event.event] : [])))
  const resets = new Set<unknown>(resetsInForce(record))
  const lessons = new Set<string>()
  for (const event of record) {
    if (event.type === 'placed' && !takenBack.has(event.id)) for (const lesson of event.lessons) lessons.add(lesson)
    else if (event.type === 'reset' && resets.has(event)) {
      if (event.lesson === undefined) lessons.clear()
      else lessons.delete(event.lesson)
    }
  }
  return lessons
}

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
