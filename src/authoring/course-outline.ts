import type { ContentFiles } from './read.ts'
import { readYaml, type YamlSource } from './locate.ts'
import { didYouMean, startOf, type Place, type Report } from './problem.ts'
import { courseSchema, moduleSchema, plannedSchema, type AuthoredCourse, type AuthoredModule, type AuthoredPlanned } from './schemas.ts'
import { validate, type Located } from './validate.ts'

/** A lesson as its module lists it. */
export interface ListedLesson {
  readonly id: string
  readonly module: string
  /** Where module.yaml lists it. */
  readonly place: Place
  /** True when its file is there. */
  readonly written: boolean
  /** What is promised, when it is not written yet. */
  readonly planned?: AuthoredPlanned
}

/** A module of the course; `value` is absent when module.yaml is broken. */
export interface ListedModule {
  readonly id: string
  readonly value?: AuthoredModule
  /** True when its list of lessons could be read. */
  readonly readable: boolean
  readonly lessons: readonly ListedLesson[]
}

/** The order of modules and lessons that the authors wrote. */
export interface WrittenOutline {
  /** course.yaml, when it is there. */
  readonly source?: YamlSource
  readonly course?: AuthoredCourse
  readonly modules: readonly ListedModule[]
  /** True when every listed module could be read, so that a lesson not found in one does not exist. */
  readonly whole: boolean
}

/** The file that holds the lesson `id` of `module`. */
export const lessonFile = (module: string, id: string): string => `modules/${module}/${id}.mdx`
/** The file that holds the bank of the lesson `id` of `module`. */
export const bankFile = (module: string, id: string): string => `modules/${module}/${id}.questions.yaml`
/** The file that holds the debate of the lesson `id` of `module`. */
export const debateFile = (module: string, id: string): string => `modules/${module}/${id}.debate.yaml`
/** The folder of the drawings of the lesson `id` of `module`. */
export const drawingFolder = (module: string, id: string): string => `modules/${module}/${id}/`

const moduleFolders = (files: ContentFiles): Set<string> =>
  new Set([...files.keys()].flatMap((file) => /^modules\/([^/]+)\//.exec(file)?.[1] ?? []))

const readListed = (source: YamlSource, module: string, index: number, files: ContentFiles, report: Report): ListedLesson | undefined => {
  const entry: unknown = (source.data as { lessons: unknown[] }).lessons[index]
  const place = source.place(['lessons', index])
  if (typeof entry === 'string') {
    if (!files.has(lessonFile(module, entry))) {
      const written = [...files.keys()].flatMap((file) => new RegExp(`^modules/${module}/([^/]+)\\.mdx$`).exec(file)?.[1] ?? [])
      const near = didYouMean(entry, written) || ` If it is not written yet, list it as { id: ${entry}, number, title, minutes, planned: true }.`
      report(place, 'missing-file', `The file ${lessonFile(module, entry)} is missing.${near}`)
      return { id: entry, module, place, written: false }
    }
    return { id: entry, module, place, written: true }
  }
  const planned = validate(plannedSchema, source, ['lessons', index], report)
  if (!planned) return undefined
  if (files.has(lessonFile(module, planned.value.id))) {
    report(place, 'planned-and-written', `“${planned.value.id}” is written: list it by its id alone.`)
    return { id: planned.value.id, module, place, written: true }
  }
  return { id: planned.value.id, module, place, written: false, planned: planned.value }
}

const readModule = (id: string, files: ContentFiles, report: Report): ListedModule => {
  const file = `modules/${id}/module.yaml`
  const source = readYaml(file, files.get(file) ?? '', report)
  const module: Located<AuthoredModule> | undefined = validate(moduleSchema, source, [], report)
  const data = source.data as { lessons?: unknown } | null | undefined
  const count = Array.isArray(data?.lessons) ? data.lessons.length : 0
  const lessons = Array.from({ length: count }, (_, index) => readListed(source, id, index, files, report)).filter((lesson) => lesson !== undefined)
  return { id, value: module?.value, readable: Array.isArray(data?.lessons), lessons }
}

/** Reads course.yaml and every module.yaml, and reports files that no list leads to. */
export const readOutline = (files: ContentFiles, report: Report): WrittenOutline => {
  const text = files.get('course.yaml')
  if (text === undefined) {
    report(startOf('course.yaml'), 'missing-file', 'The file course.yaml is missing: it holds the id, title, summary and modules of the course.')
    return { modules: [], whole: false }
  }
  const source = readYaml('course.yaml', text, report)
  const course = validate(courseSchema, source, [], report)?.value
  const folders = moduleFolders(files)
  // The modules are read even when another field of course.yaml is wrong.
  const raw = (source.data as { modules?: unknown } | null | undefined)?.modules
  const listed = Array.isArray(raw) ? raw.filter((id) => typeof id === 'string') : []
  const modules = listed.flatMap((id, index) => {
    if (files.has(`modules/${id}/module.yaml`)) return [readModule(id, files, report)]
    report(source.place(['modules', index]), 'missing-file', `The file modules/${id}/module.yaml is missing.${didYouMean(id, folders)}`)
    return []
  })
  if (Array.isArray(raw)) reportUnlisted(files, modules, listed, report)
  return { source, course, modules, whole: listed.length > 0 && modules.length === listed.length && modules.every((module) => module.readable) }
}

const reportUnlisted = (files: ContentFiles, modules: readonly ListedModule[], listed: readonly string[], report: Report): void => {
  const shared = /^(?:course|glossary|sources|misconceptions|claims)\.yaml$|^anti-patterns\/[^/]+\.yaml$/
  const unlistedFolders = new Set<string>()
  for (const file of files.keys()) {
    if (shared.test(file)) continue
    const [, folder, rest] = /^modules\/([^/]+)\/(.+)$/.exec(file) ?? []
    if (folder === undefined || rest === undefined) {
      report(startOf(file), 'unlisted-file', 'This file is no part of the course. See content/README.md for where things go.')
      continue
    }
    const module = modules.find((candidate) => candidate.id === folder)
    if (!module) {
      if (!listed.includes(folder) && !unlistedFolders.has(folder)) {
        report(startOf(file), 'unlisted-file', `The module “${folder}” is not listed in course.yaml.${didYouMean(folder, listed)}`)
      }
      unlistedFolders.add(folder)
      continue
    }
    if (rest === 'module.yaml' || !module.readable) continue
    const lesson = /^([^/]+?)(?:\.mdx|\.questions\.yaml|\.debate\.yaml|\/[^/]+\.svg)$/.exec(rest)?.[1]
    const ids = module.lessons.filter((candidate) => !candidate.planned).map((candidate) => candidate.id)
    if (lesson === undefined) {
      report(startOf(file), 'unlisted-file', 'This file is no part of the course. A lesson is <id>.mdx with <id>.questions.yaml, <id>.debate.yaml if it has a debate, and drawings <id>/<figure>.svg.')
    } else if (!ids.includes(lesson)) {
      report(startOf(file), 'unlisted-file', `The lesson “${lesson}” is not listed in modules/${folder}/module.yaml.${didYouMean(lesson, ids)}`)
    }
  }
}
