import type { LearnerRecord } from '../record/record.ts'
import { answersIn } from '../record/counted-answers.ts'

/** With this many answers that count a learner has found their place by reading. */
const MANY_ANSWERS = 12

/** Whether to offer the placement to a learner with `record`. Apart from the placement itself, which the home page does not load. */
export const offersPlacement = (record: LearnerRecord): boolean => answersIn(record).length < MANY_ANSWERS
