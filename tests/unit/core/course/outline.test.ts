import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextLesson } from '../../../../src/core/course/outline.ts'
import { course } from '../search/course-of.ts'

test('next comes the next written lesson, in the next module when this one ends, and nothing after the last', () => {
  const written = course.modules.flatMap((module) => module.order.filter((id) => module.lessons.some((lesson) => lesson.id === id)))
  assert.deepEqual(written.map((id) => nextLesson(course, id)?.lesson.id), [...written.slice(1), undefined])
  for (const id of written) {
    const next = nextLesson(course, id)
    assert.ok(!next || next.module.lessons.includes(next.lesson))
  }
})
