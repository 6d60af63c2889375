import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkContent } from '../../../src/authoring/check.ts'
import { figuresReport } from '../../../src/authoring/lint-questions.ts'
import { readContent } from '../../../src/authoring/read.ts'

const valid = readContent(join(import.meta.dirname, '../../fixtures/valid'))
const bank = 'modules/oven/crumb.questions.yaml'

/** A bank with `count` more three-option questions whose key is written at `position` and has `extra` more letters. */
const checked = (count: number, position: (index: number) => number, extra: string) => {
  const questions = Array.from({ length: count }, (_, index) => {
    const key = `    - { id: key, text: Warm ${index}${extra}, correct: true, rationale: Warmth is what it needs now. }\n`
    const others = ['colder', 'slower'].map((word) => `    - { id: ${word}, text: ${word} ${index}, rationale: That would take until tomorrow. }\n`)
    others.splice(position(index), 0, key)
    return `- id: more-${index}\n  objective: choose-crumb\n  type: single\n  prompt: What does loaf ${index} need?\n  options:\n${others.join('')}  hints: [Feel it.]\n`
  })
  return checkContent(new Map([...valid, [bank, `${valid.get(bank) ?? ''}${questions.join('')}`]]))
}

const messages = (rule: string, { problems }: ReturnType<typeof checkContent>): string[] =>
  problems.filter((problem) => problem.rule === rule).map((problem) => problem.message)

describe('habits over the whole bank', () => {
  it('are left alone while there are too few questions to speak of a habit', () => {
    const result = checked(10, () => 0, ' and much longer')
    assert.deepEqual([messages('key-longest', result), messages('key-position', result)], [[], []])
  })

  it('are fine when the key is short and in every place alike', () => {
    const result = checked(45, (index) => index % 3, '')
    assert.deepEqual([messages('key-longest', result), messages('key-position', result)], [[], []])
    assert.equal(result.figures.threeOptions, 50)
  })

  it('name the questions whose key is the longest option', () => {
    const [message = '', ...rest] = messages('key-longest', checked(45, (index) => index % 3, ' x'.repeat(5)))
    assert.match(message, /^The key is the longest option in 45 of 50 three-option questions; at most 40% may be\. .* more-0, more-1, /)
    assert.deepEqual(rest, [])
  })

  it('name the place the key is in too often, and the one it is in too rarely', () => {
    assert.deepEqual(messages('key-position', checked(45, (index) => (index % 2 === 0 ? 0 : 1), '')), [
      'The key is written first in 56% of three-option questions; between 23% and 43% is even. Move some options.',
      'The key is written second in 44% of three-option questions; between 23% and 43% is even. Move some options.',
      'The key is written third in 0% of three-option questions; between 23% and 43% is even. Move some options.',
    ])
  })
})

describe('the figures of the bank', () => {
  const { figures } = checkContent(valid)

  it('count questions, types, siblings and scenes', () => {
    assert.deepEqual(
      { questions: figures.questions, types: figures.types, siblings: figures.siblings, scenarios: figures.scenarios, thin: figures.thinObjectives },
      { questions: 27, types: { single: 9, number: 6, text: 3, order: 3, match: 3, multiple: 3 }, siblings: 3, scenarios: 3, thin: 0 },
    )
  })

  it('read as text', () => assert.match(figuresReport(figures), /^Questions: 27 in 3 written lessons \(single 9, number 6/))
})
