import { date } from './date.ts'

/** Texts that lead to a pretest, a check, the placement or the final check from elsewhere. */
export const sittingLineTexts = {
  pretest: 'Pretest',
  pretestLine: 'A few questions before you read say which lessons to read closely. Never scored.',
  toPretest: 'To the pretest',
  check: 'Check what you hold',
  checkLine: 'Twelve questions on everything the module teaches, different ones each time.',
  toCheck: 'Check the module',
  checkAtEnd: 'That was the last lesson of the module.',
  final: 'Final check',
  finalLine: 'Forty questions across the whole course, in as many parts as you like. Afterwards you can print a record of what you have done.',
  toFinal: 'To the final check',
  toCompletion: 'Completion record',
  placement: 'Know some of this already? Find your place in 12 questions',
  open: (begunAtMs: number, answered: number, total: number) => `Begun on ${date.format(begunAtMs)}, ${answered} of ${total} answered.`,
  last: (endedAtMs: number, right: number, asked: number) => `Last result: ${right} of ${asked} right, on ${date.format(endedAtMs)}.`,
} as const
