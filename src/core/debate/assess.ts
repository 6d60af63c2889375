import type { Position } from '../record/event.ts'
import { STRENGTHS, type Card, type Strength } from './debate.ts'

/**
 * What the use of evidence is judged by, in the order in which it is said. The side is none of it: exchanging for and against, in
 * the stance and on the cards, changes nothing.
 */
export const POINTS = ['evidence', 'opposing', 'kinds', 'condition', 'limits', 'certainty'] as const
export type Point = (typeof POINTS)[number]

/** How a point stands: `met`, or what is missing. */
export type Finding =
  | { readonly point: Point; readonly state: 'met' }
  | { readonly point: 'evidence' | 'condition' | 'limits'; readonly state: 'missing' }
  /** Nothing that cuts against the stance is cited; or it is, and no condition answers it. */
  | { readonly point: 'opposing'; readonly state: 'missing' | 'unanswered' }
  /** Nothing is cited; or cards of one kind only. */
  | { readonly point: 'kinds'; readonly state: 'missing' }
  | { readonly point: 'kinds'; readonly state: 'one-kind'; readonly kind: Strength }
  /** A side is taken, and nothing stronger than argument supports it. */
  | { readonly point: 'certainty'; readonly state: 'too-sure' }

/** What is said about the position on one clause. */
export interface ClauseAssessment {
  readonly clause: string
  /** One for each point, in their order. */
  readonly findings: readonly Finding[]
  /** Whether cards of both sides are asked for, since neither side is taken. */
  readonly undecided: boolean
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** The strongest kind among `cards`; undefined without cards. */
const strongest = (cards: readonly Card[]): Strength | undefined => STRENGTHS.find((kind) => cards.some(({ strength }) => strength === kind))

/**
 * Judges the use of evidence in `position`, by the cards of its clause. Of a condition it sees that there is one, not whether it is
 * good. Cards that are unknown or of another clause count for nothing, and citing one card more never takes a point away.
 */
export const assess = ({ clause, stance, conditions, evidence }: Position, cards: readonly Card[]): ClauseAssessment => {
  const cited = cards.filter((card) => card.clause === clause && evidence.includes(card.id))
  const sides = { for: cited.filter(({ side }) => side === 'for'), against: cited.filter(({ side }) => side === 'against') }
  const undecided = stance === 'depends'
  const supporting = undecided ? [...sides.for, ...sides.against] : sides[stance]
  const opposed = undecided ? sides.for.length > 0 && sides.against.length > 0 : sides[stance === 'for' ? 'against' : 'for'].length > 0
  const condition = hasWords(conditions)
  const opposing = (): Finding => {
    if (!opposed) return { point: 'opposing', state: 'missing' }
    return { point: 'opposing', state: condition ? 'met' : 'unanswered' }
  }
  const support = strongest(supporting)
  const kinds = (): Finding => {
    if (!support) return { point: 'kinds', state: 'missing' }
    return supporting.every(({ strength }) => strength === support) ? { point: 'kinds', state: 'one-kind', kind: support } : { point: 'kinds', state: 'met' }
  }
  const founded = undecided || (support !== undefined && support !== 'argument')
  return {
    clause,
    undecided,
    findings: [
      { point: 'evidence', state: supporting.length > 0 ? 'met' : 'missing' },
      opposing(),
      kinds(),
      { point: 'condition', state: condition ? 'met' : 'missing' },
      { point: 'limits', state: cited.some(({ side }) => side === 'limits') ? 'met' : 'missing' },
      { point: 'certainty', state: founded ? 'met' : 'too-sure' },
    ],
  }
}

/** How many points of `assessments` are met, and of how many. */
export const tally = (assessments: readonly ClauseAssessment[]): { readonly met: number; readonly all: number } => {
  const findings = assessments.flatMap((one) => one.findings)
  return { met: findings.filter(({ state }) => state === 'met').length, all: findings.length }
}
