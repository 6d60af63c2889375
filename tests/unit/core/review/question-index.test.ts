import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Course } from '../../../../src/core/course/course.ts'
import type { SingleQuestion } from '../../../../src/core/quiz/question.ts'
import { packIndex, questionIndexOf, rootsOf, unpackIndex } from '../../../../src/core/review/question-index.ts'

const question = (id: string, fields: Partial<SingleQuestion> = {}): SingleQuestion => ({
  id, lesson: 'budgets', objective: 'compute', revision: 2, role: 'practice', prompt: [['Long text']], hints: [], scenario: false, type: 'single',
  options: [], ...fields,
})

const course: Pick<Course, 'modules'> = {
  modules: [{
    id: 'sre', title: 'SRE', discipline: 'sre', summary: '', outcomes: [], order: ['budgets', 'planned'], planned: [],
    lessons: [{
      id: 'budgets', module: 'sre', number: '1.1', title: 'Budgets', promise: '', minutes: 8, objectives: [{ id: 'compute', text: 'Compute' }], headings: [],
      questions: [question('a'), question('guess', { role: 'prediction' }), question('a-b', { siblingOf: 'a', revision: 3 }), question('c')],
      placed: [], sources: [], drawings: [], next: '', revision: 'x',
    }],
  }],
}

test('the index has every scored question once, with its siblings and without its text', () => {
  assert.deepEqual(questionIndexOf(course), [
    { id: 'a', lesson: 'budgets', module: 'sre', discipline: 'sre', objective: 'compute', revision: 2, type: 'single', siblings: [{ id: 'a-b', revision: 3 }] },
    { id: 'c', lesson: 'budgets', module: 'sre', discipline: 'sre', objective: 'compute', revision: 2, type: 'single', siblings: [] },
  ])
})

test('a root is found by its own id and by a sibling’s', () => {
  const roots = rootsOf(questionIndexOf(course))
  assert.deepEqual([roots.get('a')?.id, roots.get('a-b')?.id, roots.get('guess')], ['a', 'a', undefined])
})

test('what is published gives the same index back, and says of each lesson only once what its questions share', () => {
  const index = questionIndexOf(course)
  const packed = packIndex(index)
  assert.deepEqual(packed.map(({ lesson }) => lesson), ['budgets'])
  assert.deepEqual(unpackIndex(JSON.parse(JSON.stringify(packed))), index)
})
