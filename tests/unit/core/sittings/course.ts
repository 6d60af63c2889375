import fc from 'fast-check'
import type { Answered, NewEvent, RecordEvent } from '../../../../src/core/record/event.ts'
import type { IndexedQuestion, QuestionIndex } from '../../../../src/core/review/question-index.ts'
import type { CourseOutline } from '../../../../src/core/course/outline.ts'

/** An index of modules with so many lessons each, of objectives with so many questions each; a lesson has at least one. */
export const indexWith = (modules: readonly (readonly (readonly number[])[])[]): QuestionIndex =>
  modules.flatMap((lessons, m) => lessons.flatMap((objectives, l) => objectives.flatMap((questions, o) =>
    Array.from({ length: questions }, (_, q): IndexedQuestion => ({
      id: `m${m}l${l}o${o}q${q}`, lesson: `m${m}l${l}`, module: `m${m}`, discipline: 'sre', objective: `m${m}l${l}o${o}`, revision: 1, type: 'single',
      siblings: q === 0 ? [{ id: `m${m}l${l}o${o}q${q}-b`, revision: 1 }] : [],
    })))))

const lesson = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })

/** Any index of a small course. */
export const anyIndex: fc.Arbitrary<QuestionIndex> =
  fc.array(fc.array(lesson, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 5 }).map(indexWith)

/** Six modules of 1, 9, 11, 8, 5 and 7 lessons, as the course has them, with three objectives of three questions each. */
export const course: QuestionIndex = indexWith([1, 9, 11, 8, 5, 7].map((lessons) => Array.from({ length: lessons }, () => [3, 3, 3])))

/** The outline that goes with `index`: every question is shown, every lesson takes ten minutes. */
export const outlineFor = (index: QuestionIndex): CourseOutline => ({
  id: 'course', title: 'Course',
  modules: [...new Set(index.map(({ module }) => module))].map((module) => ({
    id: module, title: module, discipline: 'sre' as const,
    lessons: [...new Set(index.filter((one) => one.module === module).map((one) => one.lesson))].map((id) => ({
      id, number: id, title: id, minutes: 10, objectives: [], questions: index.filter((one) => one.lesson === id).map((one) => one.id),
    })),
  })),
})

/** A day at nine in the morning, milliseconds since 1970. */
export const day = (n: number): number => Date.UTC(2026, 0, 5 + n, 9)

/** `event` with a stamp; its id follows from `id`. */
export const stamped = (id: string, at: number, event: NewEvent): RecordEvent => ({ id: `laptop:${id}`, v: 1, at, ...event })

/** An answer in the sitting `sitting`. */
export const answerIn = (sitting: string, question: string, at: number, fields: Partial<Answered> = {}): Answered => ({
  id: `laptop:${sitting.replace(':', '-')}-${question}-${at}`, v: 1, at, type: 'answered', question, lesson: question.slice(0, 4), revision: 1, context: 'check',
  attempt: 0, response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [], sitting, ...fields,
})
