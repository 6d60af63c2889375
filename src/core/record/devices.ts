import type { LearnerRecord } from './record.ts'

/** The devices that wrote `record`, each once, sorted. */
export const devicesOf = (record: LearnerRecord): string[] =>
  [...new Set(record.map((event) => event.id.slice(0, event.id.indexOf(':'))))].sort()
