import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Discipline } from '../../../../src/core/course/course.ts'
import { createFsrs } from '../../../../src/core/review/fsrs.ts'
import { mixed } from '../../../../src/core/review/mixed.ts'
import type { DueQuestion } from '../../../../src/core/review/queue.ts'
import { remember } from '../../../../src/core/review/scheduler.ts'
import { answerAt, day, indexed } from './answers.ts'

const memory = remember([answerAt('q', day(0))], createFsrs())

const dueOf = (disciplines: readonly Discipline[], lessons: readonly string[] = []): DueQuestion[] => disciplines.map((discipline, n) => {
  assert.ok(memory)
  return { question: indexed(`q${n}`, discipline, lessons[n] ? { lesson: lessons[n] } : {}), memory, changed: false }
})

const repeats = (disciplines: readonly string[]): number => disciplines.filter((one, n) => n > 0 && one === disciplines[n - 1]).length
const disciplinesOf = (due: readonly DueQuestion[]) => due.map(({ question }) => question.discipline)

/** The fewest neighbours alike that any order of `disciplines` has, by trying all. */
const fewest = (disciplines: readonly string[], last?: string): number =>
  disciplines.length === 0 ? 0 : Math.min(...[...new Set(disciplines)].map((next) =>
    Number(next === last) + fewest(disciplines.toSpliced(disciplines.indexOf(next), 1), next)))

test('neighbours differ in discipline, and what was ahead stays ahead', () => {
  assert.deepEqual(mixed(dueOf(['sre', 'sre', 'devops', 'devops', 'platform'])).map(({ question }) => question.id), ['q0', 'q2', 'q1', 'q3', 'q4'])
})

test('the most urgent question comes first when the others can still alternate', () => {
  assert.deepEqual(disciplinesOf(mixed(dueOf(['sre', 'devops', 'devops', 'platform', 'platform']))), ['sre', 'devops', 'platform', 'devops', 'platform'])
})

test('where one discipline is most of it, its questions are spread from the start', () => {
  assert.deepEqual(disciplinesOf(mixed(dueOf(['devops', 'sre', 'sre', 'sre']))), ['sre', 'devops', 'sre', 'sre'])
  assert.deepEqual(disciplinesOf(mixed(dueOf(['devops', 'platform', 'sre', 'sre', 'sre']))), ['sre', 'devops', 'sre', 'platform', 'sre'])
})

test('within one discipline, neighbours differ in lesson', () => {
  assert.deepEqual(mixed(dueOf(['sre', 'sre', 'sre', 'sre'], ['a', 'a', 'b', 'b'])).map(({ question }) => question.id), ['q0', 'q2', 'q1', 'q3'])
})

test('law: no order has fewer neighbours of one discipline, and nothing is lost', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom<Discipline>('sre', 'devops', 'platform', 'all'), { maxLength: 8 }), (disciplines) => {
    const due = dueOf(disciplines)
    const order = mixed(due)
    assert.deepEqual(new Set(order), new Set(due))
    assert.equal(order.length, due.length)
    assert.equal(repeats(disciplinesOf(order)), fewest(disciplines))
  }), { numRuns: 1000 })
})
