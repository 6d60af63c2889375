import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { LearnerRecord } from '../../../../src/core/record/record.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { memories, type Memories } from '../../../../src/core/review/memories.ts'
import { dueOf, queue } from '../../../../src/core/review/queue.ts'
import { indexed, day } from './answers.ts'
import { answersOn, DAYS, goldenQuestions, plannedByFsrs } from './golden.ts'

const pinned = JSON.parse(readFileSync(join(import.meta.dirname, 'golden-timeline.json'), 'utf8')) as string[][]
const questions = goldenQuestions.map((id) => indexed(id))

const timeline = (dueAt: (record: LearnerRecord, now: number) => readonly string[]) => {
  let record: LearnerRecord = []
  return Array.from({ length: DAYS }, (_, dayNumber) => {
    const due = dueAt(record, day(dayNumber)).toSorted()
    record = recordOf([...record, ...answersOn(dayNumber, due).map(({ event }) => event)])
    return due
  })
}

test('ninety days of due sets are the pinned ones', () => {
  const scheduler = createFsrs()
  assert.deepEqual(timeline((record, now) => queue(questions, record, scheduler, now).map(({ question }) => question.id)), pinned)
})

test('ninety days of due sets are the same when memory is folded answer by answer', () => {
  const scheduler = createFsrs()
  let known: Memories | undefined
  assert.deepEqual(timeline((record, now) => {
    known = memories(questions, record, scheduler, known)
    return dueOf(known, now).map(({ question }) => question.id)
  }), pinned)
})

test('ts-fsrs called directly plans the pinned due sets', () => {
  assert.deepEqual(plannedByFsrs(), pinned)
})

test('the pinned timeline is no empty one: everything comes back, and more after the days away', () => {
  assert.equal(pinned.length, DAYS)
  assert.deepEqual(new Set(pinned.flat()), new Set(goldenQuestions))
  assert.ok((pinned[50]?.length ?? 0) > (pinned[39]?.length ?? 0))
})
