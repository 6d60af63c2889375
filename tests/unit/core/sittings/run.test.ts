import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SittingKind } from '../../../../src/core/record/event.ts'
import { conductOf, runOf } from '../../../../src/core/sittings/run.ts'
import { answerIn, course, day } from './course.ts'

const asked = course.slice(0, 4)
const kinds: readonly SittingKind[] = ['pretest', 'check', 'placement', 'final']

/** A sitting in which the questions at these places have been answered. */
const answeredAt = (kind: SittingKind, ...places: readonly number[]) =>
  runOf({ kind, answers: new Map(places.flatMap((at) => (asked[at] ? [[asked[at].id, answerIn('laptop:a', asked[at].id, day(0))] as const] : []))) }, asked)

test('only a pretest gives its reasons at once, only checks are gone through in any order', () => {
  assert.deepEqual(kinds.filter((kind) => conductOf(kind).tellsAtOnce), ['pretest'])
  assert.deepEqual(kinds.filter((kind) => conductOf(kind).hasNumbers), ['check', 'final'])
  assert.deepEqual(kinds.filter((kind) => !conductOf(kind).canLeave), ['placement'])
})

test('an open question can be gone to; one that was answered, or is none, leads to the next open one and then to the end', () => {
  const check = answeredAt('check', 1)
  assert.deepEqual([0, 1, 2, 3, 9, -1, NaN].map((wanted) => check.stepAt(wanted)), [0, 2, 2, 3, 0, 0, 0])
  assert.equal(check.stepAt('end'), 'end')
  assert.equal(answeredAt('check', 0, 1, 2, 3).stepAt(2), 'end')
})

test('what has just been answered stays while its reasons are read, and only where they are shown', () => {
  const id = asked[1]?.id
  assert.deepEqual(kinds.map((kind) => answeredAt(kind, 1).stepAt(1, id)), [1, 2, 2, 2])
  assert.deepEqual([answeredAt('pretest', 1).stepAt(1), answeredAt('pretest', 0, 1, 2, 3).stepAt(9, undefined)], [2, 'end'])
})

test('after the last question a pretest is over, a check is to be handed in, and a placement chooses again', () => {
  assert.deepEqual(kinds.map((kind) => answeredAt(kind, 0, 1, 2).after(3)), ['over', 'end', 4, 'end'])
  assert.deepEqual(kinds.map((kind) => answeredAt(kind, 1, 2, 3).after(3)), [0, 0, 4, 0])
})

test('law: nothing that was answered is asked again, and every open question is reached by going on', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(3)), fc.nat(3), fc.constantFrom(...kinds), (places, start, kind) => {
    const { stepAt, open, nextOpen } = answeredAt(kind, ...places)
    const step = stepAt(start)
    assert.ok(step === 'end' ? open.length === 0 : open.includes(Number(step)))
    const reached = new Set<number>()
    for (let at: number | undefined = typeof step === 'number' ? step : undefined; at !== undefined && !reached.has(at); at = nextOpen(at)) reached.add(at)
    assert.deepEqual([...reached].sort(), [...open])
  }))
})
