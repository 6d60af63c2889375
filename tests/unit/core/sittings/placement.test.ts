import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { QuestionIndex } from '../../../../src/core/review/question-index.ts'
import { knownFrom, nextInPlacement, PLACEMENT_SIZE, type PlacementAnswers } from '../../../../src/core/sittings/placement.ts'
import { anyIndex, course } from './course.ts'

const runs = { numRuns: 500 }
type Given = PlacementAnswers[number]

/** A placement taken by somebody who answers the nth question, of the given lesson, in this way. */
const take = (index: QuestionIndex, seed: number, answer: (n: number, lesson: string) => Partial<Given>) => {
  const answers: Given[] = []
  const lessons: string[] = []
  for (let next = nextInPlacement(index, answers, seed); next; next = nextInPlacement(index, answers, seed)) {
    lessons.push(next.lesson)
    answers.push({ question: next.id, score: 1, hints: 0, ...answer(lessons.length, next.lesson) })
    assert.ok(answers.length <= PLACEMENT_SIZE)
  }
  return { answers, lessons, known: knownFrom(index, answers) }
}

const anyAnswers = fc.infiniteStream(fc.record({
  score: fc.constantFrom(0, 0.5, 1), hints: fc.constantFrom(0, 0, 1), confidence: fc.constantFrom(undefined, 'guess' as const, 'certain' as const),
})).map((stream) => Array.from({ length: PLACEMENT_SIZE }, () => stream.next().value))

test('law: a placement ends after twelve questions, or earlier when nothing is undecided, and never asks of a lesson twice', () => {
  fc.assert(fc.property(anyIndex, fc.nat(), anyAnswers, (index, seed, stream) => {
    const { answers, lessons, known } = take(index, seed, (n) => stream[n - 1] ?? {})
    assert.equal(new Set(lessons).size, lessons.length)
    assert.equal(new Set(known).size, known.length)
    const all = new Set(index.map(({ lesson }) => lesson)).size
    assert.ok(answers.length === PLACEMENT_SIZE || answers.length <= all)
  }), runs)
})

test('law: the same answers lead to the same next question, in whatever order they come', () => {
  fc.assert(fc.property(anyIndex, fc.nat(), anyAnswers, fc.nat(PLACEMENT_SIZE - 1), (index, seed, stream, cut) => {
    const { answers } = take(index, seed, (n) => stream[n - 1] ?? {})
    const part = answers.slice(0, cut)
    assert.deepEqual(nextInPlacement(index, part, seed), nextInPlacement(index, part.toReversed(), seed))
  }), runs)
})

test('law: what is known is the beginning of each module, and never more than the right answers allow', () => {
  fc.assert(fc.property(anyIndex, fc.nat(), anyAnswers, (index, seed, stream) => {
    const { known, answers } = take(index, seed, (n) => stream[n - 1] ?? {})
    for (const module of new Set(index.map((one) => one.module))) {
      const lessons = [...new Set(index.filter((one) => one.module === module).map(({ lesson }) => lesson))]
      const own = lessons.filter((lesson) => known.includes(lesson))
      assert.deepEqual(own, lessons.slice(0, own.length))
      const right = answers.filter(({ score, hints, confidence, question }) => score === 1 && hints === 0 && confidence !== 'guess' && question.startsWith(`${module}l`))
      if (right.length === 0) assert.deepEqual(own, [])
    }
  }), runs)
})

test('every module is asked about before any is asked about twice', () => {
  for (const right of [0, 1]) {
    const { lessons } = take(course, 1, () => ({ score: right }))
    assert.equal(new Set(lessons.slice(0, 6).map((lesson) => lesson.slice(0, 2))).size, 6)
  }
})

test('after a right answer a later lesson of the module is asked, after a miss an earlier one', () => {
  const sre = course.filter(({ module }) => module === 'm2')
  assert.deepEqual(take(sre, 1, () => ({ score: 1 })).lessons, ['m2l5', 'm2l8', 'm2l10'])
  assert.deepEqual(take(sre, 1, () => ({ score: 0 })).lessons, ['m2l5', 'm2l2', 'm2l1', 'm2l0'])
})

test('who knows everything is placed out of nearly all, who guesses right out of nothing, who knows the first half out of that', () => {
  const all = new Set(course.map(({ lesson }) => lesson)).size
  const perfect = take(course, 7, () => ({})).known
  assert.ok(perfect.length >= all - 5, `${perfect.length} of ${all}`)
  assert.deepEqual(take(course, 7, () => ({ confidence: 'guess' })).known, [])
  assert.deepEqual(take(course, 7, () => ({ score: 0 })).known, [])
  const half = (lesson: string) => Number(lesson.split('l')[1]) < 4
  const known = take(course, 7, (_, lesson) => ({ score: Number(half(lesson)) })).known
  assert.ok(known.every(half))
  assert.ok(known.length >= 12 && known.length < perfect.length, `${known.length}`)
})

test('law: whoever knows more is placed out of at least as much as someone who guesses', () => {
  fc.assert(fc.property(anyIndex, fc.nat(), anyAnswers, (index, seed, stream) => {
    const guesser = take(index, seed, (n) => stream[n - 1] ?? {}).known
    assert.ok(take(index, seed, () => ({})).known.length >= guesser.length)
  }), runs)
})

test('which question of a lesson is asked differs from one placement to the next', () => {
  const asked = new Set(Array.from({ length: 60 }, (_, seed) => nextInPlacement(course, [], seed)?.id))
  const lessons = new Set([...asked].map((id) => course.find((question) => question.id === id)?.lesson))
  assert.equal(lessons.size, 1)
  assert.equal(asked.size, course.filter(({ lesson }) => lessons.has(lesson)).length)
})

test('answers that contradict each other, as from two devices, know no lesson beyond the first that was missed', () => {
  const rootOf = (lesson: string) => course.find((question) => question.lesson === lesson)?.id ?? ''
  const answers = [{ question: rootOf('m1l2'), score: 0, hints: 0 }, { question: rootOf('m1l5'), score: 1, hints: 0 }]
  assert.deepEqual(knownFrom(course, answers), ['m1l0', 'm1l1'])
})
