import { z } from 'astro/zod'
import type { Discipline, Misconception, Objective, PlannedLesson, Source, SourceKind, Verdict } from '../core/course/course.ts'
import type { Card, Clause, Debate, Side, Strength } from '../core/debate/debate.ts'
import type { QuestionType } from '../core/quiz/question.ts'

/** Lower-case words and digits joined by single hyphens. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const id = z.string().regex(ID)
/** A name of something declared elsewhere; whether it exists is checked later, with a suggestion. */
const reference = z.string().min(1)
const text = z.string().trim().min(1)
const minutes = z.int().min(1).max(120)

const disciplines = ['devops', 'sre', 'platform', 'commentary', 'all'] as const satisfies readonly Discipline[]
const discipline = z.enum(disciplines)
const kinds = ['study', 'survey', 'incident', 'standard', 'documentation', 'practice', 'opinion'] as const satisfies readonly SourceKind[]

/** course.yaml */
export const courseSchema = z.strictObject({ id, title: text, summary: text, modules: z.array(reference).min(1) })

/** A lesson that module.yaml promises; a written one is listed by its id alone. */
export const plannedSchema = z.strictObject({ id, number: text, title: text, minutes, planned: z.literal(true) }) satisfies z.ZodType<PlannedLesson & { readonly planned: true }>

/** module.yaml, but for the lessons, which are read one by one so that a broken one does not hide the others. */
export const moduleSchema = z.strictObject({
  title: text,
  discipline,
  summary: text,
  outcomes: z.array(text).min(1),
  lessons: z.array(z.unknown()).min(1),
})

export const objectiveSchema = z.strictObject({ id, text }) satisfies z.ZodType<Objective>

/** The front matter of a lesson. */
export const lessonSchema = z.strictObject({
  number: text,
  title: text,
  promise: text,
  minutes,
  objectives: z.array(objectiveSchema),
  next: text,
})

/** glossary.yaml, one entry. */
export const termSchema = z.strictObject({
  id, term: text, abbreviation: text.optional(), discipline, definition: text, taught: reference,
})

/** sources.yaml, one entry. */
export const sourceSchema = z.strictObject({
  id,
  kind: z.enum(kinds),
  authors: text,
  title: text,
  where: text,
  year: z.int().min(1600).max(2100),
  url: z.url({ protocol: /^https?$/ }).optional(),
  supports: text,
  seen: z.enum(['first', 'second', 'recalled']),
}) satisfies z.ZodType<Source>

/** misconceptions.yaml, one entry. */
export const misconceptionSchema = z.strictObject({
  id, discipline, belief: text, view: text, why: text, lesson: reference,
}) satisfies z.ZodType<Misconception>

const argument = z.strictObject({ text, source: reference.optional() })

/** anti-patterns/<id>.yaml */
export const antiPatternSchema = z.strictObject({
  title: text,
  discipline,
  lesson: reference,
  symptom: text,
  mechanism: text,
  'evidence-for': z.array(argument).min(1),
  'evidence-against': z.array(argument).min(1),
  test: text,
  'first-step': text,
})

const verdicts = ['accept', 'qualify', 'dispute'] as const satisfies readonly Verdict[]

/** A claim keeps the number it has in the list of claims, capital letter included. */
const CLAIM_ID = /^(?:[A-Z][0-9]+|[a-z0-9]+(?:-[a-z0-9]+)*)$/

/** claims.yaml, one entry. */
export const claimSchema = z.strictObject({
  id: z.string().regex(CLAIM_ID),
  claim: text,
  verdict: z.enum(verdicts),
  lessons: z.array(reference).min(1),
  questions: z.array(reference).min(2),
  section: reference.optional(),
  'disputed-in': reference.optional(),
})

const sides = ['for', 'against', 'limits'] as const satisfies readonly Side[]
const strengths = ['study', 'survey', 'case', 'catalogue', 'argument'] as const satisfies readonly Strength[]

const clause = z.strictObject({ id, text }) satisfies z.ZodType<Clause>
const card = z.strictObject({
  id, clause: reference, side: z.enum(sides), strength: z.enum(strengths), source: reference, text, limits: text,
}) satisfies z.ZodType<Card>

/** <lesson>.debate.yaml */
export const debateSchema = z.strictObject({
  id, title: text, resolution: text, missing: z.array(text).min(1), clauses: z.array(clause).min(1), cards: z.array(card).min(1),
}) satisfies z.ZodType<Debate>

const option = z.strictObject({
  id, text, correct: z.boolean().default(false), rationale: text, misconception: reference.optional(),
})
const item = z.strictObject({ id, text, rationale: text, misconception: reference.optional() })
const range = z.strictObject({
  from: z.number().optional(), to: z.number().optional(), step: z.number().positive().optional(), 'one-of': z.array(z.number()).min(1).optional(),
})
const expression = z.union([z.string(), z.number()]).transform(String)
const decimals = z.int().min(0).max(6)

const base = {
  id,
  objective: reference,
  prompt: text,
  hints: z.array(text).default([]),
  revision: z.int().min(1).default(1),
  scenario: z.boolean().default(false),
  role: z.enum(['practice', 'prediction']).default('practice'),
  source: reference.optional(),
  'sibling-of': reference.optional(),
  depends: text.optional(),
}

/** A question of each type, as it stands in a bank. */
export const questionSchemas = {
  single: z.strictObject({ ...base, type: z.literal('single'), options: z.array(option) }),
  multiple: z.strictObject({ ...base, type: z.literal('multiple'), options: z.array(option) }),
  order: z.strictObject({ ...base, type: z.literal('order'), items: z.array(item) }),
  match: z.strictObject({
    ...base,
    type: z.literal('match'),
    groups: z.array(z.strictObject({ id, text })),
    items: z.array(item.extend({ group: reference, misconception: z.union([reference, z.record(z.string(), reference)]).optional() })),
  }),
  number: z.strictObject({
    ...base,
    type: z.literal('number'),
    variables: z.record(z.string(), range).default({}),
    key: expression,
    unit: z.string().default(''),
    decimals,
    tolerance: z.strictObject({ absolute: z.number().nonnegative().optional(), relative: z.number().positive().max(0.5).optional() }),
    working: z.array(z.strictObject({ label: text, value: expression, unit: z.string().default(''), decimals })).min(1),
    rationale: text,
    mistakes: z.array(z.strictObject({ id, value: expression, rationale: text, misconception: reference.optional() })).default([]),
  }),
  text: z.strictObject({
    ...base,
    type: z.literal('text'),
    accept: z.array(text).min(1),
    rationale: text,
    near: z.array(z.strictObject({ id, match: z.array(text).min(1), rationale: text, misconception: reference.optional() })).default([]),
  }),
} satisfies { readonly [Type in QuestionType]: z.ZodType<{ type: Type }> }

export type AuthoredCourse = z.output<typeof courseSchema>
export type AuthoredPlanned = z.output<typeof plannedSchema>
export type AuthoredModule = z.output<typeof moduleSchema>
export type AuthoredLesson = z.output<typeof lessonSchema>
export type AuthoredTerm = z.output<typeof termSchema>
export type AuthoredAntiPattern = z.output<typeof antiPatternSchema>
export type AuthoredClaim = z.output<typeof claimSchema>
type QuestionSchemas = typeof questionSchemas
/** A question as the author wrote it, with defaults filled in. */
export type AuthoredQuestion = { [Type in QuestionType]: z.output<QuestionSchemas[Type]> }[QuestionType]
