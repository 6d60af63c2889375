import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { didYouMean, editDistance, inOrder, type Problem } from '../../../src/authoring/problem.ts'

describe('a suggestion', () => {
  it('is the nearest of the candidates', () => {
    assert.equal(didYouMean('eror-budget', ['error-budget', 'error-budgets', 'toil']), ' Did you mean “error-budget”?')
  })
  it('counts two swapped letters as one slip', () => assert.equal(editDistance('hydratoin', 'hydration'), 1))
  it('is not made when nothing is near', () => assert.equal(didYouMean('slo', ['error-budget', 'sla-of-all']), ''))
  it('does not repeat what was written', () => assert.equal(didYouMean('slo', ['slo']), ''))
})

describe('the distance of two words', () => {
  const word = fc.string({ maxLength: 12 })
  it('is nought only for the same word', () => fc.assert(fc.property(word, word, (a, b) => (editDistance(a, b) === 0) === (a === b))))
  it('is the same both ways', () => fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a))))
  it('is at most the length of the longer', () => fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) <= Math.max(a.length, b.length))))
})

describe('a list of problems', () => {
  const problem = (file: string, line: number, column: number, message = 'x'): Problem => ({ file, line, column, rule: 'sum', message })
  it('is in reading order, and says each thing once', () => {
    const list = [problem('b', 1, 1), problem('a', 10, 1), problem('a', 2, 9), problem('a', 2, 9), problem('a', 2, 9, 'y')]
    assert.deepEqual(inOrder(list).map(({ file, line, message }) => `${file}${line}${message}`), ['a2x', 'a2y', 'a10x', 'b1x'])
  })
})
