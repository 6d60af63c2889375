/** Texts of the button beside a section's heading; the editor's are in `notes.ts`. */
export const noteButton = {
  add: 'Note',
  has: 'Your note',
  on: (words: string, heading: string) => `${words}: ${heading}`,
} as const
