import { checkedContent } from '../authoring/checked-content.ts'
import type { Course, Lesson } from '../core/course/course.ts'
import type { Prose } from '../core/course/prose.ts'
import type { Question } from '../core/quiz/question.ts'
import { shownQuestions } from '../core/quiz/shown.ts'

/** The checked course, in the authors' order. Read and checked once per build, and again in dev when the content changes. */
export const getCourse = async (): Promise<Course> => {
  const { course } = checkedContent()
  if (!course) throw new Error('The course could not be read. Mend the problems that the content check lists, first those of course.yaml.')
  return course
}

/** A question of the bank, and the lesson that it belongs to with the questions that the lesson's page shows. */
export interface PlacedQuestion {
  readonly question: Question
  readonly lesson: Lesson
  readonly shown: readonly Question[]
}

let placed: { readonly course: Course; readonly questions: ReadonlyMap<string, PlacedQuestion> } | undefined

/** The question `id`, or undefined. All are gathered once: a large course shows thousands, and each would search all lessons. */
export const getQuestion = async (id: string): Promise<PlacedQuestion | undefined> => {
  const course = await getCourse()
  if (placed?.course !== course) {
    const all = course.modules.flatMap((module) => module.lessons).flatMap((lesson) => {
      const shown = shownQuestions(lesson)
      return lesson.questions.map((question) => [question.id, { question, lesson, shown }] as const)
    })
    placed = { course, questions: new Map(all) }
  }
  return placed.questions.get(id)
}

/** The compiled text of the lesson `id`. */
export const getLessonProse = async (id: string): Promise<Prose> => {
  const prose = checkedContent().prose.get(id)
  if (!prose) throw new Error(`There is no lesson “${id}”.`)
  return prose
}
