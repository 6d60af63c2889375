import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { sinceReset } from '../../../../src/core/record/since-reset.ts'

let next = 0
const stamp = () => ({ id: `test:s${(next += 1)}`, v: 1, at: next })
const stated = (): RecordEvent => ({ ...stamp(), type: 'position-stated', debate: 'oven', stage: 'before', positions: [] })
const reset = (lesson?: string): RecordEvent => ({ ...stamp(), type: 'reset', ...(lesson !== undefined && { lesson }) })

test('what counts begins after the latest reset of the course or of the lesson, until that is taken back', () => {
  const [early, all, late, own, other] = [stated(), reset(), stated(), reset('crumb'), reset('waiting')]
  assert.deepEqual(sinceReset([early, all, late, other], 'crumb'), [late, other])
  assert.deepEqual(sinceReset([early, all, late, own, other], 'crumb'), [other])
  const undone: RecordEvent = { ...stamp(), type: 'undone', event: own.id }
  assert.deepEqual(sinceReset([early, all, late, own, undone], 'crumb'), [late, own, undone])
})

test('without a lesson only a reset of the course counts', () => {
  const [early, all, late, own] = [stated(), reset(), stated(), reset('crumb')]
  assert.deepEqual(sinceReset([early, all, late, own]), [late, own])
  assert.deepEqual(sinceReset([early, own]), [early, own])
})
