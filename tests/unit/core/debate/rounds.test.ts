import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PositionStated } from '../../../../src/core/record/event.ts'
import { roundsOf } from '../../../../src/core/debate/rounds.ts'
import { recordOf } from '../../../../src/core/record/record.ts'

let next = 0
const stated = (stage: 'before' | 'after', debate = 'oven'): PositionStated =>
  ({ id: `test:s${(next += 1)}`, v: 1, at: next, type: 'position-stated', debate, stage, positions: [] })

describe('the rounds of a debate', () => {
  it('pair each position after the cards with the latest before them', () => {
    const [first, second, after] = [stated('before'), stated('before'), stated('after')]
    assert.deepEqual(roundsOf(recordOf([after, second, first, stated('after', 'other')]), 'oven'), [{ before: first }, { before: second, after }])
  })

  it('give a position that was changed afterwards the same beginning', () => {
    const [before, after, changed] = [stated('before'), stated('after'), stated('after')]
    assert.deepEqual(roundsOf([before, after, changed], 'oven'), [{ before, after }, { before, after: changed }])
  })

  it('may lack a beginning', () => {
    const after = stated('after')
    assert.deepEqual(roundsOf([after], 'oven'), [{ after }])
  })

})
