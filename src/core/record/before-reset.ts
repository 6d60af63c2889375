import type { LearnerRecord } from './record.ts'
import { answersIn } from './counted-answers.ts'
import { merge } from './record.ts'

/** How many answers count in `copy` and would not once it is brought into `record`, since they were given before a reset that is in force there. */
export const countBeforeReset = (record: LearnerRecord, copy: LearnerRecord): number => {
  const counting = new Set(answersIn(merge(record, copy)).map(({ id }) => id))
  return answersIn(copy).filter(({ id }) => !counting.has(id)).length
}
