import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { dateStamp } from '../../../src/core/time.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('a file is named after the day where the learner is, not the day in Greenwich', () => {
  const evening = Date.UTC(2026, 0, 4, 22, 30)
  for (const [where, day] of [['UTC', '2026-01-04'], ['Asia/Tokyo', '2026-01-05'], ['America/Los_Angeles', '2026-01-04']] as const) {
    process.env['TZ'] = where
    assert.equal(dateStamp(evening), day)
  }
})
