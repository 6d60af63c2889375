import type { Answered, LessonCompleted, LessonReopened, Predicted, RecordEvent, Reset } from './event.ts'

/**
 * Everything a learner did: a grow-only set of events, each id once, ordered by time and then by id.
 * Make one with `recordOf` or `merge` only, since what folds over it relies on the order.
 */
export type LearnerRecord = readonly RecordEvent[]

/** An event that says something about learning and still counts. */
export type LearningEvent = Answered | Predicted | LessonCompleted | LessonReopened

const inOrder = (a: RecordEvent, b: RecordEvent): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Two events may share an id only if a file was forged; the choice must then not depend on which side came first. */
const chosen = (a: RecordEvent, b: RecordEvent): RecordEvent => (a === b || JSON.stringify(a) <= JSON.stringify(b) ? a : b)

/** The record of `events`, in any order and with any repetition. */
export const recordOf = (events: Iterable<RecordEvent>): LearnerRecord => {
  const byId = new Map<string, RecordEvent>()
  for (const event of events) {
    const known = byId.get(event.id)
    byId.set(event.id, known ? chosen(known, event) : event)
  }
  return [...byId.values()].sort(inOrder)
}

/** The union of two records: commutative, associative and idempotent, so nothing that either side knows is lost. */
export const merge = (a: LearnerRecord, b: LearnerRecord): LearnerRecord => recordOf([...a, ...b])

/** The events of `incoming` that `record` does not have, judged by id: what an import would add. */
export const additions = (record: LearnerRecord, incoming: LearnerRecord): LearnerRecord => {
  const known = new Set(record.map((event) => event.id))
  return incoming.filter((event) => !known.has(event.id))
}

/** The ids of the events that have been taken back. */
export const takenBack = (record: LearnerRecord): ReadonlySet<string> =>
  new Set(record.filter((event) => event.type === 'undone').map(({ event }) => event))

/** The resets that have not been taken back, the latest first. */
export const resetsInForce = (record: LearnerRecord): Reset[] => {
  const undone = takenBack(record)
  return record.filter((event): event is Reset => event.type === 'reset' && !undone.has(event.id)).reverse()
}

const isLearning = (event: RecordEvent): event is LearningEvent =>
  event.type === 'answered' || event.type === 'predicted' || event.type === 'lesson-completed' || event.type === 'lesson-reopened'

const counting = (record: LearnerRecord): readonly LearningEvent[] => {
  const inForce = new Set<RecordEvent>(resetsInForce(record))
  if (inForce.size === 0) return record.filter(isLearning)
  const lessons = new Set<string>()
  const questions = new Set<string>()
  const found: LearningEvent[] = []
  for (const event of record.toReversed()) {
    if (event.type === 'reset' && inForce.has(event)) {
      if (event.lesson === undefined) break
      lessons.add(event.lesson)
      for (const id of event.questions ?? []) questions.add(id)
    } else if (isLearning(event) && !lessons.has(event.lesson) && !('question' in event && questions.has(('inPlaceOf' in event && event.inPlaceOf) || event.question))) {
      found.push(event)
    }
  }
  return found.reverse()
}

/** Every fold starts from the same events, and a record never changes once it is made. */
const counted = new WeakMap<LearnerRecord, readonly LearningEvent[]>()

/** The learning events that still count, in order: those before a reset of their lesson or of the course do not. */
export const effective = (record: LearnerRecord): readonly LearningEvent[] => {
  const known = counted.get(record) ?? counting(record)
  counted.set(record, known)
  return known
}

/** The question that an answer counts for: a stand-in puts right the one it stood in for. */
export const countsFor = ({ question, inPlaceOf }: Pick<Answered, 'question' | 'inPlaceOf'>): string => inPlaceOf ?? question
