import { getEntry } from 'astro:content'
import type { Course, Lesson, Module } from '../core/course/course.ts'
import type { Prose } from '../core/course/prose.ts'

let kept: { readonly json: string; readonly course: Course } | undefined

/** The checked course, in the authors' order. Parsed once per build, and again in dev when the content changes. */
export const getCourse = async (): Promise<Course> => {
  const entry = await getEntry('course', 'course')
  if (!entry) throw new Error('The course could not be read. Mend the problems that the content check lists, first those of course.yaml.')
  const { json } = entry.data
  if (kept && kept.json === json) return kept.course
  const course = JSON.parse(json) as Course
  kept = { json, course }
  return course
}

/** Every written lesson with its module, in course order. */
export const getLessons = async (): Promise<readonly { readonly lesson: Lesson; readonly module: Module }[]> => {
  const { modules } = await getCourse()
  return modules.flatMap((module) => module.order.flatMap((id) => {
    const lesson = module.lessons.find((candidate) => candidate.id === id)
    return lesson ? [{ lesson, module }] : []
  }))
}

/** The compiled text of the lesson `id`. */
export const getLessonProse = async (id: string): Promise<Prose> => {
  const entry = await getEntry('lessons', id)
  if (!entry) throw new Error(`There is no lesson “${id}”.`)
  return JSON.parse(entry.data.json) as Prose
}
