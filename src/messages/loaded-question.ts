/** Texts of a question that is fetched before it can be asked. */
export const loadedTexts = {
  loading: 'Loading the question',
  failed: 'The question could not be loaded. Check the connection, then try again.',
  tryAgain: 'Load it again',
} as const
