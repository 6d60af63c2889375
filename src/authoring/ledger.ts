import { z } from 'astro/zod'
import { parse } from 'yaml'
import type { Course } from '../core/course/course.ts'
import type { Question } from '../core/quiz/question.ts'

const partsOf = (question: Question): string[] => {
  const named = (kind: string, parts: readonly { readonly id: string }[]): string[] => parts.map(({ id }) => `${kind} ${question.id}/${id}`)
  switch (question.type) {
    case 'single':
    case 'multiple':
      return named('option', question.options)
    case 'order':
      return named('item', question.items)
    case 'match':
      return [...named('group', question.groups), ...named('item', question.items)]
    case 'number':
      return named('mistake', question.mistakes)
    case 'text':
      return named('near', question.near)
  }
}

/** Every id of `course` under which something may be stored or linked, as “kind id”, sorted. Planned lessons have no page yet and are left out. */
export const idsOf = (course: Course): readonly string[] => {
  const lessons = course.modules.flatMap((module) => module.lessons)
  const debates = lessons.flatMap((lesson) => lesson.debate ?? [])
  const questions = lessons.flatMap((lesson) => lesson.questions)
  const named = (kind: string, list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => `${kind} ${id}`)
  return [
    `course ${course.id}`,
    ...named('module', course.modules),
    ...named('lesson', lessons),
    ...named('objective', lessons.flatMap((lesson) => lesson.objectives)),
    ...named('question', questions),
    ...questions.flatMap(partsOf),
    ...named('debate', debates),
    ...debates.flatMap(({ id, clauses, cards }) => [...clauses.map((clause) => `clause ${id}/${clause.id}`), ...cards.map((card) => `card ${id}/${card.id}`)]),
    ...named('term', course.terms),
    ...named('source', course.sources),
    ...named('misconception', course.misconceptions),
    ...named('anti-pattern', course.antiPatterns),
  ].sort()
}

/** An id that was taken out on purpose. */
export interface Retired {
  /** The line as it stands in the ledger. */
  readonly id: string
  /** The day it went, as 2027-01-31. */
  readonly since: string
  readonly because: string
}

const retiredSchema = z.array(z.strictObject({
  id: z.string(), since: z.iso.date(), because: z.string().min(10),
})) satisfies z.ZodType<Retired[]>

/** The list of retired ids in `text`; throws a sentence when an entry lacks its day or its reason. */
export const readRetired = (text: string): readonly Retired[] => {
  const result = retiredSchema.safeParse(parse(text))
  if (result.success) return result.data
  throw new Error('Every entry of retired.yaml has an id, since (a day such as 2027-01-31) and because (a reason).')
}

/** How the ids of a course stand to the ledger of all ids it ever had. */
export interface LedgerState {
  /** In the course, not yet in the ledger. */
  readonly added: readonly string[]
  /** In the ledger, neither in the course nor retired: a learner's answers would be lost. */
  readonly vanished: readonly string[]
  /** Retired and yet in the course: an id never comes back with another meaning. */
  readonly revived: readonly string[]
}

/** Compares the ids of a course with its ledger and the ids that were retired on purpose. */
export const compareLedger = (ids: readonly string[], ledger: readonly string[], retired: readonly string[]): LedgerState => {
  const [present, known, gone] = [new Set(ids), new Set(ledger), new Set(retired)]
  return {
    added: ids.filter((id) => !known.has(id)),
    vanished: ledger.filter((id) => !present.has(id) && !gone.has(id)),
    revived: ids.filter((id) => gone.has(id)),
  }
}
