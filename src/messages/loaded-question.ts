/** Texts of a question that is fetched before it can be asked. */
export const loadedTexts = {
  loading: 'Loading the question',
  failed: 'The question could not be loaded. Check the connection, then try again.',
  failedAgain: 'The question could not be loaded this time either. If the connection works, reload the page.',
  tryAgain: 'Load it again',
} as const
