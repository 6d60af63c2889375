/** Texts of the guess before reading. */
export const predictionTexts = {
  title: 'Before you read',
  line: 'Never scored',
  keep: 'Keep my guess',
  hope: 'You will meet the answer in the text.',
  choose: 'Choose a guess first.',
  kept: (guess: string) => `You guessed “${guess}”.`,
  compare: 'What the text says',
  hide: 'Hide it',
  unreachable: 'The answer could not be loaded. Check the connection, then try again.',
} as const
