import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offersPlacement } from '../../../../src/core/sittings/offer.ts'
import { answer, event } from '../record/events.ts'

test('the placement is offered until a learner has given twelve answers, and again to one who starts from new', () => {
  const answers = Array.from({ length: 12 }, (_, n) => answer('q', { id: `laptop:${n}` }))
  assert.equal(offersPlacement([]), true)
  assert.equal(offersPlacement(answers.slice(1)), true)
  assert.equal(offersPlacement(answers), false)
  assert.equal(offersPlacement([...answers, event({ type: 'reset' })]), true)
})
