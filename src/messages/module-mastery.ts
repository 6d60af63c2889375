/** What a module's page says of its objectives, in a file of its own, since lessons carry the other texts about progress. */
export const moduleMasteryTexts = {
  held: (held: number, objectives: number) => `${held} of ${objectives} ${objectives === 1 ? 'objective' : 'objectives'} held`,
} as const
