import { didYouMean, type Place, type Report } from './problem.ts'
import { idsIn } from './validate.ts'
import type { WrittenCourse } from './written-course.ts'

/** Every name that something else may refer to. Entries with problems of their own count, so that one mistake is reported once. */
export interface Names {
  readonly modules: ReadonlySet<string>
  readonly terms: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly misconceptions: ReadonlySet<string>
  readonly antiPatterns: ReadonlySet<string>
  /** Written and planned lessons. */
  readonly lessons: ReadonlySet<string>
  /** The anchors of each written lesson. */
  readonly headings: ReadonlyMap<string, ReadonlySet<string>>
  /** The lesson in whose bank each question stands. */
  readonly questions: ReadonlyMap<string, string>
}

/** The names that `course` declares. */
export const namesOf = (course: WrittenCourse): Names => {
  const ids = (source: Parameters<typeof idsIn>[0]): Set<string> => new Set(idsIn(source).map(({ id }) => id))
  return {
    modules: new Set(course.outline.modules.map((module) => module.id)),
    terms: ids(course.terms.source),
    sources: ids(course.sources.source),
    misconceptions: ids(course.misconceptions.source),
    antiPatterns: new Set(course.antiPatterns.map((entry) => entry.id)),
    lessons: new Set(course.outline.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id))),
    headings: new Map(course.lessons.map((lesson) => [lesson.listed.id, new Set(lesson.text.headings.map((heading) => heading.slug))])),
    questions: new Map(course.lessons.flatMap((lesson) => idsIn(lesson.bank).map(({ id }) => [id, lesson.listed.id] as const))),
  }
}

/** Reports that `name` is not among `known`, unless it is; `kind` says what was looked for and `where` it is declared. */
export const expectKnown = (name: string, known: ReadonlySet<string> | ReadonlyMap<string, unknown>, kind: string, where: string, place: Place, report: Report): boolean => {
  if (known.has(name)) return true
  report(place, 'unknown-reference', `There is no ${kind} “${name}” in ${where}.${didYouMean(name, known.keys())}`)
  return false
}
