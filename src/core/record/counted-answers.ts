import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { effective } from './record.ts'

/** The answers that count, oldest first. */
export const answersIn = (record: LearnerRecord): readonly Answered[] =>
  effective(record).filter((event): event is Answered => event.type === 'answered')

/** The answers that count and whose verdict the learner may see: those of a sitting that is still open wait until it is handed in. */
export const toldAnswers = (record: LearnerRecord): readonly Answered[] => {
  const ended = new Set(record.filter((event) => event.type === 'sitting-ended').map(({ sitting }) => sitting))
  return answersIn(record).filter(({ sitting }) => sitting === undefined || ended.has(sitting))
}
