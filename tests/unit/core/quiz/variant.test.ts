import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainText } from '../../../../src/core/course/rich.ts'
import type { VariableRange } from '../../../../src/core/quiz/question.ts'
import { drawVariables, fillText, valuesOf, variant } from '../../../../src/core/quiz/variant.ts'
import { numeric, single } from './questions.ts'

const range: fc.Arbitrary<VariableRange> = fc.oneof(
  fc.record({ oneOf: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }) }),
  fc.record({ from: fc.integer({ min: 0, max: 5 }), to: fc.integer({ min: 6, max: 9 }), step: fc.constantFrom(0.1, 0.5, 1, 2) }),
)

test('every drawn number lies in its range, and the same attempt always draws the same', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('x', 'y', 'z'), range), fc.nat(300), (variables, attempt) => {
    const question = { ...numeric, variables }
    const drawn = drawVariables(question, attempt)
    assert.deepEqual(drawn, drawVariables(structuredClone(question), attempt))
    for (const [name, allowed] of Object.entries(variables)) assert.ok(valuesOf(allowed).includes(drawn[name] ?? NaN))
  }))
})

test('attempts walk through all combinations before one returns, so neighbours differ', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('x', 'y'), range), fc.nat(20), (variables, start) => {
    const question = { ...numeric, variables }
    const combinations = Object.values(variables).reduce((product, one) => product * valuesOf(one).length, 1)
    const seen = Array.from({ length: combinations }, (_, at) => JSON.stringify(drawVariables(question, start + at)))
    assert.equal(new Set(seen).size, combinations)
  }))
})

test('stepped ranges carry no dust of binary fractions', () => {
  assert.deepEqual(valuesOf({ from: 0, to: 0.5, step: 0.1 }), [0, 0.1, 0.2, 0.3, 0.4, 0.5])
})

test('the drawn numbers stand in prompt, hints, working and reasons, with thousands commas', () => {
  const { percent, minutes } = drawVariables(numeric, 2)
  const shown = variant(numeric, 2)
  assert.equal(plainText(shown.prompt[0] ?? []), `${percent}% fail for ${minutes} minutes.`)
  assert.equal(shown.working[0]?.label, `cost of ${minutes} minutes`)
  assert.equal(plainText(shown.mistakes[0]?.rationale ?? []), `As if all had failed for ${minutes}.`)
  assert.equal(fillText('{big} of {unknown}', { big: 43_200 }), '43,200 of {unknown}')
})

test('questions without numbers to draw stay as they are', () => {
  assert.equal(variant(single, 3), single)
})
