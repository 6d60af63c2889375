import type { Question } from '../core/quiz/question.ts'

/** What lasts as long as the page: the question banks that were fetched when somebody answers. */
export interface Sitting {
  /** The whole bank of `lesson` with siblings, fetched once; rejects when it cannot be had now, and tries again the next time. */
  bank(lesson: string): Promise<readonly Question[]>
}

/** A sitting that reads banks with `load`. */
export const createSitting = (load: (lesson: string) => Promise<readonly Question[]>): Sitting => {
  const banks = new Map<string, Promise<readonly Question[]>>()
  return {
    bank(lesson) {
      const known = banks.get(lesson)
      if (known) return known
      const loading = load(lesson)
      banks.set(lesson, loading)
      loading.catch(() => banks.delete(lesson))
      return loading
    },
  }
}
