import type { Path, YamlSource } from './locate.ts'
import { didYouMean, type Place, type Report } from './problem.ts'
import { idOf, idsIn } from './validate.ts'
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
  /** Lessons that are promised. */
  readonly planned: ReadonlySet<string>
  /** The anchors of each written lesson. */
  readonly headings: ReadonlyMap<string, ReadonlySet<string>>
  /** The lesson in whose bank each question stands. */
  readonly questions: ReadonlyMap<string, string>
  /** The lesson beside which each debate stands. */
  readonly debates: ReadonlyMap<string, string>
}

/** Stands for the names of a file that cannot be read: it holds whatever is asked for, so that one mistake is reported once. */
class AnyName extends Set<string> {
  override has(): boolean {
    return true
  }
}

const isReadable = (source: YamlSource, path: Path): boolean =>
  source.data !== undefined && (path.length > 0 || source.data === null || Array.isArray(source.data))

/** The ids that the list at `path` of `source` declares. */
export const declaredIn = (source: YamlSource, path: Path = []): ReadonlySet<string> =>
  isReadable(source, path) ? new Set(idsIn(source, path).map(({ id }) => id)) : new AnyName()

/** The names that `course` declares. */
export const namesOf = (course: WrittenCourse): Names => {
  const { modules, whole } = course.outline
  return {
    modules: whole ? new Set(modules.map((module) => module.id)) : new AnyName(),
    terms: declaredIn(course.terms.source),
    sources: declaredIn(course.sources.source),
    misconceptions: declaredIn(course.misconceptions.source),
    antiPatterns: new Set(course.antiPatterns.map((entry) => entry.id)),
    lessons: whole ? new Set(modules.flatMap((module) => module.lessons.map((lesson) => lesson.id))) : new AnyName(),
    planned: new Set(modules.flatMap((module) => module.lessons.flatMap((lesson) => (lesson.planned ? [lesson.id] : [])))),
    headings: new Map(course.lessons.filter((lesson) => lesson.text.blocks).map((lesson) => [lesson.listed.id, new Set(lesson.text.headings.map((heading) => heading.slug))])),
    questions: new Map(course.lessons.flatMap((lesson) => idsIn(lesson.bank).map(({ id }) => [id, lesson.listed.id] as const))),
    debates: new Map(course.lessons.flatMap((lesson) => (lesson.debateSource ? idOf(lesson.debateSource).map((id) => [id, lesson.listed.id] as const) : []))),
  }
}

/** Reports that `name` is not among `known`, unless it is; `kind` says what was looked for and `where` it is declared. */
export const expectKnown = (name: string, known: ReadonlySet<string> | ReadonlyMap<string, unknown>, kind: string, where: string, place: Place, report: Report): boolean => {
  if (known.has(name)) return true
  report(place, 'unknown-reference', `There is no ${kind} “${name}” in ${where}.${didYouMean(name, known.keys())}`)
  return false
}
