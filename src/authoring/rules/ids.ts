import { lessonFile } from '../course-outline.ts'
import type { Path, YamlSource } from '../locate.ts'
import { startOf, type Place, type Report } from '../problem.ts'
import { ID } from '../schemas.ts'
import { idOf, idsIn } from '../validate.ts'
import type { WrittenCourse } from '../written-course.ts'

interface Named {
  readonly id: string
  readonly place: Place
}

const shown = ({ file, line, column }: Place): string => `${file}:${line}:${column}`

/** Reports every id of `named` but the first of its kind. */
const reportTwice = (kind: string, named: readonly Named[], report: Report): void => {
  const first = new Map<string, Place>()
  for (const { id, place } of named) {
    const before = first.get(id)
    if (before) report(place, 'duplicate-id', `The ${kind} “${id}” is there already, at ${shown(before)}. Give this one an id of its own, or remove it.`)
    else first.set(id, place)
  }
}

const namedIn = (source: YamlSource, path: Path = []): Named[] =>
  idsIn(source, path).map(({ id, path: at }) => ({ id, place: source.place(at) }))

/** Lists inside a question whose entries have ids. */
const PARTS = [['options', 'option'], ['items', 'item'], ['groups', 'group'], ['mistakes', 'mistake'], ['near', 'near answer']] as const

/** Ids are unique where answers are stored under them, and names of files and folders are ids too. */
export const checkIds = (course: WrittenCourse, report: Report): void => {
  const { outline, lessons } = course
  for (const { source, kind } of [
    { source: course.terms.source, kind: 'term' },
    { source: course.sources.source, kind: 'source' },
    { source: course.misconceptions.source, kind: 'misconception' },
    { source: course.claims.source, kind: 'claim' },
  ]) reportTwice(kind, namedIn(source), report)

  const listed = outline.modules.flatMap((module) => module.lessons)
  reportTwice('lesson', listed.map(({ id, place }) => ({ id, place })), report)
  reportTwice('module', outline.course?.modules.map((id, index) => ({ id, place: outline.source?.place(['modules', index]) ?? startOf('course.yaml') })) ?? [], report)
  reportTwice('objective', lessons.flatMap((lesson) => namedIn(lesson.text.frontMatter, ['objectives'])), report)
  reportTwice('question', lessons.flatMap((lesson) => namedIn(lesson.bank)), report)
  reportTwice('debate', lessons.flatMap(({ debateSource: source }) => (source ? idOf(source).map((id) => ({ id, place: source.place(['id']) })) : [])), report)
  for (const { debateSource } of lessons) {
    if (!debateSource) continue
    reportTwice('clause', namedIn(debateSource, ['clauses']), report)
    reportTwice('card', namedIn(debateSource, ['cards']), report)
  }
  for (const { bank } of lessons) {
    if (!Array.isArray(bank.data)) continue
    for (const index of bank.data.keys()) {
      for (const [field, kind] of PARTS) reportTwice(kind, namedIn(bank, [index, field]), report)
    }
  }

  const badName = (id: string, kind: string, place: Place): void => {
    if (!ID.test(id)) report(place, 'id-format', `The name of the ${kind} “${id}” is its id: use lower-case words joined by hyphens.`)
  }
  for (const module of outline.modules) badName(module.id, 'folder', startOf(`modules/${module.id}/module.yaml`))
  for (const lesson of listed) if (lesson.written) badName(lesson.id, 'file', startOf(lessonFile(lesson.module, lesson.id)))
  for (const entry of course.antiPatterns) badName(entry.id, 'file', startOf(entry.file))
}
