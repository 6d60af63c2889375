import type { Asked } from './asked.ts'
import type { Confidence, Response } from './response.ts'

/** Work on a question, kept on the device at every change. */
export interface Draft {
  /** Id of the question it answers: the one on the page, or one that stands in for it. */
  readonly question: string
  /** Number of the attempt: seed of the order and the numbers shown; starts at 0. */
  readonly number: number
  readonly response: Response
  /** How many hints have been opened. */
  readonly hints: number
  readonly confidence?: Confidence
}

/** The ids of `lines`, in their order. */
export const idsOf = (lines: readonly { readonly id: string }[] = []): readonly string[] => lines.map(({ id }) => id)

/** What an attempt starts with: nothing chosen, or the items in the order shown. */
export const emptyResponse = ({ type, lines }: Asked): Response => {
  switch (type) {
    case 'single':
      return { type, option: '' }
    case 'multiple':
      return { type, options: [] }
    case 'order':
      return { type, items: idsOf(lines) }
    case 'match':
      return { type, groups: {} }
    case 'number':
    case 'text':
      return { type, text: '' }
  }
}

/** The start of attempt `number` at `asked`. */
export const freshDraft = (asked: Asked, number: number): Draft => ({ question: asked.id, number, response: emptyResponse(asked), hints: 0 })
