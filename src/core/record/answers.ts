import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { effective } from './record.ts'

/** The answers that count and were given to the question `root` or in its place, oldest first. */
export const answersTo = (root: string, record: LearnerRecord): readonly Answered[] =>
  effective(record).filter((event): event is Answered => event.type === 'answered' && (event.inPlaceOf ?? event.question) === root)
