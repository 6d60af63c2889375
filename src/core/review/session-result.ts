import type { Memories } from './memories.ts'
import type { Session } from './session.ts'
import { comingOf } from './queue.ts'

/** How the interval of one reviewed question changed. Whole days. */
export interface HeldChange {
  readonly question: string
  readonly lesson: string
  readonly fromDays: number
  readonly toDays: number
}

/** What a finished session says. */
export interface SessionResult {
  /** How many questions were asked, and how many of them were fully right at the first try. */
  readonly questions: number
  readonly right: number
  /** What comes back later than last time, the largest gain first. */
  readonly longer: readonly HeldChange[]
  /** When each of the questions comes back, the soonest first. */
  readonly coming: readonly { readonly question: string; readonly lesson: string; readonly inDays: number }[]
}

/** What became of `session`, with the memories `after` its answers, at `now`. */
export const sessionResult = ({ items, turns }: Session, after: Memories, now: number): SessionResult => {
  const first = turns.filter(({ ask }) => ask.context === 'review')
  const asked = new Set(first.map(({ ask }) => ask.question))
  const longer = items.flatMap(({ question: { id, lesson }, memory }) => {
    const toDays = asked.has(id) ? after.byQuestion.get(id)?.intervalDays ?? 0 : 0
    return memory && toDays > memory.intervalDays ? [{ question: id, lesson, fromDays: memory.intervalDays, toDays }] : []
  }).sort((a, b) => (b.toDays - b.fromDays) - (a.toDays - a.fromDays))
  const coming = comingOf(after, now).filter(({ question }) => asked.has(question.id))
    .map(({ question: { id, lesson }, inDays }) => ({ question: id, lesson, inDays }))
  return { questions: first.length, right: first.filter(({ score }) => score === 1).length, longer, coming }
}

/** How many of the questions of a session come back when; only what there is, in order. */
export const returns = ({ coming }: SessionResult): readonly { readonly when: 'tomorrow' | 'week' | 'later'; readonly questions: number }[] => {
  const within = (from: number, to: number) => coming.filter(({ inDays }) => inDays >= from && inDays <= to).length
  return ([['tomorrow', 0, 1], ['week', 2, 7], ['later', 8, Infinity]] as const)
    .flatMap(([when, from, to]) => (within(from, to) > 0 ? [{ when, questions: within(from, to) }] : []))
}
