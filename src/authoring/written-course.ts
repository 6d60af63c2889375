import type { z } from 'astro/zod'
import type { Debate } from '../core/debate/debate.ts'
import type { QuestionType } from '../core/quiz/question.ts'
import { bankFile, debateFile, drawingFolder, lessonFile, readOutline, type ListedLesson, type WrittenOutline } from './course-outline.ts'
import { readLessonText, type LessonText } from './lesson-text.ts'
import { readYaml, type YamlSource } from './locate.ts'
import { didYouMean, startOf, type Report } from './problem.ts'
import type { ContentFiles } from './read.ts'
import {
  antiPatternSchema, claimSchema, debateSchema, lessonSchema, misconceptionSchema, questionSchemas, sourceSchema, termSchema,
  type AuthoredAntiPattern, type AuthoredLesson, type AuthoredQuestion,
} from './schemas.ts'
import { validate, validateList, type Located } from './validate.ts'

/** A drawing's file. */
export interface WrittenDrawing {
  readonly file: string
  /** The name without endings: the id of the figure. */
  readonly id: string
  readonly narrow: boolean
  readonly text: string
}

/** A lesson with everything read from its files. */
export interface WrittenLesson {
  readonly listed: ListedLesson
  /** The path of its .mdx file. */
  readonly file: string
  readonly text: LessonText
  readonly front: Located<AuthoredLesson> | undefined
  readonly bank: YamlSource
  /** The drawings in the lesson's folder, broad and narrow. */
  readonly drawings: readonly WrittenDrawing[]
  /** The questions that have the right shape. */
  readonly questions: readonly Located<AuthoredQuestion>[]
  /** The file of its debate, when it has one. */
  readonly debateSource: YamlSource | undefined
  readonly debate: Located<Debate> | undefined
}

/** A shared list: the file, and the entries that have the right shape. */
export interface WrittenList<Schema extends z.ZodType> {
  readonly source: YamlSource
  readonly entries: readonly Located<z.output<Schema>>[]
}

/** An anti-pattern; its id is the name of its file. */
export interface WrittenAntiPattern {
  readonly id: string
  readonly file: string
  readonly written: Located<AuthoredAntiPattern> | undefined
}

/** Everything the authors wrote, read and of the right shape, but not yet checked for sense. */
export interface WrittenCourse {
  readonly files: ContentFiles
  readonly outline: WrittenOutline
  readonly terms: WrittenList<typeof termSchema>
  readonly sources: WrittenList<typeof sourceSchema>
  readonly misconceptions: WrittenList<typeof misconceptionSchema>
  readonly antiPatterns: readonly WrittenAntiPattern[]
  readonly claims: WrittenList<typeof claimSchema>
  readonly lessons: readonly WrittenLesson[]
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
    if (typeof type === 'string' && Object.hasOwn(questionSchemas, type)) {
      const schema: z.ZodType<AuthoredQuestion> = questionSchemas[type as QuestionType]
      return validate(schema, bank, [index], report) ?? []
    }
    const near = typeof type === 'string' ? didYouMean(type, types) : ''
    if (type === undefined) report(bank.place([index]), 'missing-field', `“type” is missing: it is one of ${types.join(', ')}.`)
    else report(bank.place([index, 'type']), 'wrong-field', `“${String(type)}” is not a type of question; there are ${types.join(', ')}.${near}`)
    return []
  })
}

/** Every drawing by the folder it is in, gathered once for all lessons. */
const drawingsByFolder = (files: ContentFiles): ReadonlyMap<string, readonly WrittenDrawing[]> => {
  const folders = new Map<string, WrittenDrawing[]>()
  for (const [file, text] of files) {
    const [, folder, id, narrow] = /^(.*\/)([^/]+?)(\.narrow)?\.svg$/.exec(file) ?? []
    if (folder === undefined || id === undefined) continue
    const list = folders.get(folder) ?? []
    list.push({ file, id, narrow: narrow !== undefined, text })
    folders.set(folder, list)
  }
  return folders
}

const readLesson = (listed: ListedLesson, files: ContentFiles, drawings: ReturnType<typeof drawingsByFolder>, report: Report): WrittenLesson => {
  const file = lessonFile(listed.module, listed.id)
  const text = readLessonText(file, files.get(file) ?? '', report)
  const questions = bankFile(listed.module, listed.id)
  if (!files.has(questions)) report(startOf(file), 'missing-file', `The question bank ${questions} is missing.`)
  const bank = readYaml(questions, files.get(questions) ?? '', report)
  const argued = files.get(debateFile(listed.module, listed.id))
  const debateSource = argued === undefined ? undefined : readYaml(debateFile(listed.module, listed.id), argued, report)
  const front = text.frontMatter.data === undefined ? undefined : validate(lessonSchema, text.frontMatter, [], report)
  return {
    listed, file, text, front, bank, questions: readQuestions(bank, report), debateSource,
    debate: debateSource && (debateSource.data === undefined ? undefined : validate(debateSchema, debateSource, [], report)),
    drawings: drawings.get(drawingFolder(listed.module, listed.id)) ?? [],
  }
}

/** Reads all of `files`, reporting what has the wrong shape. */
export const readCourse = (files: ContentFiles, report: Report): WrittenCourse => {
  const list = <Schema extends z.ZodType>(file: string, schema: Schema): WrittenList<Schema> => {
    const source = readYaml(file, files.get(file) ?? '', report)
    return { source, entries: validateList(schema, source, report) }
  }
  const outline = readOutline(files, report)
  const drawings = drawingsByFolder(files)
  return {
    files,
    outline,
    terms: list('glossary.yaml', termSchema),
    sources: list('sources.yaml', sourceSchema),
    misconceptions: list('misconceptions.yaml', misconceptionSchema),
    antiPatterns: [...files.keys()].flatMap((file) => {
      const id = /^anti-patterns\/([^/]+)\.yaml$/.exec(file)?.[1]
      return id === undefined ? [] : [{ id, file, written: validate(antiPatternSchema, readYaml(file, files.get(file) ?? '', report), [], report) }]
    }),
    claims: list('claims.yaml', claimSchema),
    // A lesson that is listed twice is read once; that it is listed twice is reported with the ids.
    lessons: outline.modules.flatMap((module) => [...new Map(module.lessons.map((lesson) => [lesson.id, lesson])).values()])
      .filter((lesson) => lesson.written).map((lesson) => readLesson(lesson, files, drawings, report)),
  }
}
