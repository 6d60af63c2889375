import type { Week } from '../core/record/history.ts'
import { count } from './words.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short' })

/** Texts of the history on the progress page. */
export const historyTexts = {
  title: 'Week by week',
  intro: 'The last twelve weeks at most. There is nothing to keep up: a week without an answer is no worse than the others.',
  none: 'No answer in the last twelve weeks.',
  one: ({ answers, rightAtFirst, held }: Week) =>
    `This week: ${count(answers, 'answer', 'answers')}, ${rightAtFirst} right at the first try; ${count(held, 'question', 'questions')} held for 7 days or longer. A picture follows with the second week.`,
  answers: 'Answers, filled: right at the first try',
  held: 'Questions held 7 days or longer',
  answersPicture: (weeks: readonly Week[]) => {
    const now = weeks.at(-1)
    const all = weeks.map(({ answers }) => answers)
    return `Answers in ${weeks.length} weeks, from ${Math.min(...all)} to ${Math.max(...all)} a week. This week ${now?.answers ?? 0}, ${now?.rightAtFirst ?? 0} of them right at the first try.`
  },
  heldPicture: (weeks: readonly Week[]) =>
    `Questions held 7 days or longer at the end of each week: ${weeks.map(({ held }) => held).join(', ')}.`,
  table: 'The numbers as a table',
  columns: { week: 'Week of', answers: 'Answers', right: 'Right at the first try', held: 'Held 7 days or longer' },
  week: (startMs: number) => day.format(startMs),
  dayOfMonth: (startMs: number) => String(new Date(startMs).getDate()),
  month: (startMs: number) => month.format(startMs),
} as const
