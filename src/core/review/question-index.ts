import type { Course, Discipline } from '../course/course.ts'
import type { QuestionType } from '../quiz/question.ts'
import { isRoot } from '../quiz/family.ts'

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
  /** How it is answered; a sibling may be of another type. */
  readonly type: QuestionType
  readonly siblings: readonly IndexedSibling[]
}

/** Every scored question of the course that is no sibling, in course order. What is not in it has been retired or is unknown. */
export type QuestionIndex = readonly IndexedQuestion[]

/** The index of `course`. Predictions are never scored, so they are not in it. */
export const questionIndexOf = (course: Pick<Course, 'modules'>): QuestionIndex =>
  course.modules.flatMap((module) => module.lessons.flatMap((lesson) => {
    const scored = lesson.questions.filter(({ role }) => role === 'practice')
    return scored.filter(isRoot).map(({ id, objective, revision, type }) => ({
      id, lesson: lesson.id, module: module.id, discipline: module.discipline, objective, revision, type,
      siblings: scored.filter(({ siblingOf }) => siblingOf === id).map((sibling) => ({ id: sibling.id, revision: sibling.revision })),
    }))
  }))

/** The root of each question of `index`, by the id of the root or of a sibling. */
export const rootsOf = (index: QuestionIndex): ReadonlyMap<string, IndexedQuestion> =>
  new Map(index.flatMap((root) => [root, ...root.siblings].map(({ id }) => [id, root] as const)))

/** Finds the root that an answer counts for: its family's, whichever of it was answered and whatever it stood in for. */
export const rootFinder = (index: QuestionIndex) => {
  const roots = rootsOf(index)
  return ({ question, inPlaceOf }: { readonly question: string; readonly inPlaceOf?: string }): IndexedQuestion | undefined =>
    roots.get(inPlaceOf ?? question) ?? roots.get(question)
}

/** The index as it is published: what questions of one lesson share is said once. A question is id, objective, revision, type, then siblings. */
export type PackedIndex = readonly {
  readonly lesson: string
  readonly module: string
  readonly discipline: Discipline
  readonly questions: readonly (readonly [id: string, objective: string, revision: number, type: QuestionType, ...siblings: (readonly [id: string, revision: number])[]])[]
}[]

/** `index` in the form that is published; `unpackIndex` gives it back. */
export const packIndex = (index: QuestionIndex): PackedIndex => {
  const lessons = [...new Map(index.map((question) => [question.lesson, question])).values()]
  return lessons.map(({ lesson, module, discipline }) => ({
    lesson, module, discipline,
    questions: index.filter((question) => question.lesson === lesson).map(({ id, objective, revision, type, siblings }) =>
      [id, objective, revision, type, ...siblings.map((sibling) => [sibling.id, sibling.revision] as const)]),
  }))
}

/** The index in a published form. */
export const unpackIndex = (packed: PackedIndex): QuestionIndex =>
  packed.flatMap(({ lesson, module, discipline, questions }) => questions.map(([id, objective, revision, type, ...siblings]) => ({
    id, lesson, module, discipline, objective, revision, type, siblings: siblings.map(([sibling, at]) => ({ id: sibling, revision: at })),
  })))
