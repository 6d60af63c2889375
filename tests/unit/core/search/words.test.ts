import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FIT, fitOf, markWords, withinOneEdit, wordsOf } from '../../../../src/core/search/words.ts'

const plain = (text: string) => wordsOf(text).map((word) => word.plain)

test('words are parted by hyphens and slashes, not by apostrophes or the point of a number', () => {
  assert.deepEqual(plain('Error-budget’s 99.9% in CI/CD'), ['error', 'budgets', '99.9', 'in', 'ci', 'cd'])
  assert.deepEqual(plain('1,000 requests'), ['1000', 'requests'])
})

test('case and accents do not count', () => {
  assert.deepEqual(plain('Café CAFÉ'), ['cafe', 'cafe'])
})

test('one insertion, deletion, replacement or swap is one edit; two are not', () => {
  for (const typed of ['bdget', 'budgett', 'bugdet', 'dudget', 'budget']) assert.ok(withinOneEdit(typed, 'budget'), typed)
  for (const typed of ['bgt', 'dubget1', 'gudbet', '']) assert.ok(!withinOneEdit(typed, 'budget'), typed)
})

test('one edit looks the same from both sides', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(fc.property(word, word, (a, b) => withinOneEdit(a, b) === withinOneEdit(b, a)))
})

test('any one edit of a word is found to be one edit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 })
  fc.assert(fc.property(word, fc.nat(), fc.constantFrom('a', 'x'), (text, where, letter) => {
    const at = where % text.length
    assert.ok(withinOneEdit(text.slice(0, at) + text.slice(at + 1), text))
    assert.ok(withinOneEdit(text.slice(0, at) + letter + text.slice(at), text))
    assert.ok(withinOneEdit(text.slice(0, at) + letter + text.slice(at + 1), text))
  }))
})

test('a word fits exactly, by its beginning, or with one slip from four letters on', () => {
  assert.equal(fitOf('budget', 'budget'), FIT.exact)
  assert.equal(fitOf('bud', 'budget'), FIT.prefix)
  assert.equal(fitOf('bugdet', 'budget'), FIT.slip)
  assert.equal(fitOf('bugd', 'budget'), FIT.slip)
  assert.equal(fitOf('slx', 'slo'), FIT.none)
  assert.equal(fitOf('udget', 'platform'), FIT.none)
})

test('marking words loses and adds nothing', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.boolean()), (text, chosen) => {
    const found = new Set(wordsOf(text).filter((_, at) => chosen[at]))
    const pieces = markWords(text, found)
    assert.equal(pieces.map((piece) => piece.text).join(''), text)
    const marked = pieces.filter((piece) => piece.marked).flatMap((piece) => plain(piece.text))
    assert.deepEqual(marked, [...found].map((word) => word.plain))
  }))
})

test('words with only a space or a hyphen between them are marked as one', () => {
  const text = 'Error-budget policy: error budget'
  const words = wordsOf(text)
  const found = new Set(words.filter((word) => word.plain !== 'policy'))
  assert.deepEqual(markWords(text, found), [
    { text: 'Error-budget', marked: true }, { text: ' policy: ', marked: false }, { text: 'error budget', marked: true },
  ])
})
