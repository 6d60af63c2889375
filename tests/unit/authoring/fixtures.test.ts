import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../../src/authoring/check.ts'
import { RULES } from '../../../src/authoring/problem.ts'
import { readContent } from '../../../src/authoring/read.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const valid = readContent(join(fixtures, 'valid'))
const broken = join(fixtures, 'broken')

describe('a course that is not ours', () => {
  const { course, problems } = checkContent(valid)

  it('has no problems', () => assert.deepEqual(problems, []))

  it('keeps the authors’ order, planned lessons included', () => {
    assert.deepEqual(course?.modules.map((module) => [module.id, module.order]), [['flour', ['hydration', 'salt', 'waiting']], ['oven', ['crumb']]])
  })

  it('knows what the text of a lesson places, cites and draws', () => {
    const lesson = course?.modules[0]?.lessons[0]
    assert.deepEqual(lesson?.placed, ['predict-jug', 'compute-share'])
    assert.deepEqual(lesson.sources, ['kitchen-scales'])
    assert.deepEqual(lesson.headings, [{ depth: 2, slug: 'weigh-the-water', text: 'Weigh the water' }, { depth: 3, slug: 'by-weight', text: 'By weight' }])
    assert.deepEqual(lesson.drawings.map(({ id, narrow }) => [id, narrow?.includes('viewBox="0 0 346 80"')]), [['shares', true]])
    assert.match(lesson.revision, /^[0-9a-f]{12}$/)
  })

  it('gives a lesson its debate, and counts what the cards cite among its sources', () => {
    const lesson = course?.modules[1]?.lessons[0]
    assert.deepEqual(lesson?.debate?.cards.map(({ id, side }) => [id, side]), [['log-steam', 'for'], ['log-dry', 'against'], ['one-oven', 'limits']])
    assert.ok(lesson.sources.includes('kitchen-scales'))
    assert.equal(course?.modules[0]?.lessons[0]?.debate, undefined)
  })

  it('knows which lesson has a trap for a misconception', () => {
    assert.deepEqual(course?.misconceptions.map(({ id, trap }) => [id, trap]), [['water-by-volume', 'hydration']])
  })

  it('knows which wrong groups show a belief: those that are named, or every one', () => {
    const sorting = course?.modules[0]?.lessons[0]?.questions.find((question) => question.id === 'by-weight-or-not')
    assert.ok(sorting?.type === 'match')
    assert.deepEqual(sorting.items.map(({ id, misconceptions }) => [id, misconceptions]), [
      ['scale', { volume: 'water-by-volume', time: 'water-by-volume' }],
      ['jug', { weight: 'water-by-volume' }],
      ['spoon', undefined],
      ['timer', undefined],
    ])
  })

  it('takes the addresses of a claim’s sections apart, and leaves out those that are not given', () => {
    assert.deepEqual(course?.claims.map(({ id, section, disputedIn }) => [id, section, disputedIn]), [
      ['A1', { lesson: 'crumb', heading: 'when-to-stop' }, { lesson: 'crumb', heading: 'when-to-stop' }],
      ['kitchen-scale', undefined, undefined],
    ])
  })

  it('may start from no text of others', () => {
    const without = checkContent(new Map([...valid].filter(([file]) => file !== 'claims.yaml')))
    assert.deepEqual([without.problems, without.course?.claims], [[], []])
  })

  it('turns the authors’ fields into the browser’s, and fills in defaults', () => {
    const questions = course?.modules[0]?.lessons[0]?.questions ?? []
    const number = questions.find((question) => question.id === 'compute-share')
    assert.deepEqual(number?.type === 'number' && number.variables, { flour: { oneOf: [400, 500, 800] }, water: { from: 240, to: 360, step: 20 } })
    assert.equal(questions.find((question) => question.id === 'compute-share-again')?.siblingOf, 'compute-share')
    assert.deepEqual([number?.role, number?.revision, number?.scenario], ['practice', 1, false])
  })
})

describe('a broken course', () => {
  for (const rule of readdirSync(broken)) {
    it(`says where and what: ${rule}`, () => {
      const files = new Map([...valid, ...readContent(join(broken, rule))])
      files.delete('expected.txt')
      const { problems } = checkContent(files)
      const said = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}  ${message}\n`).join('')
      assert.equal(said, readFileSync(join(broken, rule, 'expected.txt'), 'utf8'))
      assert.ok(problems.some((problem) => problem.rule === rule), `no problem is of the rule “${rule}”`)
    })
  }

  it('has a fixture for every rule; those over many questions are tested with the bank', () => {
    const bankWide = ['key-longest', 'key-position']
    assert.deepEqual(readdirSync(broken).sort(), RULES.filter((rule) => !bankWide.includes(rule)).sort())
  })
})
