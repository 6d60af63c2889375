import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { plainText } from '../../../src/core/course/rich.ts'
import { compileInline } from '../../../src/authoring/rich.ts'

describe('inline text', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['43.2 minutes', [['43.2 minutes']]],
    ['An SLO of **99.9%** over *30* days', [['An SLO of ', ['strong', ['99.9%']], ' over ', ['em', ['30']], ' days']]],
    ['***both***', [[['em', [['strong', ['both']]]]]]],
    ['run `a "b"`', [['run ', ['code', ['a "b"']]]]],
    ['H<sub>2</sub>O and x<sup>*n*</sup>', [['H', ['sub', ['2']], 'O and x', ['sup', [['em', ['n']]]]]]],
    ['one\nline', [['one line']]],
    ['one\n\ntwo', [['one'], ['two']]],
    ['It isn\'t "done" -- yet...', [['It isn’t “done” – yet…']]],
    ['0.2 * 30 * 2 and 2^3', [['0.2 * 30 * 2 and 2^3']]],
    ['2009. The year of the talk', [['2009. The year of the talk']]],
    ['', []],
  ]
  for (const [text, expected] of cases) {
    it(`compiles ${JSON.stringify(text)}`, () => assert.deepEqual(compileInline(text), { paragraphs: expected, refused: [] }))
  }

  for (const text of ['- a\n- b', '1. a\n2. b', '# a', '[a](https://b.c)', '![a](b.png)', '<b>a</b>', '> a', '| a |\n| - |', 'see https://a.b', '<sub>a']) {
    it(`refuses ${JSON.stringify(text)}, and says why`, () => assert.equal(compileInline(text).refused.length, 1))
  }

  it('never loses or adds a letter of plain words', () => {
    const word = fc.stringMatching(/^[a-z0-9é,%×]{1,8}$/)
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), (list) => {
      // A first word that Markdown could take for a sign of its own is not plain.
      const text = `Say ${list.join(' ')}`
      assert.equal(compileInline(text).paragraphs.map(plainText).join(''), text)
    }))
  })
})
