/** Texts of a question before it is answered. What is said about an answer is in `answer.ts`, loaded when there is one. */
export const quiz = {
  position: (position: number, total: number) => `Question ${position} of ${total}`,
  again: 'Once more',
  types: {
    single: 'Single choice',
    multiple: 'Choose all that apply',
    order: 'Put in order',
    match: 'Sort into groups',
    number: 'Number',
    text: 'A word or a short phrase',
  },
  check: 'Check',
  hint: 'Hint',
  sure: 'How sure?',
  optional: '(optional)',
  confidence: { guess: 'Guess', fairly: 'Fairly', certain: 'Certain' },
  loading: 'Loading the answer',
  unreachable: 'The answer could not be loaded. Check the connection, then press the button again. If that does not help, reload the page.',
  chooseGroup: 'Choose a group',
  yourAnswer: 'Your answer',
} as const
