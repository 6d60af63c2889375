import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { effective } from './record.ts'

/** The answers that count, oldest first. */
export const answersIn = (record: LearnerRecord): readonly Answered[] =>
  effective(record).filter((event): event is Answered => event.type === 'answered')

/**
 * The answers that count and whose verdict the learner may see: those of a sitting that is still open wait until it is handed in. When a
 * link brought the answers without the sitting it cannot be handed in, so nothing waits.
 */
export const toldAnswers = (record: LearnerRecord): readonly Answered[] => {
  const open = new Set<string | undefined>()
  for (const event of record) if (event.type === 'sitting-begun') open.add(event.id)
  for (const event of record) if (event.type === 'sitting-ended') open.delete(event.sitting)
  return answersIn(record).filter(({ sitting }) => !open.has(sitting))
}
