import assert from 'node:assert/strict'
import { test } from 'node:test'
import { continueAt, lessonProgress, missed, moduleProgress, progress } from '../../../../src/core/record/progress.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answer, event, outline } from './events.ts'

const read = (lesson: string) => event({ type: 'lesson-completed', lesson })

test('an empty record is a new learner at the first lesson', () => {
  const { modules, ...course } = progress(outline, [])
  assert.deepEqual(course, { lessons: 3, read: 0, begun: 0, reviewOnly: 0, minutesToGo: 35, questions: 4, answered: 0, right: 0 })
  assert.deepEqual(modules.map(({ id }) => id), ['start', 'sre', 'later'])
  const at = continueAt(outline, [])
  assert.equal(at.isNew, true)
  assert.equal(at.lesson?.id, 'words')
})

test('answers begin a lesson; only the learner’s own click makes it read', () => {
  const answered = recordOf([answer('q-budget')])
  assert.equal(progress(outline, answered).modules[1]?.lessonProgress[0]?.state, 'begun')
  const done = recordOf([...answered, read('budgets')])
  assert.equal(progress(outline, done).modules[1]?.lessonProgress[0]?.state, 'read')
  assert.equal(progress(outline, done).minutesToGo, 23)
  assert.equal(progress(outline, [...done, event({ type: 'lesson-reopened', lesson: 'budgets' })]).modules[1]?.lessonProgress[0]?.state, 'begun')
})

test('an answer after reading leaves the lesson read', () => {
  const record = recordOf([read('budgets'), answer('q-budget', { context: 'review' })])
  assert.equal(progress(outline, record).modules[1]?.read, 1)
})

test('a question counts once, by its last answer', () => {
  const record = recordOf([answer('q-budget', { score: 0 }), answer('q-budget', { score: 1 }), answer('q-alert', { score: 1 }), answer('q-alert', { score: 0.5 })])
  const { answered, right } = progress(outline, record)
  assert.deepEqual({ answered, right }, { answered: 2, right: 1 })
})

test('a question that moved counts for the lesson that has it now', () => {
  const record = recordOf([answer('q-alert', { lesson: 'budgets' })])
  const [budgets, alerts] = progress(outline, record).modules[1]?.lessonProgress ?? []
  assert.equal(budgets?.state, 'new')
  assert.deepEqual([alerts?.state, alerts?.answered], ['begun', 1])
})

test('answers to unknown questions and lessons change no count', () => {
  const { modules, ...course } = progress(outline, recordOf([answer('gone', { lesson: 'gone' }), read('gone')]))
  assert.deepEqual([modules.length, course.answered, course.read, course.begun], [3, 0, 0, 0])
})

test('progress of one lesson agrees with the course’s', () => {
  const record = recordOf([answer('q-words-1', { lesson: 'words', score: 0 }), answer('q-words-2', { lesson: 'words' }), read('words')])
  const [start] = outline.modules
  const [words] = start?.lessons ?? []
  assert.ok(start && words)
  assert.deepEqual(lessonProgress(words.id, words.questions, record), progress(outline, record).modules[0]?.lessonProgress[0])
  assert.deepEqual(moduleProgress(start, record), progress(outline, record).modules[0])
})

test('continuing goes to the unfinished lesson touched last', () => {
  const record = recordOf([answer('q-alert', { lesson: 'alerts' }), answer('q-words-1', { lesson: 'words' })])
  assert.deepEqual([continueAt(outline, record).lesson?.id, continueAt(outline, record).isNew], ['words', false])
})

test('with nothing unfinished, continuing goes to the first unread lesson after the last read', () => {
  assert.equal(continueAt(outline, recordOf([read('budgets')])).lesson?.id, 'alerts')
})

test('when nothing unread follows, continuing goes back to the first unread', () => {
  assert.equal(continueAt(outline, recordOf([read('budgets'), read('alerts')])).lesson?.id, 'words')
})

test('when all is read there is nothing to continue', () => {
  assert.equal(continueAt(outline, recordOf([read('words'), read('budgets'), read('alerts')])).lesson, undefined)
})

test('missed questions are those whose last answer was not right', () => {
  const record = recordOf([
    answer('q-budget', { score: 0 }), answer('q-budget', { score: 0.5 }),
    answer('q-alert', { score: 0 }), answer('q-alert', { score: 1 }),
    answer('q-words-1', { score: 0, lesson: 'words' }),
  ])
  assert.deepEqual(missed(record), new Set(['q-budget', 'q-words-1']))
})
