import fc from 'fast-check'
import type { Card, Debate, Side } from '../../../../src/core/debate/debate.ts'
import type { Position } from '../../../../src/core/record/event.ts'
import { STRENGTHS } from '../../../../src/core/debate/debate.ts'

/** A card on the clause "steam" unless `fields` say otherwise. */
export const card = (id: string, side: Side, fields: Partial<Card> = {}): Card =>
  ({ id, clause: 'steam', side, strength: 'survey', source: 'oven-log', text: `The card ${id}.`, limits: 'Much.', ...fields })

/** A debate of two clauses with the cards given. */
export const debateOf = (cards: readonly Card[]): Debate => ({
  id: 'oven', title: 'The oven', resolution: 'Bake with steam.', missing: ['Everything.'],
  clauses: [{ id: 'steam', text: 'Steam helps.' }, { id: 'stone', text: 'A stone helps.' }], cards,
})

const sides = fc.constantFrom<Side>('for', 'against', 'limits')

/** Cards with ids of their own, on either clause. */
export const anyCards: fc.Arbitrary<readonly Card[]> = fc.array(
  fc.record({ clause: fc.constantFrom('steam', 'stone'), side: sides, strength: fc.constantFrom(...STRENGTHS) }), { maxLength: 12 },
).map((list) => list.map(({ side, ...fields }, at) => card(`c${at}`, side, fields)))

/** A position on "steam" that cites some of the cards that there may be, and perhaps one that does not exist. */
export const anyPosition: fc.Arbitrary<Position> = fc.record({
  clause: fc.constant('steam'),
  stance: fc.constantFrom('for' as const, 'against' as const, 'depends' as const),
  conditions: fc.constantFrom('', '  \n', '…', 'If the crust stays pale after six weeks.'),
  evidence: fc.uniqueArray(fc.integer({ min: 0, max: 14 }).map((n) => `c${n}`)),
})
