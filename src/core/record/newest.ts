import type { RecordEvent } from './event.ts'
import type { LearnerRecord } from './record.ts'

/** How many answers `record` holds, those that no longer count included. */
export const answerCount = (record: LearnerRecord): number => record.filter(({ type }) => type === 'answered').length

/** When the answers in `record` were given, the earliest first; only those after `moment` when there is one. */
export const answerTimes = (record: LearnerRecord, moment = -Infinity): readonly number[] =>
  record.flatMap(({ type, at }) => (type === 'answered' && at > moment ? [at] : []))

/** What decides how other entries count, and so must not be missing from a part of them. */
const deciding: readonly RecordEvent['type'][] = ['reset', 'placed', 'away', 'undone']

/**
 * The newest part of `record` that holds `answers` answers, with everything that came between and after them. Of what came before,
 * only what decides how other entries count: a device that has the older answers already must count them as this one does.
 */
export const newest = (record: LearnerRecord, answers: number): LearnerRecord => {
  const at = record.flatMap(({ type }, index) => (type === 'answered' ? [index] : []))
  const before = at[at.length - answers - 1]
  return before === undefined ? record : record.filter(({ type }, index) => index > before || deciding.includes(type))
}

/** The largest number from 1 to `most` that `fits`, or 0; when one fits, so do all below it. */
export const largestThat = async (fits: (count: number) => Promise<boolean>, most: number): Promise<number> => {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (await fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}
