import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answered } from '../../../../src/core/record/event.ts'
import { attemptsCsv } from '../../../../src/core/record/attempts-csv.ts'
import { recordOf } from '../../../../src/core/record/record.ts'
import { answer, anyEvents, event } from './events.ts'

/** A reader of its own, straight from RFC 4180: quotes double inside quotes, CRLF ends a record. */
const parse = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (quoted && char === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (char === '"') quoted = !quoted
    else if (!quoted && char === ',') {
      row.push(cell)
      cell = ''
    } else if (!quoted && char === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i++
    } else cell += char
  }
  assert.equal(cell, '', 'the last record ends like the others')
  return rows
}
const tableOf = (text: string) => parse(text.slice(1))
const undo = (cell: string | undefined) => cell?.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')

test('every answer is a row and every row reads back, whatever the learner typed', () => {
  const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom("'", '+', '=', '"', ',', '\n', 'a') }))
  fc.assert(fc.property(anyEvents, fc.array(typed), (events, typed) => {
    const record = recordOf([...events, ...typed.map((text, n) => answer('q', { id: `typed:${n}`, response: { type: 'text', text } }))])
    const answers = record.filter((one): one is Answered => one.type === 'answered')
    const [head, ...rows] = tableOf(attemptsCsv(record))
    assert.equal(head?.join(), 'time,lesson,question,context,score,confidence,hints,misconceptions,response')
    assert.equal(rows.length, answers.length)
    rows.forEach((row, index) => {
      const one = answers[index]
      assert.equal(row.length, 9)
      assert.equal(row[0], new Date(one?.at ?? 0).toISOString())
      assert.deepEqual([row[2], Number(row[4]), Number(row[6])], [one?.question, one?.score, one?.hints])
      if (one?.response.type === 'text') assert.equal(undo(row[8]), one.response.text)
    })
  }), { numRuns: 1000 })
})

test('no cell is a formula in the eyes of a spreadsheet', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', '＋', '－', '＠')
  fc.assert(fc.property(start, fc.string(), (first, rest) => {
    const text = attemptsCsv(recordOf([answer(`${first}${rest}`, { lesson: `${first}x`, misconceptions: [`${first}y`], response: { type: 'text', text: first + rest } })]))
    for (const cell of tableOf(text).flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝＋－＠]/)
  }), { numRuns: 1000 })
})

test('the file says that it is UTF-8, in bytes that spreadsheets know', () => {
  assert.deepEqual([...Buffer.from(attemptsCsv([])).subarray(0, 3)], [0xef, 0xbb, 0xbf])
})

test('responses of every type are texts, and other entries are no rows', () => {
  const [, ...rows] = tableOf(attemptsCsv(recordOf([
    answer('a', { response: { type: 'single', option: 'm43' }, confidence: 'certain' }),
    event({ type: 'lesson-completed', lesson: 'budgets' }),
    answer('b', { response: { type: 'multiple', options: ['one', 'two'] }, misconceptions: ['x', 'y'] }),
    answer('c', { response: { type: 'order', items: ['first', 'second'] } }),
    answer('d', { response: { type: 'match', groups: { left: 'right', up: 'down' } } }),
    answer('e', { response: { type: 'number', text: '-43.2' }, score: 0.5 }),
  ])))
  assert.deepEqual(rows.map((row) => row[8]), ['m43', 'one; two', 'first > second', 'left: right; up: down', "'-43.2"])
  assert.deepEqual([rows[0]?.[5], rows[1]?.[7], rows[4]?.[4]], ['certain', 'x; y', '0.5'])
})
