import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lastAsked, pretestSize, sample } from '../../../../src/core/sittings/sample.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answerIn, anyIndex, course, day, indexWith } from './course.ts'

const runs = { numRuns: 500 }
const size = fc.integer({ min: 0, max: 45 })
const seed = fc.nat()

const count = (values: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

test('law: a sample has as many questions as asked for, or all there are, none twice and none that is not in the pool', () => {
  fc.assert(fc.property(anyIndex, size, seed, (pool, wanted, n) => {
    const taken = sample(pool, wanted, new Map(), n)
    assert.equal(taken.length, Math.min(wanted, pool.length))
    assert.equal(new Set(taken).size, taken.length)
    assert.ok(taken.every((id) => pool.some((question) => question.id === id)))
  }), runs)
})

test('law: no objective is asked twice before every objective has been, and so on, while it has questions left', () => {
  fc.assert(fc.property(anyIndex, size, seed, (pool, wanted, n) => {
    const taken = sample(pool, wanted, new Map(), n)
    const objectiveOf = new Map(pool.map(({ id, objective }) => [id, objective]))
    const asked = count(taken.map((id) => objectiveOf.get(id) ?? ''))
    const most = Math.max(0, ...asked.values())
    for (const [objective, there] of count(pool.map((question) => question.objective))) {
      assert.ok((asked.get(objective) ?? 0) >= Math.min(there, most - 1), objective)
    }
  }), runs)
})

test('law: the same pool, record and seed give the same sample, whatever else there is', () => {
  fc.assert(fc.property(anyIndex, size, seed, (pool, wanted, n) => {
    assert.deepEqual(sample(pool, wanted, new Map(), n), sample([...pool], wanted, new Map([['elsewhere', 5]]), n))
  }), runs)
})

test('law: where every objective has questions enough, the next sample has none of the last', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }), seed, (objectives, n) => {
    const pool = indexWith([objectives.map((of) => Array.from({ length: of }, () => 24))])
    const first = sample(pool, 12, new Map(), n)
    const asked = lastAsked(pool, recordOf(first.map((question) => answerIn('laptop:1', question, day(0)))))
    assert.deepEqual(sample(pool, 12, asked, n).filter((id) => first.includes(id)), [])
  }), runs)
})

test('a check of a large module asks of every lesson, and the next ones of the objectives that were left out', () => {
  const pool = course.filter(({ module }) => module === 'm1')
  const seen = new Set<string>()
  const asked = new Map<string, number>()
  const objectiveOf = (id: string) => id.slice(0, 6)
  for (const round of [1, 2, 3]) {
    const taken = sample(pool, 12, asked, round)
    assert.equal(new Set(taken.map((id) => id.slice(0, 4))).size, 9)
    for (const id of taken) {
      asked.set(id, round)
      seen.add(objectiveOf(id))
    }
  }
  assert.equal(seen.size, 27)
})

test('when a question was asked last counts its siblings and every occasion', () => {
  const record = recordOf([
    answerIn('laptop:1', 'm0l0o0q0', day(0)),
    answerIn('laptop:1', 'm0l0o0q0-b', day(3), { context: 'lesson' }),
    answerIn('laptop:1', 'gone', day(4)),
  ])
  assert.deepEqual([...lastAsked(course, record)], [['m0l0o0q0', day(3)]])
})

test('a pretest has about a question a lesson, four at least and eight at most', () => {
  assert.deepEqual(['m0', 'm1', 'm4', 'm5'].map((module) => pretestSize(course.filter((question) => question.module === module))), [4, 8, 5, 7])
})
