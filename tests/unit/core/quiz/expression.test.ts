import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { evaluate, parseExpression, variablesOf } from '../../../../src/core/quiz/expression.ts'

const value = (text: string, variables: Record<string, number> = {}): number => {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`)
  return evaluate(parsed.value, variables)
}

describe('an expression', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 * -3', -6],
    ['2 ^ -1', 0.5],
    ['30 × 24 × 60', 43_200],
    ['43,200 × 0.001', 43.2],
    ['1,234,567.5 ÷ 2', 617_283.75],
    ['1 − 99.9%', 0.001],
    ['50% ^ 2', 0.25],
    ['(20 + 30)%', 0.5],
    ['.5 + 1.25', 1.75],
    ['sqrt(16) + ln(exp(2))', 6],
    ['min(3, 1, 2) + max(1,200)', 201],
    ['round(2.5) + ceil(1.2) + floor(1.8)', 6],
    ['round(3.14159, 2)', 3.14],
  ]
  for (const [text, expected] of cases) {
    it(`${text} is ${expected}`, () => assert.ok(Math.abs(value(text) - expected) < 1e-9))
  }

  it('reads variables by name', () => assert.equal(value('share / 100 * minutes', { share: 20, minutes: 30 }), 6))

  it('gives NaN, not a guess, for a variable without a value', () => {
    assert.ok(Number.isNaN(value('minutes * 2')))
    assert.ok(Number.isNaN(value('constructor * 2')))
  })

  it('lists the variables it reads, with their places', () => {
    const parsed = parseExpression('a * max(b, 2) - a')
    assert.ok(parsed.ok)
    assert.deepEqual(variablesOf(parsed.value).map(({ name, offset }) => [name, offset]), [['a', 0], ['b', 8], ['a', 16]])
  })

  const refused: readonly (readonly [string, string, number])[] = [
    ['', 'the expression ends too early', 0],
    ['2 +', 'the expression ends too early', 3],
    ['2 3', '“3” is not expected here; is an operator missing?', 2],
    ['(1 + 2', 'a closing bracket is missing', 0],
    ['1 + 2)', '“)” is not expected here; is an operator missing?', 5],
    ['4 $ 2', '“$” has no meaning here', 2],
    ['* 2', '“*” is not expected here', 0],
    ['alert(1)', '“alert” is not a function; there are sqrt, ln, exp, min, max, round, ceil, floor', 0],
    ['sqrt(1, 2)', '“sqrt” takes 1 value', 0],
    ['43,20', '“,” is not expected here; is an operator missing?', 2],
  ]
  for (const [text, message, offset] of refused) {
    it(`“${text}” is refused with its place`, () => {
      assert.deepEqual(parseExpression(text), { ok: false, error: { message, offset } })
    })
  }

  it('agrees with JavaScript on every sum of products', () => {
    const term = fc.tuple(fc.constantFrom('+', '-', '*'), fc.integer({ min: 0, max: 999 }))
    fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), fc.array(term, { maxLength: 8 }), (first, rest) => {
      const terms: number[] = [first]
      for (const [operator, number] of rest) {
        if (operator === '*') terms.push((terms.pop() ?? 0) * number)
        else terms.push(operator === '+' ? number : -number)
      }
      const text = rest.reduce((sum, [operator, number]) => `${sum} ${operator} ${number}`, String(first))
      const expected = terms.reduce((sum, number) => sum + number, 0)
      assert.ok(Math.abs(value(text) - expected) <= Math.abs(expected) * 1e-9)
    }))
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseExpression(text).ok === 'boolean'))
  })
})
