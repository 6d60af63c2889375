/** Texts on a module's page that depend on what has been read. */
export const moduleLessons = {
  states: { new: '', begun: 'Begun', 'review-only': 'For review only', read: 'Read' },
  continue: (lesson: string) => `Continue: ${lesson}`,
} as const
