import type { Question } from '../core/quiz/question.ts'

/** The question banks of lessons that somebody answers in, for as long as the page lasts. */
export interface Banks {
  /** The whole bank of `lesson` with siblings, fetched once; rejects when it cannot be had now, and tries again the next time. */
  of(lesson: string): Promise<readonly Question[]>
}

/** Banks that are read with `load`. */
export const createBanks = (load: (lesson: string) => Promise<readonly Question[]>): Banks => {
  const known = new Map<string, Promise<readonly Question[]>>()
  return {
    of(lesson) {
      const loaded = known.get(lesson)
      if (loaded) return loaded
      const loading = load(lesson)
      known.set(lesson, loading)
      loading.catch(() => known.delete(lesson))
      return loading
    },
  }
}
