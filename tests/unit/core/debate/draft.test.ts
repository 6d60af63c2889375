import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { draftOf, entriesOf, FRESH, isStated, positionsOf, readDebateDraft, withoutStance, wordsAfter, type DebateDraft } from '../../../../src/core/debate/draft.ts'
import { card, debateOf } from './debates.ts'

const debate = debateOf([card('a', 'for'), card('b', 'against'), card('s', 'for', { clause: 'stone' })])
const draft: DebateDraft = {
  step: 'after',
  before: { steam: { stance: 'for', conditions: ' If hot. ' }, stone: { conditions: 'If thick.' } },
  after: { steam: { stance: 'against' }, stone: { stance: 'depends', conditions: 'If thin.' } },
  picked: ['s', 'b'],
}

describe('a draft of a debate', () => {
  it('comes back from storage as it was', () => {
    assert.deepEqual(readDebateDraft(debate, JSON.parse(JSON.stringify(draft))), draft)
    assert.deepEqual(readDebateDraft(debate, JSON.parse(JSON.stringify(FRESH))), FRESH)
  })

  it('loses what the debate no longer knows, and keeps the rest', () => {
    const kept = { ...draft, picked: ['gone', 'b', 'b', 7], before: { steam: { stance: 'maybe', conditions: 3 }, gone: { stance: 'for' } }, after: null }
    assert.deepEqual(readDebateDraft(debate, kept), { step: 'after', before: { steam: {} }, after: {}, picked: ['b'] })
  })

  it('is none when it is damaged', () => {
    for (const value of [undefined, null, 'after', 7, {}, { step: 'later' }]) assert.equal(readDebateDraft(debate, value), undefined)
  })

  it('says which clauses have no stance yet', () => {
    assert.deepEqual(withoutStance(debate, draft.before), ['stone'])
    assert.deepEqual(withoutStance(debate, draft.after), [])
  })

  it('states before the cards what was filled in, without evidence', () => {
    assert.deepEqual(positionsOf(debate, draft, 'before'), [{ clause: 'steam', stance: 'for', conditions: 'If hot.', evidence: [] }])
  })

  it('states after the cards with those of each clause, and the words of before where no others were written', () => {
    assert.deepEqual(positionsOf(debate, draft, 'after'), [
      { clause: 'steam', stance: 'against', conditions: 'If hot.', evidence: ['b'] },
      { clause: 'stone', stance: 'depends', conditions: 'If thin.', evidence: ['s'] },
    ])
    assert.equal(wordsAfter({ ...draft, after: { steam: { conditions: '' } } }, 'steam'), '')
  })

  it('can be made again from what was stated', () => {
    assert.deepEqual(entriesOf(positionsOf(debate, draft, 'before')), { steam: { stance: 'for', conditions: 'If hot.' } })
    assert.deepEqual(entriesOf(undefined), {})
  })

  it('states nothing new when a round goes on without a change, but does in a new round', () => {
    const positions = positionsOf(debate, draft, 'after')
    const stated = { id: 'test:1', v: 1, at: 1, type: 'position-stated', debate: debate.id, stage: 'after', positions } as const
    assert.equal(isStated(debate, draft, 'after', { after: stated }), true)
    assert.equal(isStated(debate, { ...draft, picked: ['s'] }, 'after', { after: stated }), false)
    assert.equal(isStated(debate, { ...draft, after: {} }, 'before', { before: { ...stated, stage: 'before', positions: positionsOf(debate, draft, 'before') }, after: stated }), false)
    assert.equal(isStated(debate, draft, 'after', undefined), false)
  })

  it('shows a finished round with what it stated and cited, an unfinished one at the cards', () => {
    const before = { id: 'test:1', v: 1, at: 1, type: 'position-stated', debate: debate.id, stage: 'before', positions: positionsOf(debate, draft, 'before') } as const
    const after = { ...before, id: 'test:2', stage: 'after', positions: positionsOf(debate, draft, 'after') } as const
    assert.deepEqual(draftOf({ before }), { step: 'cards', before: entriesOf(before.positions), after: {}, picked: [] })
    const shown = draftOf({ before, after })
    assert.equal(shown.step, 'result')
    assert.deepEqual(positionsOf(debate, shown, 'after'), after.positions)
  })
})
