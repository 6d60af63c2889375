import { addresses } from '../course/address.ts'
import type { Course, Discipline } from '../course/course.ts'
import { plainText } from '../course/rich.ts'
import { err, ok, type Result } from '../result.ts'

/** What a result can be. No lab exists yet; the word is reserved so that addresses with `kind=lab` stay valid. */
export type PageKind = 'lesson' | 'term' | 'anti-pattern' | 'lab'

/** The kinds in the order they are offered. */
export const PAGE_KINDS: readonly PageKind[] = ['lesson', 'term', 'anti-pattern', 'lab']

/** A module, as far as search needs it. */
export interface SearchModule {
  readonly id: string
  readonly title: string
  readonly discipline: Discipline
}

/** A heading inside a page; `path` is the page's path with the anchor. */
export interface SearchPlace {
  readonly path: string
  readonly text: string
}

/** Something that can be found: a written lesson, a glossary term or an anti-pattern. */
export interface SearchPage {
  /** Address without the base path, such as `lessons/golden-paths/` or `glossary/#slo`: also its key. */
  readonly path: string
  readonly kind: PageKind
  readonly title: string
  /** The short form of a term, such as "SLO". */
  readonly abbreviation?: string
  /** The beginning of a term's definition. */
  readonly gloss?: string
  /** Id of the module that it belongs to. */
  readonly module?: string
  readonly discipline: Discipline
  /** Reading time of a lesson, minutes. */
  readonly minutes?: number
  readonly places: readonly SearchPlace[]
}

/** The small index, unpacked. */
export interface TitleIndex {
  readonly modules: readonly SearchModule[]
  readonly pages: readonly SearchPage[]
}

/** The version of the packed form; raised when its shape changes. */
const VERSION = 1

/** No module: a term or anti-pattern whose lesson is nowhere in the outline. */
const NO_MODULE = -1

/** Longest beginning of a definition that the small index carries, characters. */
const GLOSS_LENGTH = 110

/**
 * The small index as it travels in `titles.json`: rows without names, since the names would be half of the bytes.
 * Numbers are positions in `modules`; -1 stands for none.
 */
export interface PackedTitles {
  readonly v: number
  readonly modules: readonly (readonly [id: string, title: string, discipline: Discipline])[]
  readonly lessons: readonly (readonly [
    id: string, module: number, title: string, minutes: number, headings: readonly (readonly [slug: string, text: string])[],
  ])[]
  readonly terms: readonly (readonly [id: string, module: number, discipline: Discipline, term: string, abbreviation: string, gloss: string])[]
  readonly antiPatterns: readonly (readonly [id: string, module: number, discipline: Discipline, title: string])[]
}

/** The beginning of `text`, cut at a word and marked with an ellipsis when something is left out. */
const beginning = (text: string, length: number): string => {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;:.]$/, '')} …`
}

/** The position of the module that holds `lesson`, written or planned. */
const moduleOf = (course: Course, lesson: string): number =>
  course.modules.findIndex((module) => module.order.includes(lesson))

/** The small index of `course`: titles and headings of written lessons, glossary terms, anti-patterns. */
export const packTitles = (course: Course): PackedTitles => ({
  v: VERSION,
  modules: course.modules.map(({ id, title, discipline }) => [id, title, discipline]),
  lessons: course.modules.flatMap((module, at) =>
    module.order.flatMap((id) => {
      const lesson = module.lessons.find((candidate) => candidate.id === id)
      if (!lesson) return []
      return [[id, at, lesson.title, lesson.minutes, lesson.headings.map(({ slug, text }) => [slug, text] as const)] as const]
    }),
  ),
  terms: course.terms.map(({ id, term, abbreviation, definition, discipline, taught }) =>
    [id, moduleOf(course, taught), discipline, term, abbreviation ?? '', beginning(plainText(definition), GLOSS_LENGTH)]),
  antiPatterns: course.antiPatterns.map(({ id, title, discipline, lesson }) => [id, moduleOf(course, lesson), discipline, title]),
})

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Whether `value` has the outer shape of the packed form; the rows come from the same build as this code. */
const isPacked = (value: unknown): value is PackedTitles =>
  isObject(value) && value.v === VERSION && [value.modules, value.lessons, value.terms, value.antiPatterns].every(Array.isArray)

/** Reads what `packTitles` wrote; an error for anything else, such as a sign-in page in its place or a newer version. */
export const unpackTitles = (value: unknown): Result<TitleIndex, 'not a title index'> => {
  if (!isPacked(value)) return err('not a title index')
  const to = addresses('')
  const modules = value.modules.map(([id, title, discipline]) => ({ id, title, discipline }))
  const moduleId = (at: number): string | undefined => (at === NO_MODULE ? undefined : modules[at]?.id)
  return ok({
    modules,
    pages: [
      ...value.lessons.map(([id, at, title, minutes, headings]): SearchPage => ({
        path: to.lesson(id),
        kind: 'lesson',
        title,
        module: moduleId(at),
        discipline: modules[at]?.discipline ?? 'all',
        minutes,
        places: headings.map(([slug, text]) => ({ path: to.lesson(id, slug), text })),
      })),
      ...value.terms.map(([id, at, discipline, title, abbreviation, gloss]): SearchPage => ({
        path: to.glossary(id), kind: 'term', title, abbreviation: abbreviation || undefined, gloss, module: moduleId(at), discipline, places: [],
      })),
      ...value.antiPatterns.map(([id, at, discipline, title]): SearchPage => ({
        path: to.antiPatterns(id), kind: 'anti-pattern', title, module: moduleId(at), discipline, places: [],
      })),
    ],
  })
}
