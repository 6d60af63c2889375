import { count } from './words.ts'

/** Texts of the second round. */
export const secondRoundTexts = {
  title: 'Second round',
  waiting: (n: number) => `${count(n, 'question', 'questions')} to put right, with other numbers, another order or a question like it.`,
  start: (n: number) => (n === 1 ? 'Take it once more' : `Take the ${n} once more`),
  unreachable: 'The questions could not be loaded. Check the connection, then try again.',
  done: 'Everything that you missed is put right.',
} as const
