import type { Reading } from '../core/record/lesson-states.ts'
import { duration } from './words.ts'

/** Texts of a module's outline beside a lesson. */
export const outline = {
  label: 'Lessons of the module',
  position: (module: string, lesson: number, lessons: number) => `${module}, lesson ${lesson} of ${lessons}`,
  states: { new: '', begun: ', begun', 'review-only': '', read: ', read' },
  reviewOnly: 'review only',
  planned: 'not written yet',
  sum: ({ read, reviewOnly, lessons, minutesToGo }: Reading) => {
    if (read === lessons) return lessons === 1 ? '1 lesson, read' : `${lessons} lessons, all read`
    return `${read} of ${lessons} read, ${reviewOnly ? `${reviewOnly} for review only, ` : ''}${duration(minutesToGo)} to go`
  },
  bar: ({ read, lessons }: Pick<Reading, 'read' | 'lessons'>) => `${read} of ${lessons} ${lessons === 1 ? 'lesson' : 'lessons'} read`,
} as const
