import fc from 'fast-check'
import type { Discipline } from '../../../../src/core/course/course.ts'
import type { Answered } from '../../../../src/core/record/event.ts'
import type { IndexedQuestion, QuestionIndex } from '../../../../src/core/review/question-index.ts'
import { DAY_MS } from '../../../../src/core/time.ts'

/** Nine in the morning of a day in UTC. */
export const START = Date.UTC(2026, 0, 5, 9)

/** The same hour, `days` later. */
export const day = (days: number): number => START + Math.round(days * DAY_MS)

/** An indexed question without siblings. */
export const indexed = (id: string, discipline: Discipline = 'sre', fields: Partial<IndexedQuestion> = {}): IndexedQuestion =>
  ({ id, lesson: `${discipline}-lesson`, module: `${discipline}-module`, discipline, objective: `${id}-objective`, revision: 1, type: 'single', siblings: [], ...fields })

/** An answer to `question` at `at`; its id follows from both. */
export const answerAt = (question: string, at: number, fields: Partial<Answered> = {}): Answered => ({
  id: `laptop:${question}-${at}`, v: 1, at, type: 'answered', question, lesson: 'sre-lesson', revision: 1, context: 'lesson', attempt: 0,
  response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [], ...fields,
})

/** Twelve questions of three disciplines, the first of each with a sibling, two to an objective. */
export const index: QuestionIndex = (['sre', 'devops', 'platform'] as const).flatMap((discipline) =>
  [1, 2, 3, 4].map((n) => indexed(`${discipline}-${n}`, discipline, {
    objective: `${discipline}-${n <= 2 ? 'compute' : 'choose'}`,
    siblings: n === 1 ? [{ id: `${discipline}-1b`, revision: 1 }] : [],
  })))

const ids = [...index.flatMap(({ id, siblings }) => [id, ...siblings.map((sibling) => sibling.id)]), 'retired']

/** Any answer of the first hundred days, now and then to a question that the index does not know. */
export const anyAnswer: fc.Arbitrary<Answered> = fc.record({
  question: fc.constantFrom(...ids),
  minute: fc.integer({ min: 0, max: 100 * 24 * 60 }),
  score: fc.constantFrom(0, 0.25, 0.5, 0.75, 1, 1, 1),
  hints: fc.constantFrom(0, 0, 0, 1, 2),
  confidence: fc.constantFrom(undefined, undefined, 'guess' as const, 'fairly' as const, 'certain' as const),
  context: fc.constantFrom('lesson' as const, 'again' as const, 'review' as const, 'pretest' as const, 'placement' as const),
}).map(({ minute, question, ...rest }) => answerAt(question, START + minute * 60_000, rest))

/** Answers in any order, some of them close together; no two share an id, since an id stands for one answer. */
export const anyAnswers: fc.Arbitrary<Answered[]> = fc.uniqueArray(anyAnswer, { selector: ({ id }) => id, maxLength: 60 })
