import type { z } from 'astro/zod'
import type { Course, Drawing, Lesson } from '../core/course/course.ts'
import type { QuestionType } from '../core/quiz/question.ts'
import { compileAntiPattern, compileLesson, compileQuestion, compileTerm } from './compile.ts'
import { bankFile, drawingFolder, lessonFile, readOutline, type ListedLesson } from './course-outline.ts'
import { readLessonText, type LessonText } from './lesson-text.ts'
import { readYaml, type YamlSource } from './locate.ts'
import { didYouMean, inOrder, startOf, type Problem, type Report } from './problem.ts'
import type { ContentFiles } from './read.ts'
import {
  antiPatternSchema, lessonSchema, misconceptionSchema, questionSchemas, sourceSchema, termSchema,
  type AuthoredAntiPattern, type AuthoredLesson, type AuthoredQuestion,
} from './schemas.ts'
import { validate, validateList, type Located } from './validate.ts'

/** What the content files come to: the course as far as it could be read, and everything that is wrong with it. */
export interface Checked {
  /** Undefined only when course.yaml itself cannot be read; broken parts are left out. */
  readonly course: Course | undefined
  /** In reading order. A course with problems must not be published. */
  readonly problems: readonly Problem[]
}

/** A lesson with everything read from its files. */
export interface ReadLesson {
  readonly listed: ListedLesson
  readonly text: LessonText
  readonly front: Located<AuthoredLesson> | undefined
  readonly bank: YamlSource
  readonly questions: readonly Located<AuthoredQuestion>[]
}

const readQuestions = (bank: YamlSource, report: Report): Located<AuthoredQuestion>[] => {
  if (bank.data === undefined || bank.data === null) return []
  if (!Array.isArray(bank.data)) {
    report(bank.place([]), 'wrong-field', 'This file must be a list: every question starts with “- id: …”.')
    return []
  }
  const types = Object.keys(questionSchemas)
  return bank.data.flatMap((entry: unknown, index): Located<AuthoredQuestion> | [] => {
    const type = entry && typeof entry === 'object' && 'type' in entry ? entry.type : undefined
    if (typeof type !== 'string' || !Object.hasOwn(questionSchemas, type)) {
      const near = typeof type === 'string' ? didYouMean(type, types) : ''
      report(bank.place([index, 'type']), type === undefined ? 'missing-field' : 'wrong-field',
        `${type === undefined ? '“type” is missing' : `“${String(type)}” is not a type of question`}: it is one of ${types.join(', ')}.${near}`)
      return []
    }
    const schema: z.ZodType<AuthoredQuestion> = questionSchemas[type as QuestionType]
    return validate(schema, bank, [index], report) ?? []
  })
}

const readLesson = (listed: ListedLesson, files: ContentFiles, report: Report): ReadLesson => {
  const file = lessonFile(listed.module, listed.id)
  const text = readLessonText(file, files.get(file) ?? '', report)
  const questions = bankFile(listed.module, listed.id)
  if (!files.has(questions)) report(startOf(file), 'missing-file', `The question bank ${questions} is missing.`)
  const bank = readYaml(questions, files.get(questions) ?? '', report)
  const front = text.frontMatter.data === undefined ? undefined : validate(lessonSchema, text.frontMatter, [], report)
  return { listed, text, front, bank, questions: readQuestions(bank, report) }
}

const drawingsOf = (listed: ListedLesson, files: ContentFiles): Drawing[] => {
  const folder = drawingFolder(listed.module, listed.id)
  return [...files.keys()].flatMap((file) => {
    const id = file.startsWith(folder) ? /^([^/.]+)\.svg$/.exec(file.slice(folder.length))?.[1] : undefined
    return id === undefined ? [] : [{ id, broad: files.get(file) ?? '', narrow: files.get(`${folder}${id}.narrow.svg`) }]
  })
}

const lessonOf = (read: ReadLesson, files: ContentFiles, report: Report): Lesson | undefined => {
  const { id, module } = read.listed
  const questions = read.questions.map((question) => compileQuestion(question, id, report))
  if (!read.front || !read.text.blocks) return undefined
  const own = [lessonFile(module, id), bankFile(module, id), ...[...files.keys()].filter((file) => file.startsWith(drawingFolder(module, id)))]
  return compileLesson({
    id, module, front: read.front.value, text: read.text, questions, drawings: drawingsOf(read.listed, files), written: own.map((file) => files.get(file) ?? ''),
  })
}

/** Reads, checks and compiles the course that `files` hold, finding every problem at once. */
export const checkContent = (files: ContentFiles): Checked => {
  const problems: Problem[] = []
  const report: Report = (place, rule, message) => problems.push({ ...place, rule, message })
  const outline = readOutline(files, report)
  const list = (file: string): YamlSource => readYaml(file, files.get(file) ?? '', report)
  const terms = validateList(termSchema, list('glossary.yaml'), report)
  const sources = validateList(sourceSchema, list('sources.yaml'), report)
  const misconceptions = validateList(misconceptionSchema, list('misconceptions.yaml'), report)
  const antiPatterns = [...files.keys()].flatMap((file) => {
    const id = /^anti-patterns\/([^/]+)\.yaml$/.exec(file)?.[1]
    const written: Located<AuthoredAntiPattern> | undefined = id === undefined ? undefined : validate(antiPatternSchema, list(file), [], report)
    return id !== undefined && written ? [compileAntiPattern(id, written, report)] : []
  })
  const lessons = outline.modules.flatMap((module) => module.lessons.filter((lesson) => lesson.written)).map((lesson) => readLesson(lesson, files, report))
  const compiled = new Map(lessons.map((lesson) => [lesson.listed.id, lessonOf(lesson, files, report)]))
  const course: Course | undefined = outline.course && {
    id: outline.course.id,
    title: outline.course.title,
    summary: outline.course.summary,
    modules: outline.modules.flatMap(({ id, value, lessons: listed }) => (value ? [{
      id,
      title: value.title,
      discipline: value.discipline,
      summary: value.summary,
      outcomes: value.outcomes,
      order: listed.filter((lesson) => lesson.planned ?? compiled.get(lesson.id)).map((lesson) => lesson.id),
      lessons: listed.flatMap((lesson) => (lesson.planned ? [] : compiled.get(lesson.id) ?? [])),
      planned: listed.flatMap(({ planned }) => (planned ? [{ id: planned.id, number: planned.number, title: planned.title, minutes: planned.minutes }] : [])),
    }] : [])),
    terms: terms.map((term) => compileTerm(term, report)),
    sources: sources.map((source) => source.value),
    misconceptions: misconceptions.map((misconception) => misconception.value),
    antiPatterns,
  }
  return { course, problems: inOrder(problems) }
}
