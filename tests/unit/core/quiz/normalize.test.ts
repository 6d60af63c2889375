import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalizeText, readNumber } from '../../../../src/core/quiz/normalize.ts'

const value = (text: string, unit: string) => {
  const read = readNumber(text, unit)
  return read.ok ? read.value.value : read.error
}

const readings: readonly (readonly [text: string, unit: string, value: number | string])[] = [
  ['43.2', 'min', 43.2],
  ['43.2 min', 'min', 43.2],
  ['43.2 Minutes.', 'min', 43.2],
  ['43m12s', 'min', 43.2],
  ['43 min 12 s', 'min', 43.2],
  ['1 h and 30 min', 'min', 90],
  ['1h 30m', 'h', 1.5],
  ['0.72 h', 'min', 43.2],
  ['43,2', 'min', 43.2],
  ['about 43', 'min', 43],
  ['~43', 'min', 43],
  ['1,440', 'min', 1440],
  ['1 440', 'min', 1440],
  ['1\u00a0440 min', 'min', 1440],
  ['1,440.5', 'min', 1440.5],
  ['43,200', 'min', 43_200],
  ['1 day', 'h', 24],
  ['0,125', '', 0.125],
  ['−3', '', -3],
  ['.5', '', 0.5],
  ['20.8 %', '%', 20.8],
  ['20.8 per cent', '%', 20.8],
  ['20%', '', 0.2],
  ['7 requests', 'requests', 7],
  ['1 request', 'requests', 1],
  ['$400', '$', 400],
  ['', 'min', 'empty'],
  ['   ', 'min', 'empty'],
  ['about', 'min', 'empty'],
  ['many', 'min', 'not-a-number'],
  ['20 30', 'min', 'separators'],
  ['7 apples', 'requests', 'unit'],
  ['5%', 'min', 'unit'],
  ['5 min', '%', 'unit'],
  ['9 / 43.2', '%', 'sum'],
  ['40-50', '%', 'sum'],
  ['3 x 5', '', 'sum'],
  ['1.440,5', 'min', 'separators'],
  ['1.2.3', '', 'separators'],
]

for (const [text, unit, expected] of readings) {
  test(`“${text}” asked in “${unit}” is read as ${expected}`, () => {
    assert.equal(value(text, unit), expected)
  })
}

test('a number alone is known to have come without a unit', () => {
  const [bare, given] = [readNumber('0.2', '%'), readNumber('0.2%', '%')]
  assert.equal(bare.ok && bare.value.unitGiven, false)
  assert.equal(given.ok && given.value.unitGiven, true)
})

test('every number is read back from how the course writes it', () => {
  fc.assert(fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom('min', 'h', '%', '', 'requests'), (thousandths, unit) => {
    const number = thousandths / 1000
    const written = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }).format(number)
    assert.equal(value(`${written} ${unit}`, unit), number)
  }))
})

test('no text whatever makes the reading throw or give something that is not a finite number', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,- %hmsdx') })), (text) => {
    const read = readNumber(text, 'min')
    assert.ok(!read.ok || Number.isFinite(read.value.value))
  }))
})

test('case, accents, spaces, hyphens, articles, plural s and two spellings of English are no differences', () => {
  const alike = [
    ['Golden path', 'the golden-paths', 'GOLDENPATH', 'a golden path.'],
    ['Error budget policy', 'error-budget policies'],
    ['behaviour', 'behavior'],
    ['organisation', 'organization'],
    ['café', 'cafe'],
    ['toil', 'Toil '],
    ['box', 'boxes'],
    ['canary release', 'canary releases'],
    ['dev and ops', 'dev & ops'],
  ]
  for (const forms of alike) assert.equal(new Set(forms.map(normalizeText)).size, 1, forms.join(' / '))
})

test('different words stay different, and words that end in s are not cut to another', () => {
  const different = [['slo', 'slos agreement'], ['process', 'proces'], ['canary', 'blue-green'], ['bus', 'bu'], ['a', 'the']]
  for (const [one = '', other = ''] of different) assert.notEqual(normalizeText(one), normalizeText(other))
})

test('normalising twice changes nothing that matters', () => {
  fc.assert(fc.property(fc.constantFrom('canary release', 'the SLOs', 'policies', 'error budget'), (word) => {
    assert.equal(normalizeText(` ${word.toUpperCase()}! `), normalizeText(word))
  }))
})
