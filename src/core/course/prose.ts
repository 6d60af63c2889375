/** A component in a lesson's text, with what it holds. `a` stands for a link, whose address the page completes. */
export interface Insert {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | true>>
  readonly children: Prose
}

/**
 * A lesson's text, compiled: stretches of finished markup, and the components between them. A stretch may open an element that a later
 * one closes. The markup is written by `authoring/prose.ts` from parsed Markdown only, with all text escaped.
 */
export type Prose = readonly (string | Insert)[]
