import type { LearnerRecord } from '../record/record.ts'
import { answerCount } from '../record/newest.ts'

/** With this many answers a learner has found their place by reading. */
const MANY_ANSWERS = 12

/** Whether to offer the placement to a learner with `record`. Apart from the placement itself, which the home page does not load. */
export const offersPlacement = (record: LearnerRecord): boolean => answerCount(record) < MANY_ANSWERS
