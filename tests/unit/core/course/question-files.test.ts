import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankAround, bankPath, familyPath } from '../../../../src/core/course/question-files.ts'

test('a question by itself lies in the bank of its lesson, and no other file does', () => {
  assert.equal(bankAround(familyPath('three-words', 'one')), bankPath('three-words'))
  for (const other of [bankPath('three-words'), 'lessons/three-words/', 'lessons/', 'questions/one.json', 'x/lessons/a/questions/one.json', 'lessons/a/questions/b/one.json', 'lessons/a/questions/']) {
    assert.equal(bankAround(other), undefined, other)
  }
})
