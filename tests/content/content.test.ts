import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../src/authoring/check.ts'
import { readContent } from '../../src/authoring/read.ts'
import { terminalReport } from '../../src/authoring/report.ts'

const folder = join(import.meta.dirname, '../../content')

describe('our course', () => {
  const { course, problems, figures } = checkContent(readContent(folder))

  it('has no problems', () => assert.equal(terminalReport(problems, folder), 'No problems in the content.'))

  it('promises the whole syllabus: forty lessons and a capstone', () => {
    assert.equal(course?.modules.flatMap((module) => module.order).length, 41)
  })

  it('keeps the rules of question design over the whole bank', () => {
    assert.ok(figures.keyLongest <= 0.4)
    assert.deepEqual([...new Set(Object.values(figures.faults))], [0])
    assert.equal(figures.thinObjectives, 0)
    assert.deepEqual(Object.keys(figures.types).sort(), ['match', 'multiple', 'number', 'order', 'single', 'text'])
    for (const { lesson, share } of figures.singleShare) assert.ok(share <= 0.5, lesson)
  })

  it('names the source of the key of every practice question', () => {
    const unsourced = course?.modules.flatMap((module) => module.lessons).flatMap((lesson) => lesson.questions).filter((question) => question.role === 'practice' && question.source === undefined)
    assert.deepEqual(unsourced?.map((question) => question.id), [])
  })
})
