/** In words: everything right, some of it, none of it. */
export type Verdict = 'correct' | 'partial' | 'incorrect'

/** The verdict on a score from 0 to 1. */
export const verdictOf = (score: number): Verdict => (score === 1 ? 'correct' : score === 0 ? 'incorrect' : 'partial')
