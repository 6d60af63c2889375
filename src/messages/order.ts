/** Texts of putting in order. */
export const orderTexts = {
  up: (text: string) => `Move up: ${text}`,
  down: (text: string) => `Move down: ${text}`,
  now: (text: string, at: number, all: number) => `${text}, now ${at} of ${all}`,
  first: (text: string) => `${text} is first already`,
  last: (text: string) => `${text} is last already`,
} as const
