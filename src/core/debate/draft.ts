import type { Position } from '../record/event.ts'
import type { Debate } from './debate.ts'
import type { Round } from './rounds.ts'

/** Where the learner is: their position before the cards, the cards, their position after, and what the assessment says. */
export const STEPS = ['before', 'cards', 'after', 'result'] as const
export type Step = (typeof STEPS)[number]

export type Stance = Position['stance']
export const STANCES: readonly Stance[] = ['for', 'against', 'depends']

/** What is filled in for one clause so far. */
export interface Entry {
  readonly stance?: Stance
  readonly conditions?: string
}

/** What is filled in for each clause, by its id. */
export type Entries = Readonly<Record<string, Entry>>

/** Work on a debate, kept on the device at every change. */
export interface DebateDraft {
  readonly step: Step
  readonly before: Entries
  readonly after: Entries
  /** Ids of the cards picked, in the order of picking. */
  readonly picked: readonly string[]
}

/** The start of a round. */
export const FRESH: DebateDraft = { step: 'before', before: {}, after: {}, picked: [] }

/** The words of `id` after the cards; those of before until they are changed, so that nobody types them twice. */
export const wordsAfter = ({ before, after }: DebateDraft, id: string): string => after[id]?.conditions ?? before[id]?.conditions ?? ''

/** The clauses of `debate` that have no stance in `entries` yet. */
export const withoutStance = (debate: Debate, entries: Entries): readonly string[] =>
  debate.clauses.map(({ id }) => id).filter((id) => entries[id]?.stance === undefined)

/** What `draft` states before the cards, or after them with the cards picked; clauses without a stance are left out. */
export const positionsOf = (debate: Debate, draft: DebateDraft, stage: 'before' | 'after'): readonly Position[] =>
  debate.clauses.flatMap(({ id }): Position[] => {
    const stance = draft[stage][id]?.stance
    if (!stance) return []
    if (stage === 'before') return [{ clause: id, stance, conditions: (draft.before[id]?.conditions ?? '').trim(), evidence: [] }]
    const evidence = draft.picked.filter((card) => debate.cards.some((one) => one.id === card && one.clause === id))
    return [{ clause: id, stance, conditions: wordsAfter(draft, id).trim(), evidence }]
  })

/** What `positions` filled in. */
export const entriesOf = (positions: readonly Position[] = []): Entries =>
  Object.fromEntries(positions.map(({ clause, stance, conditions }) => [clause, { stance, conditions }]))

/** A finished round as a draft, so that it can be changed; an unfinished one goes on with the cards. */
export const draftOf = ({ before, after }: Round): DebateDraft => ({
  step: after ? 'result' : 'cards',
  before: entriesOf(before?.positions),
  after: entriesOf(after?.positions),
  picked: after?.positions.flatMap(({ evidence }) => evidence) ?? [],
})

/**
 * Whether the `latest` round states already what `draft` would: going back and on again without a change states nothing new. A new round
 * does, even in the same words.
 */
export const isStated = (debate: Debate, draft: DebateDraft, stage: 'before' | 'after', latest: Round | undefined): boolean => {
  const goesOn = !latest?.after || Object.keys(draft.after).length > 0
  return goesOn && JSON.stringify(latest?.[stage]?.positions) === JSON.stringify(positionsOf(debate, draft, stage))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const readEntries = (debate: Debate, value: unknown): Entries =>
  Object.fromEntries(debate.clauses.flatMap(({ id }) => {
    const entry = isObject(value) && Object.hasOwn(value, id) ? value[id] : undefined
    if (!isObject(entry)) return []
    const stance = STANCES.find((one) => one === entry['stance'])
    const { conditions } = entry
    return [[id, { ...(stance && { stance }), ...(typeof conditions === 'string' && { conditions }) }] as const]
  }))

/** The draft in a kept value as far as `debate` still knows it, or undefined when it is none. */
export const readDebateDraft = (debate: Debate, value: unknown): DebateDraft | undefined => {
  if (!isObject(value)) return undefined
  const step = STEPS.find((one) => one === value['step'])
  if (!step) return undefined
  const known = new Set(debate.cards.map(({ id }) => id))
  const picked: readonly unknown[] = Array.isArray(value['picked']) ? value['picked'] : []
  return {
    step,
    before: readEntries(debate, value['before']),
    after: readEntries(debate, value['after']),
    picked: [...new Set(picked)].filter((id): id is string => typeof id === 'string' && known.has(id)),
  }
}
