import type { LessonStanding } from './lesson-states.ts'

/**
 * The place in `standings`, those of lessons in their order, of the one to go on with: the unfinished one touched last, else the first
 * unread one after the last read, else the first unread. Lessons for review only need not be read. Undefined when nothing is to be read.
 */
export const goOnAt = (standings: readonly LessonStanding[]): number | undefined => {
  const latest = (state: LessonStanding['state']) => standings.filter((one) => one.state === state).toSorted((a, b) => b.lastAt - a.lastAt)[0]
  const begun = latest('begun')
  if (begun) return standings.indexOf(begun)
  const read = latest('read')
  const unread = (from: number) => standings.findIndex(({ state }, index) => index >= from && state === 'new')
  return [read ? unread(standings.indexOf(read)) : -1, unread(0)].find((index) => index >= 0)
}
