import type { Answered, NewEvent, SittingBegun } from '../record/event.ts'
import type { LearnerRecord } from '../record/record.ts'
import type { IndexedQuestion, QuestionIndex } from '../review/question-index.ts'
import { countsFor } from '../record/record.ts'
import { sinceReset } from '../record/since-reset.ts'
import { seedOf } from '../quiz/seed.ts'
import { CHECK_SIZE, FINAL_SIZE, lastAsked, pretestSize, sample } from './sample.ts'

/** A pretest, a check, a placement or a final check, as far as it has come. */
export interface Sitting extends Pick<SittingBegun, 'id' | 'kind' | 'module' | 'questions'> {
  /** Milliseconds since 1970, like `endedAtMs`, which is absent while it is open. */
  readonly begunAtMs: number
  readonly endedAtMs?: number
  /** Whether it was closed unfinished: then it has no result. */
  readonly closed: boolean
  /** The answers by the root that they count for, in the order given. The first to a question counts. */
  readonly answers: ReadonlyMap<string, Answered>
}

/** What a sitting is of: a kind, and for pretests and module checks the module. */
export type SittingPlace = Pick<SittingBegun, 'kind' | 'module'>

/**
 * The sittings of `record` at `place`, oldest first: a fold over the record, so they go on in another tab, on another day and after
 * a copy has been brought in. A reset of the whole course takes them back. What was answered after the end does not count in it.
 */
export const sittingsAt = ({ kind, module }: SittingPlace, record: LearnerRecord): readonly Sitting[] => {
  const counted = sinceReset(record)
  const ends = new Map(counted.flatMap((event) => (event.type === 'sitting-ended' ? [[event.sitting, event] as const] : [])).reverse())
  const begun = counted.filter((event): event is SittingBegun => event.type === 'sitting-begun' && event.kind === kind && event.module === module)
  const answers = new Map(begun.map(({ id }) => [id, new Map<string, Answered>()]))
  for (const event of counted) {
    if (event.type !== 'answered' || event.sitting === undefined) continue
    const given = answers.get(event.sitting)
    const end = ends.get(event.sitting)
    if (given && !given.has(countsFor(event)) && event.at <= (end?.at ?? event.at)) given.set(countsFor(event), event)
  }
  return begun.map(({ id, questions, at }) => {
    const end = ends.get(id)
    return {
      id, kind, questions, begunAtMs: at, closed: end?.closed === true, answers: answers.get(id) ?? new Map<string, Answered>(),
      ...(module !== undefined && { module }), ...(end && { endedAtMs: end.at }),
    }
  })
}

/** The sitting to go on with: the latest that has not ended. */
export const openOf = (sittings: readonly Sitting[]): Sitting | undefined => sittings.findLast(({ endedAtMs }) => endedAtMs === undefined)

/** The sittings that have a result, in the order in which they were begun. */
export const finishedOf = (sittings: readonly Sitting[]): readonly Sitting[] =>
  sittings.filter(({ endedAtMs, closed }) => endedAtMs !== undefined && !closed)

/** The questions of `sitting` that the course still has, in order. The others have been retired and are left out. */
export const askable = ({ questions }: Pick<Sitting, 'questions'>, index: QuestionIndex): readonly IndexedQuestion[] =>
  questions.flatMap((id) => index.find((question) => question.id === id) ?? [])

/** The questions that a sitting at `place` can ask about. */
const poolAt = ({ module }: SittingPlace, index: QuestionIndex): QuestionIndex =>
  index.filter((question) => module === undefined || question.module === module)

/** How many questions the next sitting at `place` asks, and how many it would if there were as many. */
export const sizeAt = (place: SittingPlace, index: QuestionIndex): { readonly size: number; readonly wanted: number } => {
  const pool = poolAt(place, index)
  const wanted = place.kind === 'pretest' ? pretestSize(pool) : place.kind === 'check' ? CHECK_SIZE : FINAL_SIZE
  return { size: Math.min(wanted, pool.length), wanted }
}

/** The questions of the next sitting at `place`. A pretest follows the course; the others mix the lessons. A placement chooses as it goes. */
const questionsAt = (place: SittingPlace, index: QuestionIndex, record: LearnerRecord, nth: number): readonly string[] => {
  if (place.kind === 'placement') return []
  const pool = poolAt(place, index)
  const seed = seedOf([place.kind, place.module, nth].join('/'))
  const taken = sample(pool, sizeAt(place, index).size, lastAsked(index, record), seed)
  return place.kind === 'pretest' ? pool.filter(({ id }) => taken.includes(id)).map(({ id }) => id) : taken
}

/** The events that begin a sitting at `place`: what is open there is closed first. */
export const beginAt = (place: SittingPlace, index: QuestionIndex, record: LearnerRecord): readonly NewEvent[] => {
  const sittings = sittingsAt(place, record)
  const open = sittings.filter(({ endedAtMs }) => endedAtMs === undefined)
  return [
    ...open.map(({ id }) => ({ type: 'sitting-ended', sitting: id, closed: true } as const)),
    { type: 'sitting-begun', ...place, questions: questionsAt(place, index, record, sittings.length) },
  ]
}
