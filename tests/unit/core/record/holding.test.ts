import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CourseOutline } from '../../../../src/core/course/outline.ts'
import { isHeld, mastery } from '../../../../src/core/record/mastery.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { heldOf, holding } from '../../../../src/core/record/holding.ts'
import { anyAnswers, answerAt, day, index } from '../review/answers.ts'

const lessonOf = (discipline: string, ...objectives: string[]) => ({
  id: `${discipline}-lesson`, number: '1.1', title: discipline, minutes: 10, questions: [], objectives: objectives.map((id) => ({ id, text: `Do ${id}` })),
})

const outline: CourseOutline = {
  id: 'three-disciplines', title: 'Three Disciplines', modules: [
    { id: 'sre-module', title: 'SRE', discipline: 'sre', lessons: [lessonOf('sre', 'sre-compute', 'sre-choose', 'never-asked')] },
    { id: 'rest', title: 'Rest', discipline: 'all', lessons: [lessonOf('devops', 'devops-compute', 'devops-choose'), lessonOf('platform', 'platform-compute', 'platform-choose')] },
    { id: 'later', title: 'Later', discipline: 'all', lessons: [] },
  ],
}

test('an objective says its text, its state and how many of its questions are held', () => {
  const record = recordOf([answerAt('sre-1', day(0)), answerAt('sre-1', day(8)), answerAt('sre-2', day(0)), answerAt('sre-3', day(0)), answerAt('sre-3', day(40))])
  assert.deepEqual(holding(outline, index, record, day(50)).modules[0]?.lessons[0]?.objectives, [
    { id: 'sre-compute', text: 'Do sre-compute', state: 'learning', questions: 2, held: 1 },
    { id: 'sre-choose', text: 'Do sre-choose', state: 'learning', questions: 2, held: 1 },
    { id: 'never-asked', text: 'Do never-asked', state: 'new', questions: 0, held: 0 },
  ])
})

test('an empty record holds nothing, and every objective is counted once', () => {
  const so = holding(outline, index, [], day(0))
  assert.deepEqual([heldOf(so.counts), so.modules.map(({ counts }) => counts.new)], [{ held: 0, objectives: 7 }, [3, 4, 0]])
})

test('law: lessons add up to modules, modules to the course, and what is held agrees with mastery', () => {
  fc.assert(fc.property(anyAnswers, fc.nat(120), (answers, at) => {
    const record = recordOf(answers)
    const so = holding(outline, index, record, day(at))
    const sum = (parts: readonly { counts: Readonly<Record<string, number>> }[], state: string) => parts.reduce((all, { counts }) => all + (counts[state] ?? 0), 0)
    for (const state of Object.keys(so.counts) as (keyof typeof so.counts)[]) {
      assert.equal(sum(so.modules, state), so.counts[state])
      for (const module of so.modules) assert.equal(sum(module.lessons, state), module.counts[state])
    }
    assert.equal(heldOf(so.counts).held, [...mastery(index, record, day(at)).objectives.values()].filter(isHeld).length)
  }))
})
