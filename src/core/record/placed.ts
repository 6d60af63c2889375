import type { LearnerRecord } from './record.ts'
import { resetsInForce, takenBack } from './record.ts'

/**
 * The lessons that the learner has set aside as known, each with the ids of the events that did it: undoing all of these brings it
 * back. A reset of the lesson or of the course ends it too.
 */
export const placedLessons = (record: LearnerRecord): ReadonlyMap<string, readonly string[]> => {
  const undone = takenBack(record)
  const resets = new Set<unknown>(resetsInForce(record))
  const placed = new Map<string, readonly string[]>()
  for (const event of record) {
    if (event.type === 'placed' && !undone.has(event.id)) {
      for (const lesson of event.lessons) placed.set(lesson, [...placed.get(lesson) ?? [], event.id])
    } else if (event.type === 'reset' && resets.has(event)) {
      if (event.lesson === undefined) placed.clear()
      else placed.delete(event.lesson)
    }
  }
  return placed
}
