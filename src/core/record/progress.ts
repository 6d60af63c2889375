import type { CourseOutline, OutlineLesson } from '../course/outline.ts'
import type { Answered } from './event.ts'
import type { LessonStanding, Reading } from './lesson-states.ts'
import type { LearnerRecord } from './record.ts'
import { learningAnswers } from './answers.ts'
import { goOnAt } from './go-on.ts'
import { lessonStates, readingOf, UNTOUCHED } from './lesson-states.ts'
import { countsFor, effective } from './record.ts'

/** How many questions there are, how many have been answered, and how many of these were right the last time. */
export interface QuestionCount {
  readonly questions: number
  readonly answered: number
  readonly right: number
}

/** Progress in one lesson. */
export interface LessonProgress extends QuestionCount, LessonStanding {
  readonly id: string
}

/** Progress in a part of the course: a module, or all of it. */
export interface PartProgress extends QuestionCount, Reading {}

/** Progress in a module, lesson by lesson. */
export interface ModuleProgress extends PartProgress {
  readonly id: string
  readonly lessonProgress: readonly LessonProgress[]
}

/** Progress in the course, module by module. */
export interface CourseProgress extends PartProgress {
  readonly modules: readonly ModuleProgress[]
}

/** Where a learner goes on. */
export interface Continuation {
  /** Nothing in the record counts yet. */
  readonly isNew: boolean
  /** The lesson to open; absent when every lesson is read, or for review only. */
  readonly lesson?: OutlineLesson
}

/** What progress in a lesson is computed from; `OutlineLesson` has it. */
export interface CountedLesson {
  readonly id: string
  /** Reading time, minutes. */
  readonly minutes: number
  /** Ids of its questions. */
  readonly questions: readonly string[]
}

/** What progress in a module is computed from; `OutlineModule` has it. */
export interface CountedModule {
  readonly id: string
  readonly lessons: readonly CountedLesson[]
}

/** What the folds below read: the last answer of each question, and where each lesson stands. */
interface Facts {
  readonly answers: ReadonlyMap<string, Answered>
  readonly lessons: ReadonlyMap<string, LessonStanding>
}

/** Questions belong to the lesson that has them now, wherever they were answered. */
const facts = (owners: ReadonlyMap<string, string>, record: LearnerRecord): Facts => ({
  answers: new Map(learningAnswers(record).map((answer) => [countsFor(answer), answer])),
  lessons: lessonStates(record, owners),
})

const ownersIn = (lessons: readonly CountedLesson[]): ReadonlyMap<string, string> =>
  new Map(lessons.flatMap((lesson) => lesson.questions.map((question) => [question, lesson.id] as const)))

const lessonFrom = (lesson: CountedLesson, { answers, lessons }: Facts): LessonProgress => {
  const given = lesson.questions.flatMap((id) => answers.get(id) ?? [])
  return {
    id: lesson.id,
    ...lessons.get(lesson.id) ?? UNTOUCHED,
    questions: lesson.questions.length,
    answered: given.length,
    right: given.filter((answer) => answer.score === 1).length,
  }
}

/** What counts add up to over `lessons` that have been counted one by one. */
const total = (lessons: readonly { readonly minutes: number; readonly own: LessonProgress }[]): PartProgress => {
  const sum = (of: (count: QuestionCount) => number) => lessons.reduce((all, { own }) => all + of(own), 0)
  return {
    ...readingOf(lessons.map(({ minutes, own }) => ({ minutes, state: own.state }))),
    questions: sum(({ questions }) => questions),
    answered: sum(({ answered }) => answered),
    right: sum(({ right }) => right),
  }
}

const countedIn = ({ lessons }: CountedModule, from: Facts) =>
  lessons.map((lesson) => ({ minutes: lesson.minutes, own: lessonFrom(lesson, from) }))

const moduleFrom = (module: CountedModule, from: Facts): ModuleProgress => {
  const counted = countedIn(module, from)
  return { id: module.id, lessonProgress: counted.map(({ own }) => own), ...total(counted) }
}

/** How far the learner is in everything that `outline` lists. A question counts as right by its last answer. */
export const progress = (outline: { readonly modules: readonly CountedModule[] }, record: LearnerRecord): CourseProgress => {
  const owners = ownersIn(outline.modules.flatMap((module) => module.lessons))
  const from = facts(owners, record)
  const all = outline.modules.flatMap((module) => countedIn(module, from))
  return { modules: outline.modules.map((module) => moduleFrom(module, from)), ...total(all) }
}

/** How far the learner is in one module; lessons of which the questions are not at hand may come with none. */
export const moduleProgress = (module: CountedModule, record: LearnerRecord): ModuleProgress =>
  moduleFrom(module, facts(ownersIn(module.lessons), record))

/** How far the learner is in one lesson with these questions. */
export const lessonProgress = (id: string, questions: readonly string[], record: LearnerRecord): LessonProgress => {
  const lesson = { id, questions, minutes: 0 }
  return lessonFrom(lesson, facts(ownersIn([lesson]), record))
}

/** Where to go on in the course; see `goOnAt`. */
export const continueAt = (outline: CourseOutline, record: LearnerRecord): Continuation => {
  const lessons = outline.modules.flatMap((module) => module.lessons)
  const at = goOnAt(progress(outline, record).modules.flatMap((module) => module.lessonProgress))
  return { isNew: effective(record).length === 0, lesson: at === undefined ? undefined : lessons[at] }
}

/** The questions whose last answer was not right. */
export const missed = (record: LearnerRecord): ReadonlySet<string> => {
  const questions = new Set<string>()
  for (const answer of learningAnswers(record)) {
    if (answer.score < 1) questions.add(countsFor(answer))
    else questions.delete(countsFor(answer))
  }
  return questions
}
