import { DAY_MS } from '../core/time.ts'
import { date } from './date.ts'
import { count } from './words.ts'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** "1 day", "9 days". */
const days = (n: number) => count(n, 'day', 'days')

/** The number of the day that holds `ms`, on the reader's own calendar. */
const dayOf = (ms: number): number => {
  const date = new Date(ms)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS
}

/** "later today", "tomorrow", "on Friday 4 December", "on 4 March 2027". */
const when = (atMs: number, now: number): string => {
  const days = dayOf(atMs) - dayOf(now)
  if (days <= 0) return 'later today'
  if (days === 1) return 'tomorrow'
  return `on ${(days < 180 ? weekday : date).format(atMs).replace(',', '')}`
}

/** Texts of what stands beside the questions of a review: its end, the way on, going away. A group of its own, since no question needs it. */
export const reviewRestTexts = {
  empty: 'Nothing to review yet. Every question that you answer in a lesson comes back here by itself: after a few days the first time, and after a longer wait each time that you still know it.',
  nothingDue: (nextAtMs: number | undefined, now: number) =>
    nextAtMs === undefined ? 'Nothing is due today.' : `Nothing is due today. The next question comes ${when(nextAtMs, now)}.`,
  fresh: (n: number) =>
    `You have set lessons aside because you know them. To see whether that lasts, you can take ${n === 1 ? 'a question' : `${n} questions`} from them.`,
  beginFresh: (n: number) => (n === 1 ? 'Take the question' : `Take the ${n} questions`),
  begin: (n: number) => `Review ${n} now`,
  doneToday: 'You have done today’s review. More is due, and it can wait for other days.',
  canWait: (n: number) => `${n} for today. ${n === 1 ? 'It' : 'They'} can wait: what is not asked today stays due.`,

  start: (lesson: string) => `Start: ${lesson}`,
  continue: (lesson: string) => `Continue: ${lesson}`,
  standing: 'See where you stand',

  ended: 'That is it for today',
  right: (right: number, questions: number) =>
    questions === 1 ? (right === 1 ? 'You had it right at the first try.' : 'You did not have it right at the first try; it comes back soon.')
      : right === questions ? `All ${questions} were right at the first try.`
        : right === 0 ? `None of the ${questions} was right at the first try; they come back soon.`
          : `${right} of ${questions} were right at the first try.`,
  longer: 'Held longer now',
  longerIntro: 'How long each question waited before this review, and how long it waits now.',
  longerNone: 'No question waits longer than before. What you missed comes back soon.',
  change: (fromDays: number, toDays: number) => `${days(fromDays)} → ${days(toDays)}`,
  changeSpoken: (fromDays: number, toDays: number) => `from ${days(fromDays)} to ${days(toDays)}`,
  questionOf: 'A question of this lesson',
  coming: 'When they come back',
  comingIntro: 'By themselves; there is nothing to plan.',
  groups: { tomorrow: 'Tomorrow', week: 'Within a week', later: 'Later' },
  questions: (n: number) => count(n, 'question', 'questions'),
  more: 'More is due, and it can wait for other days.',
  another: (n: number) => (n === 1 ? 'Take one more' : `Take another ${n}`),

  away: 'Going away?',
  awayLine: 'Nothing comes due while you are away, and afterwards everything goes on where it was: the days away are not counted.',
  awayLabel: 'I am away until',
  awayButton: 'Set the date',

  isAway: (untilMs: number) => `You are away until ${date.format(untilMs)}. Nothing is due until then, and nothing piles up.`,
  back: 'I am back',
} as const
