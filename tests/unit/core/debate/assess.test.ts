import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Card } from '../../../../src/core/debate/debate.ts'
import type { Position } from '../../../../src/core/record/event.ts'
import { assess, POINTS, tally, type ClauseAssessment, type Point } from '../../../../src/core/debate/assess.ts'
import { anyCards, anyPosition, card } from './debates.ts'

const cards: readonly Card[] = [
  card('survey-for', 'for'), card('word-for', 'for', { strength: 'argument' }), card('list-for', 'for', { strength: 'catalogue' }),
  card('survey-against', 'against'), card('word-against', 'against', { strength: 'argument' }),
  card('open', 'limits'), card('elsewhere', 'for', { clause: 'stone' }),
]

const judge = (stance: Position['stance'], evidence: readonly string[], conditions = 'If the crust stays pale.') =>
  assess({ clause: 'steam', stance, conditions, evidence }, cards)
const stateOf = (assessment: ClauseAssessment, point: Point) => assessment.findings.find((found) => found.point === point)?.state
const states = (assessment: ClauseAssessment) => assessment.findings.map(({ state }) => state)
const metPoints = (assessment: ClauseAssessment) => assessment.findings.filter(({ state }) => state === 'met').map(({ point }) => point)

const other = { for: 'against', against: 'for', depends: 'depends', limits: 'limits' } as const

describe('the assessment of a position', () => {
  it('is full for a side that cites two kinds, one card against itself and one limit, with a condition', () => {
    assert.deepEqual(states(judge('for', ['survey-for', 'list-for', 'word-against', 'open'])), POINTS.map(() => 'met'))
  })

  it('asks for evidence on its own clause: cards of another clause, or that nobody knows, count for nothing', () => {
    assert.equal(stateOf(judge('for', ['elsewhere', 'gone']), 'evidence'), 'missing')
    assert.equal(stateOf(judge('for', ['survey-against']), 'evidence'), 'missing')
    assert.equal(stateOf(judge('for', ['survey-for']), 'evidence'), 'met')
  })

  it('asks for a card against the stance, and for a condition that answers it', () => {
    assert.equal(stateOf(judge('against', ['survey-against']), 'opposing'), 'missing')
    assert.equal(stateOf(judge('against', ['survey-against', 'word-for'], ' \n'), 'opposing'), 'unanswered')
    assert.equal(stateOf(judge('against', ['survey-against', 'word-for']), 'opposing'), 'met')
  })

  it('asks whoever takes neither side for a card from each', () => {
    assert.equal(stateOf(judge('depends', ['survey-for', 'word-for']), 'opposing'), 'missing')
    assert.equal(stateOf(judge('depends', ['survey-for', 'word-against']), 'opposing'), 'met')
    assert.equal(judge('depends', []).undecided, true)
  })

  it('asks for a second kind of what supports it, and names the only one', () => {
    const found = judge('for', ['word-for', 'survey-against']).findings.find(({ point }) => point === 'kinds')
    assert.deepEqual(found, { point: 'kinds', state: 'one-kind', kind: 'argument' })
    assert.equal(stateOf(judge('for', ['word-for', 'list-for']), 'kinds'), 'met')
    assert.equal(stateOf(judge('for', []), 'kinds'), 'missing')
  })

  it('finds a condition wherever there are words, good or not', () => {
    for (const words of ['', ' \n ', '…']) assert.equal(stateOf(judge('for', [], words), 'condition'), 'missing')
    for (const words of ['No.', '6', 'больше']) assert.equal(stateOf(judge('for', [], words), 'condition'), 'met')
  })

  it('finds that limits were noted only where a card on them is cited', () => {
    assert.equal(stateOf(judge('for', ['survey-for']), 'limits'), 'missing')
    assert.equal(stateOf(judge('for', ['open']), 'limits'), 'met')
  })

  it('finds a side too sure that nothing stronger than argument supports, however strong the cards against it', () => {
    assert.equal(stateOf(judge('for', ['word-for', 'survey-against']), 'certainty'), 'too-sure')
    assert.equal(stateOf(judge('for', ['word-for', 'list-for']), 'certainty'), 'met')
    assert.equal(stateOf(judge('depends', ['word-for']), 'certainty'), 'met')
  })

  it('counts what is there', () => {
    assert.deepEqual(tally([judge('for', ['survey-for', 'list-for', 'word-against', 'open']), judge('for', [], '')]), { met: 6, all: 12 })
  })
})

describe('laws of the assessment', () => {
  it('never asks for the side: for and against exchanged, in the stance and on the cards, give the same', () => {
    fc.assert(fc.property(anyPosition, anyCards, (position, deck) => {
      const mirrored = deck.map((one) => ({ ...one, side: other[one.side] }))
      assert.deepEqual(assess({ ...position, stance: other[position.stance] }, mirrored), assess(position, deck))
    }))
  })

  it('takes no point away for citing one card more', () => {
    fc.assert(fc.property(anyPosition, anyCards, fc.nat(14), (position, deck, more) => {
      const now = new Set(metPoints(assess({ ...position, evidence: [...position.evidence, `c${more}`] }, deck)))
      assert.deepEqual(metPoints(assess(position, deck)).filter((point) => !now.has(point)), [])
    }))
  })

  it('takes no point away for a condition, and does not mind the order of cards', () => {
    fc.assert(fc.property(anyPosition, anyCards, (position, deck) => {
      const now = new Set(metPoints(assess({ ...position, conditions: 'If not by May.', evidence: position.evidence.toReversed() }, deck.toReversed())))
      assert.deepEqual(metPoints(assess(position, deck)).filter((point) => !now.has(point)), [])
    }))
  })
})
