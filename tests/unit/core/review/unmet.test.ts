import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { memories } from '../../../../src/core/review/memories.ts'
import { dueOf } from '../../../../src/core/review/queue.ts'
import { NEW_IN_SESSION, SESSION_SIZE, startSession } from '../../../../src/core/review/session.ts'
import { unmet } from '../../../../src/core/review/unmet.ts'
import { answerAt, day, index } from './answers.ts'

const scheduler = createFsrs()
const placed = (...lessons: string[]): RecordEvent => ({ id: `laptop:placed-${lessons.join('-')}`, v: 1, at: day(0), type: 'placed', lessons })
const undone = (event: string): RecordEvent => ({ id: 'laptop:undone', v: 1, at: day(1), type: 'undone', event })
const reset = (lesson?: string): RecordEvent => ({ id: 'laptop:reset', v: 1, at: day(1), type: 'reset', ...(lesson && { lesson }) })
const known = (...events: RecordEvent[]) => memories(index, recordOf(events), scheduler)
const idsOf = (...events: RecordEvent[]) => unmet(known(...events)).map(({ id }) => id)
const sessionAt = (days: number, ...events: RecordEvent[]) => startSession(dueOf(known(...events), day(days)), { fresh: unmet(known(...events)) })

test('what was placed is introduced until that is undone, or its lesson is reset', () => {
  assert.equal(idsOf(placed('sre-lesson')).length, 4)
  assert.deepEqual(idsOf(placed('sre-lesson'), undone('laptop:placed-sre-lesson')), [])
  assert.deepEqual(idsOf(placed('sre-lesson'), reset('sre-lesson')), [])
})

test('only lessons placed in are introduced: the first question of each, then the second, and none that is remembered', () => {
  assert.deepEqual(idsOf(), [])
  assert.deepEqual(idsOf(placed('sre-lesson', 'devops-lesson'), answerAt('sre-1b', day(0))),
    ['sre-2', 'devops-1', 'sre-3', 'devops-2', 'sre-4', 'devops-3', 'devops-4'])
})

test('what was only missed in the placement is introduced all the same', () => {
  assert.ok(idsOf(placed('sre-lesson'), answerAt('sre-1', day(0), { score: 0, context: 'placement' })).includes('sre-1'))
})

test('a session introduces at most three, after what is due, and its neighbours differ', () => {
  const { items, ahead } = sessionAt(3, placed('sre-lesson', 'devops-lesson', 'platform-lesson'), answerAt('sre-1', day(0)), answerAt('platform-1', day(0)))
  assert.equal(items.length, 2 + NEW_IN_SESSION)
  assert.deepEqual(items.map(({ memory }) => memory !== undefined), [true, true, false, false, false])
  assert.ok(items.every(({ question }, n) => n === 0 || question.discipline !== items[n - 1]?.question.discipline))
  assert.ok(ahead.every(({ context }) => context === 'review'))
})

test('a session that is full introduces nothing, and nothing due leaves room for three', () => {
  const all = index.map(({ id }) => answerAt(id, day(0)))
  const others = index.map((question) => ({ ...question, id: `${question.id}-other`, lesson: 'other' }))
  const record = recordOf([...all, placed('other')])
  const full = memories([...index, ...others], record, scheduler)
  const session = startSession(dueOf(full, day(9)), { fresh: unmet(full) })
  assert.equal(session.items.length, SESSION_SIZE)
  assert.ok(session.items.every(({ memory }) => memory))
  assert.equal(startSession([], { fresh: unmet(full) }).items.length, NEW_IN_SESSION)
})
