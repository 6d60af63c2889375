import type { CourseOutline, OutlineLesson } from '../course/outline.ts'
import type { Answered } from './event.ts'
import type { LearnerRecord, LearningEvent } from './record.ts'
import { effective } from './record.ts'

/** How far a lesson is: untouched, begun, or marked as read by the learner. */
export type LessonState = 'new' | 'begun' | 'read'

/** How many questions there are, how many have been answered, and how many of these were right the last time. */
export interface QuestionCount {
  readonly questions: number
  readonly answered: number
  readonly right: number
}

/** Progress in one lesson. */
export interface LessonProgress extends QuestionCount {
  readonly id: string
  readonly state: LessonState
  /** When it was last touched, milliseconds since 1970; 0 when never. */
  readonly lastAt: number
}

/** Progress in a part of the course: a module, or all of it. */
export interface PartProgress extends QuestionCount {
  readonly lessons: number
  readonly read: number
  readonly begun: number
  /** Reading time of the lessons that are not read, minutes. */
  readonly minutesToGo: number
}

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
  /** The lesson to open; absent when every lesson is read. */
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

/** What the folds below read: the last answer of each question, and what happened in each lesson. */
interface Facts {
  readonly answers: ReadonlyMap<string, Answered>
  readonly lessons: ReadonlyMap<string, { readonly read: boolean; readonly lastAt: number }>
}

/** The question that an answer counts for: a stand-in puts right the one it stood in for. */
const countsFor = ({ question, inPlaceOf }: Answered): string => inPlaceOf ?? question

/** Questions belong to the lesson that has them now, wherever they were answered. */
const facts = (owners: ReadonlyMap<string, string>, events: readonly LearningEvent[]): Facts => {
  const answers = new Map<string, Answered>()
  const lessons = new Map<string, { read: boolean; lastAt: number }>()
  for (const event of events) {
    if (event.type === 'answered') answers.set(countsFor(event), event)
    const id = ('question' in event && owners.get(event.type === 'answered' ? countsFor(event) : event.question)) || event.lesson
    const read = event.type === 'lesson-completed' || (event.type !== 'lesson-reopened' && lessons.get(id)?.read === true)
    lessons.set(id, { read, lastAt: event.at })
  }
  return { answers, lessons }
}

const ownersIn = (lessons: readonly CountedLesson[]): ReadonlyMap<string, string> =>
  new Map(lessons.flatMap((lesson) => lesson.questions.map((question) => [question, lesson.id] as const)))

const lessonFrom = (lesson: CountedLesson, { answers, lessons }: Facts): LessonProgress => {
  const given = lesson.questions.flatMap((id) => answers.get(id) ?? [])
  const touched = lessons.get(lesson.id)
  return {
    id: lesson.id,
    state: touched?.read ? 'read' : touched ? 'begun' : 'new',
    lastAt: touched?.lastAt ?? 0,
    questions: lesson.questions.length,
    answered: given.length,
    right: given.filter((answer) => answer.score === 1).length,
  }
}

const total = (parts: readonly PartProgress[]): PartProgress => {
  const sum = (of: (part: PartProgress) => number) => parts.reduce((all, part) => all + of(part), 0)
  return {
    lessons: sum((part) => part.lessons),
    read: sum((part) => part.read),
    begun: sum((part) => part.begun),
    minutesToGo: sum((part) => part.minutesToGo),
    questions: sum((part) => part.questions),
    answered: sum((part) => part.answered),
    right: sum((part) => part.right),
  }
}

const moduleFrom = (module: CountedModule, from: Facts): ModuleProgress => {
  const lessons = module.lessons.map((lesson) => ({ minutes: lesson.minutes, own: lessonFrom(lesson, from) }))
  const parts = lessons.map(({ minutes, own: { state, questions, answered, right } }) => ({
    lessons: 1,
    read: Number(state === 'read'),
    begun: Number(state === 'begun'),
    minutesToGo: state === 'read' ? 0 : minutes,
    questions,
    answered,
    right,
  }))
  return { id: module.id, lessonProgress: lessons.map(({ own }) => own), ...total(parts) }
}

/** How far the learner is in everything that `outline` lists. A question counts as right by its last answer. */
export const progress = (outline: { readonly modules: readonly CountedModule[] }, record: LearnerRecord): CourseProgress => {
  const owners = ownersIn(outline.modules.flatMap((module) => module.lessons))
  const from = facts(owners, effective(record))
  const modules = outline.modules.map((module) => moduleFrom(module, from))
  return { modules, ...total(modules) }
}

/** How far the learner is in one module; lessons of which the questions are not at hand may come with none. */
export const moduleProgress = (module: CountedModule, record: LearnerRecord): ModuleProgress =>
  moduleFrom(module, facts(ownersIn(module.lessons), effective(record)))

/** How far the learner is in one lesson with these questions. */
export const lessonProgress = (id: string, questions: readonly string[], record: LearnerRecord): LessonProgress => {
  const lesson = { id, questions, minutes: 0 }
  return lessonFrom(lesson, facts(ownersIn([lesson]), effective(record)))
}

/** Where to go on: the unfinished lesson touched last, else the first unread one after the last read, else the first unread. */
export const continueAt = (outline: CourseOutline, record: LearnerRecord): Continuation => {
  const lessons = outline.modules.flatMap((module) => module.lessons)
  const states = progress(outline, record).modules.flatMap((module) => module.lessonProgress)
  const isNew = effective(record).length === 0
  const unread = (from: number) => states.findIndex(({ state }, index) => index >= from && state !== 'read')
  const begun = states.filter(({ state }) => state === 'begun').toSorted((a, b) => b.lastAt - a.lastAt)[0]
  const lastRead = states.filter(({ state }) => state === 'read').toSorted((a, b) => b.lastAt - a.lastAt)[0]
  const after = lastRead ? unread(states.indexOf(lastRead)) : -1
  const index = begun ? states.indexOf(begun) : after >= 0 ? after : unread(0)
  return { isNew, lesson: lessons[index] }
}

/** A question whose last answer was not right. */
export interface Missed {
  readonly question: string
  /** The lesson that owned it when it was answered. */
  readonly lesson: string
  /** When, milliseconds since 1970. */
  readonly at: number
  readonly score: number
  /** How often it has been answered less than right. */
  readonly times: number
}

/** The questions whose last answer was not right, the latest first. */
export const missed = (record: LearnerRecord): Missed[] => {
  const last = new Map<string, Missed>()
  for (const event of effective(record)) {
    if (event.type !== 'answered') continue
    const { lesson, at, score } = event
    const question = countsFor(event)
    const times = (last.get(question)?.times ?? 0) + Number(score < 1)
    last.set(question, { question, lesson, at, score, times })
  }
  return [...last.values()].filter(({ score }) => score < 1).reverse().sort((a, b) => b.at - a.at)
}
