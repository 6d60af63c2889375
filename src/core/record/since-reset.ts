import type { LearnerRecord } from './record.ts'
import { resetsInForce } from './record.ts'

/**
 * What came after the latest reset in force of the whole course, or of `lesson` too when one is given. For what `effective` leaves out
 * because it is not about learning alone: sittings and positions.
 */
export const sinceReset = (record: LearnerRecord, lesson?: string): LearnerRecord => {
  const reset = resetsInForce(record).find((event) => event.lesson === undefined || event.lesson === lesson)
  return reset ? record.slice(record.indexOf(reset) + 1) : record
}
