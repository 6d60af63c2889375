import type { IndexedQuestion, QuestionIndex } from '../review/question-index.ts'
import type { Sitting } from './sitting.ts'
import { ratingOf } from '../review/rating.ts'
import { askable } from './sitting.ts'

/** How many questions were asked, and how many of them were right. One that was left open is not right. */
export interface AskedCount {
  readonly asked: number
  readonly right: number
}

/** How far a sitting has come. */
export interface Standing extends AskedCount {
  readonly answered: number
}

/** How one objective went. */
export interface ObjectiveResult extends AskedCount {
  readonly objective: string
}

/** How one lesson went. */
export interface LessonResult extends AskedCount {
  readonly lesson: string
  readonly module: string
  readonly objectives: readonly ObjectiveResult[]
  /** Whether every question was known: right, without help and not by a guess. */
  readonly known: boolean
}

/** How a sitting went, lesson by lesson in course order. */
export interface SittingResult extends Standing {
  readonly lessons: readonly LessonResult[]
}

const countIn = (answers: Sitting['answers'], questions: readonly IndexedQuestion[]): AskedCount =>
  ({ asked: questions.length, right: questions.filter(({ id }) => answers.get(id)?.score === 1).length })

const standingIn = (answers: Sitting['answers'], asked: readonly IndexedQuestion[]): Standing =>
  ({ ...countIn(answers, asked), answered: asked.filter(({ id }) => answers.has(id)).length })

/** How far `sitting` has come over the questions of it that the course still has: what every page that speaks of it says. */
export const standingOf = (sitting: Pick<Sitting, 'answers' | 'questions'>, index: QuestionIndex): Standing => standingIn(sitting.answers, askable(sitting, index))

/** How `sitting` went, over the questions of it that the course still has; `lessons` are the ids of all lessons in course order. */
export const resultOf = ({ answers }: Pick<Sitting, 'answers'>, asked: readonly IndexedQuestion[], lessons: readonly string[]): SittingResult => {
  const countOf = (questions: readonly IndexedQuestion[]) => countIn(answers, questions)
  const isKnown = ({ id }: IndexedQuestion) => {
    const answer = answers.get(id)
    return answer !== undefined && ratingOf(answer) === 'good'
  }
  const byLesson = [...Map.groupBy(asked, ({ lesson }) => lesson)].map(([lesson, questions]): LessonResult => ({
    lesson,
    module: questions[0]?.module ?? '',
    ...countOf(questions),
    objectives: [...Map.groupBy(questions, ({ objective }) => objective)].map(([objective, own]) => ({ objective, ...countOf(own) })),
    known: questions.every(isKnown),
  }))
  return {
    ...standingIn(answers, asked),
    lessons: byLesson.toSorted((a, b) => lessons.indexOf(a.lesson) - lessons.indexOf(b.lesson)),
  }
}

/** The module's part of `result`, summed over its lessons. */
export const modulePart = ({ lessons }: SittingResult, module: string): AskedCount => {
  const own = lessons.filter((lesson) => lesson.module === module)
  return { asked: own.reduce((sum, { asked }) => sum + asked, 0), right: own.reduce((sum, { right }) => sum + right, 0) }
}
