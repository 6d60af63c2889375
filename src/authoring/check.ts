import type { Course, Drawing, Lesson, Misconception } from '../core/course/course.ts'
import type { Prose } from '../core/course/prose.ts'
import { compileAntiPattern, compileClaim, compileLesson, compileQuestion, compileTerm } from './compile.ts'
import { bankFile, debateFile } from './course-outline.ts'
import { lintBank, type BankFigures } from './lint-questions.ts'
import { namesOf } from './names.ts'
import { inOrder, type Problem, type Report } from './problem.ts'
import { leanDrawing } from './lean-drawing.ts'
import { proseOf } from './prose.ts'
import type { ContentFiles } from './read.ts'
import { checkClaims } from './rules/claims.ts'
import { checkDebate } from './rules/debate.ts'
import { checkDrawings } from './rules/drawings.ts'
import { checkIds } from './rules/ids.ts'
import { checkLessonText } from './rules/lesson-text.ts'
import { checkLinks } from './rules/links.ts'
import { checkObjectives } from './rules/objectives.ts'
import { checkPlacing } from './rules/placing.ts'
import { checkQuestions } from './rules/questions.ts'
import { checkListReferences, checkQuestionReferences, checkTextReferences } from './rules/references.ts'
import { checkSums } from './rules/sums.ts'
import { readCourse, type WrittenCourse, type WrittenLesson } from './written-course.ts'

/** What the content files come to: the course as far as it could be read, and everything that is wrong with it. */
export interface Checked {
  /** Undefined only when course.yaml itself cannot be read; broken parts are left out. */
  readonly course: Course | undefined
  /** The compiled texts of the written lessons, by lesson id. */
  readonly prose: ReadonlyMap<string, Prose>
  /** In reading order. A course with problems must not be published. */
  readonly problems: readonly Problem[]
  /** What the question bank as a whole looks like. */
  readonly figures: BankFigures
}

const checkLesson = (lesson: WrittenLesson, names: ReturnType<typeof namesOf>, report: Report): void => {
  checkObjectives(lesson, report)
  checkLessonText(lesson.file, lesson.text, report)
  checkSums(lesson.text, report)
  checkTextReferences(lesson, names, report)
  checkLinks(lesson, names, report)
  checkDrawings(lesson, report)
  checkQuestions(lesson, report)
  checkQuestionReferences(lesson, names, report)
  checkPlacing(lesson, names, report)
  checkDebate(lesson, names, report)
}

const drawingsOf = ({ drawings }: WrittenLesson): Drawing[] =>
  drawings.filter((drawing) => !drawing.narrow).map(({ id, text }) => {
    const narrow = drawings.find((drawing) => drawing.narrow && drawing.id === id)?.text
    return { id, broad: leanDrawing(text), ...(narrow !== undefined && { narrow: leanDrawing(narrow) }) }
  })

const lessonOf = (lesson: WrittenLesson, files: ContentFiles, report: Report): Lesson | undefined => {
  const { listed: { id, module }, file, front, text, drawings } = lesson
  const questions = lesson.questions.map((question) => compileQuestion(question, id, report))
  if (!front || !text.blocks) return undefined
  const written = [files.get(file) ?? '', files.get(bankFile(module, id)) ?? '', files.get(debateFile(module, id)) ?? '', ...drawings.map((drawing) => drawing.text)]
  return compileLesson({ id, module, front: front.value, text, questions, drawings: drawingsOf(lesson), debate: lesson.debate?.value, written })
}

/** The lessons whose text has a trap for the misconception `id`. */
const trapsFor = (id: string, { lessons }: WrittenCourse): string[] =>
  lessons.filter(({ text }) => text.uses.some(({ name, attributes }) => name === 'Trap' && attributes.get('misconception') === id))
    .map(({ listed }) => listed.id)

/** `misconception` with the lesson that has a trap for it: the one that answers it, or else the first. */
const withTrap = (misconception: Misconception, written: WrittenCourse): Misconception => {
  const traps = trapsFor(misconception.id, written)
  const trap = traps.find((lesson) => lesson === misconception.lesson) ?? traps[0]
  return { ...misconception, ...(trap !== undefined && { trap }) }
}

const compileCourse = (written: WrittenCourse, report: Report): Course | undefined => {
  const lessons = new Map(written.lessons.map((lesson) => [lesson.listed.id, lessonOf(lesson, written.files, report)]))
  const terms = written.terms.entries.map((term) => compileTerm(term, report))
  const antiPatterns = written.antiPatterns.flatMap(({ id, written: entry }) => (entry ? [compileAntiPattern(id, entry, report)] : []))
  const { course, modules } = written.outline
  return course && {
    id: course.id,
    title: course.title,
    summary: course.summary,
    modules: modules.flatMap(({ id, value, lessons: listed }) => (value ? [{
      id,
      title: value.title,
      discipline: value.discipline,
      summary: value.summary,
      outcomes: value.outcomes,
      order: listed.filter((lesson) => lesson.planned ?? lessons.get(lesson.id)).map((lesson) => lesson.id),
      lessons: listed.flatMap((lesson) => (lesson.planned ? [] : lessons.get(lesson.id) ?? [])),
      planned: listed.flatMap(({ planned }) => (planned ? [{ id: planned.id, number: planned.number, title: planned.title, minutes: planned.minutes }] : [])),
    }] : [])),
    terms,
    sources: written.sources.entries.map((source) => source.value),
    misconceptions: written.misconceptions.entries.map(({ value }) => withTrap(value, written)),
    antiPatterns,
    claims: written.claims.entries.map((claim) => compileClaim(claim.value)),
  }
}

/** Reads, checks and compiles the course that `files` hold, finding every problem at once. */
export const checkContent = (files: ContentFiles): Checked => {
  const problems: Problem[] = []
  const report: Report = (place, rule, message) => problems.push({ ...place, rule, message })
  const written = readCourse(files, report)
  const names = namesOf(written)
  checkIds(written, report)
  checkListReferences(written, names, report)
  checkClaims(written, names, report)
  for (const lesson of written.lessons) checkLesson(lesson, names, report)
  const course = compileCourse(written, report)
  const bank = lintBank(written)
  const prose = new Map(written.lessons.flatMap(({ listed, text }) => (text.blocks ? [[listed.id, proseOf(text.blocks)] as const] : [])))
  return { course, prose, problems: inOrder([...problems, ...bank.problems]), figures: bank.figures }
}
