import type { Objective } from '../course/course.ts'
import type { CourseOutline } from '../course/outline.ts'
import type { QuestionIndex } from '../review/question-index.ts'
import type { Mastery } from './mastery.ts'
import type { LearnerRecord } from './record.ts'
import { isHeld, mastery, masteryCounts } from './mastery.ts'
import { stampAfter } from './stamp.ts'

/** How well a set of objectives is held: how many are in each state. */
export type MasteryCounts = Readonly<Record<Mastery, number>>

/** How well one objective is held, and how many of its questions are. */
export interface ObjectiveHolding extends Objective {
  readonly state: Mastery
  readonly questions: number
  readonly held: number
}

/** How well the objectives of a lesson are held. */
export interface LessonHolding {
  readonly id: string
  readonly objectives: readonly ObjectiveHolding[]
  readonly counts: MasteryCounts
}

/** How well the objectives of a module are held, lesson by lesson. */
export interface ModuleHolding {
  readonly id: string
  readonly lessons: readonly LessonHolding[]
  readonly counts: MasteryCounts
}

/** How well the objectives of the course are held, module by module. */
export interface CourseHolding {
  readonly modules: readonly ModuleHolding[]
  readonly counts: MasteryCounts
}

/** How many objectives of `counts` there are, and how many of them are held. */
export const heldOf = (counts: MasteryCounts): { readonly held: number; readonly objectives: number } => ({
  held: counts['held-7'] + counts['held-30'],
  objectives: Object.values(counts).reduce((sum, count) => sum + count, 0),
})

/** Where the learner stands with every objective that `outline` lists, as it was at `now`. One that no question asks about stays `new`. */
export const holding = (outline: CourseOutline, index: QuestionIndex, record: LearnerRecord, now: number): CourseHolding => {
  const { questions, objectives } = mastery(index, record, stampAfter(record, now))
  const asked = Map.groupBy(index, ({ objective }) => objective)
  const objectiveHolding = (objective: Objective): ObjectiveHolding => {
    const own = asked.get(objective.id) ?? []
    return {
      ...objective,
      state: objectives.get(objective.id) ?? 'new',
      questions: own.length,
      held: own.filter(({ id }) => isHeld(questions.get(id) ?? 'new')).length,
    }
  }
  const modules = outline.modules.map((module) => {
    const lessons = module.lessons.map((lesson) => {
      const own = lesson.objectives.map(objectiveHolding)
      return { id: lesson.id, objectives: own, counts: masteryCounts(own.map(({ state }) => state)) }
    })
    return { id: module.id, lessons, counts: masteryCounts(lessons.flatMap((lesson) => lesson.objectives.map(({ state }) => state))) }
  })
  const all = modules.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.objectives.map(({ state }) => state)))
  return { modules, counts: masteryCounts(all) }
}
