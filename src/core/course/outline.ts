import { shownQuestions } from '../quiz/shown.ts'
import type { Course, Discipline, Lesson, Module, Objective } from './course.ts'

/** A written lesson as the browser needs it to compute progress. */
export interface OutlineLesson {
  readonly id: string
  readonly number: string
  readonly title: string
  /** Reading time, minutes. */
  readonly minutes: number
  /** Ids of the questions that the lesson's page shows and scores. */
  readonly questions: readonly string[]
  readonly objectives: readonly Objective[]
  /** Id of its debate, which has a page of its own. */
  readonly debate?: string
}

/** A module with at least its title; modules of which nothing is written have no lessons. */
export interface OutlineModule {
  readonly id: string
  readonly title: string
  readonly discipline: Discipline
  readonly lessons: readonly OutlineLesson[]
}

/** The course without its texts: what progress, mastery and "continue" are computed over. Written lessons only. */
export interface CourseOutline {
  readonly id: string
  readonly title: string
  readonly modules: readonly OutlineModule[]
}

/** The outline of `course`, in course order. */
export const outlineOf = (course: Course): CourseOutline => ({
  id: course.id,
  title: course.title,
  modules: course.modules.map((module) => ({
    id: module.id,
    title: module.title,
    discipline: module.discipline,
    lessons: module.order.flatMap((id) => {
      const lesson = module.lessons.find((candidate) => candidate.id === id)
      if (!lesson) return []
      return [{
        id: lesson.id,
        number: lesson.number,
        title: lesson.title,
        minutes: lesson.minutes,
        questions: shownQuestions(lesson).map((question) => question.id),
        objectives: lesson.objectives,
        ...(lesson.debate && { debate: lesson.debate.id }),
      }]
    }),
  })),
})

/** The written lesson after `lesson` in course order, with its module, or undefined at the end. */
export const nextLesson = (course: Course, lesson: string): { module: Module; lesson: Lesson } | undefined => {
  let passed = false
  for (const module of course.modules) {
    for (const id of module.order) {
      const next = passed ? module.lessons.find((candidate) => candidate.id === id) : undefined
      if (next) return { module, lesson: next }
      passed ||= id === lesson
    }
  }
  return undefined
}
