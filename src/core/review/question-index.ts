import type { Course, Discipline } from '../course/course.ts'

/** A question that stands in for another one, with the revision it has now. */
export interface IndexedSibling {
  readonly id: string
  readonly revision: number
}

/** A question as review and mastery know it: where it belongs, and no text. Its siblings are asked in its place. */
export interface IndexedQuestion {
  readonly id: string
  readonly lesson: string
  readonly module: string
  readonly discipline: Discipline
  readonly objective: string
  readonly revision: number
  readonly siblings: readonly IndexedSibling[]
}

/** Every scored question of the course that is no sibling, in course order. What is not in it has been retired or is unknown. */
export type QuestionIndex = readonly IndexedQuestion[]

/** The index of `course`. Predictions are never scored, so they are not in it. */
export const questionIndexOf = (course: Pick<Course, 'modules'>): QuestionIndex =>
  course.modules.flatMap((module) => module.lessons.flatMap((lesson) => {
    const scored = lesson.questions.filter(({ role }) => role === 'practice')
    return scored.filter(({ siblingOf }) => !siblingOf).map(({ id, objective, revision }) => ({
      id, lesson: lesson.id, module: module.id, discipline: module.discipline, objective, revision,
      siblings: scored.filter(({ siblingOf }) => siblingOf === id).map((sibling) => ({ id: sibling.id, revision: sibling.revision })),
    }))
  }))

/** The root of each question of `index`, by the id of the root or of a sibling. */
export const rootsOf = (index: QuestionIndex): ReadonlyMap<string, IndexedQuestion> =>
  new Map(index.flatMap((root) => [root, ...root.siblings].map(({ id }) => [id, root] as const)))
