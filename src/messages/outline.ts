import { duration } from './duration.ts'

/** Texts of a module's outline beside a lesson. */
export const outline = {
  label: 'Lessons of the module',
  position: (module: string, lesson: number, lessons: number) => `${module}, lesson ${lesson} of ${lessons}`,
  states: { new: '', begun: ', begun', read: ', read' },
  planned: 'not written yet',
  sum: (read: number, lessons: number, minutesToGo: number) =>
    read === lessons ? (lessons === 1 ? '1 lesson, read' : `${lessons} lessons, all read`) : `${read} of ${lessons} read, ${duration(minutesToGo)} to go`,
  bar: (read: number, lessons: number) => `${read} of ${lessons} ${lessons === 1 ? 'lesson' : 'lessons'} read`,
} as const
