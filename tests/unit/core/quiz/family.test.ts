import assert from 'node:assert/strict'
import { test } from 'node:test'
import { familyOf, isRoot } from '../../../../src/core/quiz/family.ts'
import { match, multiple, single } from './questions.ts'

test('a family is a question and those of its type that may be asked in its place, in the author’s order', () => {
  const again = { ...single, id: 'again', siblingOf: 'single' }
  const third = { ...single, id: 'third', siblingOf: 'single' }
  const otherType = { ...multiple, id: 'other-type', siblingOf: 'single' }
  assert.deepEqual(familyOf(single, [again, match, single, otherType, third]), [single, again, third])
})

test('a sibling and a prediction are not asked in their own right', () => {
  assert.ok(isRoot(single))
  assert.ok(!isRoot({ ...single, siblingOf: 'match' }))
  assert.ok(!isRoot({ ...single, role: 'prediction' }))
})
