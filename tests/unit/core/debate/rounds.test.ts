import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PositionStated, RecordEvent } from '../../../../src/core/record/event.ts'
import { roundsOf, sinceReset } from '../../../../src/core/debate/rounds.ts'
import { recordOf } from '../../../../src/core/record/record.ts'

let next = 0
const stated = (stage: 'before' | 'after', debate = 'oven'): PositionStated =>
  ({ id: `test:s${(next += 1)}`, v: 1, at: next, type: 'position-stated', debate, stage, positions: [] })
const reset = (lesson?: string): RecordEvent => ({ id: `test:s${(next += 1)}`, v: 1, at: next, type: 'reset', ...(lesson !== undefined && { lesson }) })

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

  it('count from the latest reset of the course or of their lesson, until it is taken back', () => {
    const [early, all, late, own, other] = [stated('before'), reset(), stated('after'), reset('crumb'), reset('waiting')]
    assert.deepEqual(sinceReset([early, all, late, other], 'crumb'), [late, other])
    assert.deepEqual(sinceReset([early, all, late, own, other], 'crumb'), [other])
    const undone: RecordEvent = { id: 'test:undone', v: 1, at: next + 1, type: 'undone', event: own.id }
    assert.deepEqual(sinceReset([early, all, late, own, undone], 'crumb'), [late, own, undone])
  })
})
