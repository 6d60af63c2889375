/** What a card does for a clause: it speaks for it, against it, or says what the evidence leaves open. */
export type Side = 'for' | 'against' | 'limits'

/** The kind of support that a card gives: a comparison over time or by lot, a survey, one firm's account, a catalogue of forms, a reason. */
export type Strength = 'study' | 'survey' | 'case' | 'catalogue' | 'argument'

/** The kinds from what can carry most to what can carry least. */
export const STRENGTHS: readonly Strength[] = ['study', 'survey', 'case', 'catalogue', 'argument']

/** One of the sentences that are debated; each gets a position of its own. */
export interface Clause {
  readonly id: string
  readonly text: string
}

/** A piece of evidence on one clause. Its id is unique in its debate and for ever: positions name it. */
export interface Card {
  readonly id: string
  /** Id of the clause. */
  readonly clause: string
  readonly side: Side
  readonly text: string
  /** Id of the source. */
  readonly source: string
  readonly strength: Strength
  /** What it cannot show. */
  readonly limits: string
}

/** A debate of contested clauses, with cards on both sides of each. Its texts are plain. Beside its lesson; `id` is unique in the course and for ever. */
export interface Debate {
  readonly id: string
  readonly title: string
  /** What the clauses come to when somebody makes them a rule. */
  readonly resolution: string
  /** What no evidence exists for. */
  readonly missing: readonly string[]
  readonly clauses: readonly Clause[]
  readonly cards: readonly Card[]
}
