import { bankPath, familyPath } from '../core/course/question-files.ts'
import type { Question } from '../core/quiz/question.ts'

/** The questions that somebody answers, for as long as the page lasts. Each file is fetched once, and again when it could not be had. */
export interface Banks {
  /** The whole bank of `lesson` with siblings; rejects when it cannot be had now. */
  of(lesson: string): Promise<readonly Question[]>
  /**
   * At least the question `root` of `lesson` and those that may be asked in its place: these alone, or the whole bank where it has been
   * fetched already or is all there is, as without a connection. Rejects when neither can be had now.
   */
  family(lesson: string, root: string): Promise<readonly Question[]>
}

/** Banks whose files are read with `load`, by their path below the site's. */
export const createBanks = (load: (path: string) => Promise<readonly Question[]>): Banks => {
  const known = new Map<string, Promise<readonly Question[]>>()
  const once = (path: string) => {
    const loaded = known.get(path)
    if (loaded) return loaded
    const loading = load(path)
    known.set(path, loading)
    loading.catch(() => known.delete(path))
    return loading
  }
  const of = (lesson: string) => once(bankPath(lesson))
  return {
    of,
    family: (lesson, root) => known.get(bankPath(lesson)) ?? once(familyPath(lesson, root)).catch(() => of(lesson)),
  }
}
