import { date } from './date.ts'

/** Texts of the review page. */
export const reviewTexts = {
  title: 'Review',
  loading: 'Reading your record …',
  failed: 'The list of questions could not be loaded. Your record is safe. Check the connection, then try again.',
  tryAgain: 'Try again',

  session: 'Today’s review',
  forToday: (n: number, moreWaits: boolean) => `${n} for today.${moreWaits ? ' More waits for other days.' : ''}`,
  position: (place: number, total: number) => `Question ${place} of ${total}`,
  endHere: 'End here',
  next: 'Next question',
  toEnd: 'See how it went',
  skip: 'Leave it for another day',
  lesson: 'Open its lesson',
  reworded: {
    this: (atMs: number) => `Reworded since you answered it on ${date.format(atMs)}; your history is kept.`,
    other: (atMs: number) => `One like it was reworded since you answered it on ${date.format(atMs)}; your history is kept.`,
  },
} as const

/** Texts that the page has without a script. A group of its own, since an object is loaded whole. */
export const reviewPageTexts = {
  description: 'Five minutes of questions that you have answered before, each asked just before you would forget it.',
  noScript: 'This page reads the record that your browser keeps, and needs JavaScript for it. The lessons can be read without.',
} as const
