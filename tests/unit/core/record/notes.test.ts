import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordEvent } from '../../../../src/core/record/event.ts'
import { notesMarkdown } from '../../../../src/core/record/notes-export.ts'
import { notesOf } from '../../../../src/core/record/notes.ts'
import { merge, recordOf } from '../../../../src/core/record/record.ts'
import { anyEvents } from './events.ts'

let next = 0
const stamp = () => ({ id: `test:note-${(next += 1)}`, v: 1, at: 1_700_000_000_000 + next * 1000 })
const noted = (section: string, text: string, lesson = 'budgets'): RecordEvent =>
  ({ ...stamp(), type: 'noted', lesson, section, heading: `About ${section}`, text })
const removed = (section: string): RecordEvent => ({ ...stamp(), type: 'note-removed', lesson: 'budgets', section })

test('the last note of a section stands, and what it said before is kept, each text once', () => {
  const [note] = notesOf(recordOf([noted('minutes', 'first'), noted('minutes', 'second'), noted('minutes', 'first'), noted('minutes', 'third')]))
  assert.deepEqual([note?.text, note?.earlier], ['third', ['first', 'second']])
})

test('a note that says again what it said before keeps only the other text as an earlier one, and the latest note comes first', () => {
  const [first, second] = notesOf(recordOf([noted('spent', 'old'), noted('minutes', 'a'), noted('minutes', 'b'), noted('minutes', 'a')]))
  assert.deepEqual([first?.section, first?.text, first?.earlier, second?.section], ['minutes', 'a', ['b'], 'spent'])
  assert.deepEqual(notesOf(recordOf([noted('a', ''), noted('b', ''), noted('c', '')])).map(({ section }) => section), ['c', 'b', 'a'])
})

test('a bookmark is a note without words, and taking it away leaves nothing', () => {
  assert.deepEqual(notesOf(recordOf([noted('minutes', '')])).map(({ text, earlier }) => [text, earlier]), [['', []]])
  assert.deepEqual(notesOf(recordOf([noted('minutes', 'a'), removed('minutes')])), [])
})

test('a reset of the lesson or of the course takes no note away', () => {
  const events = [noted('minutes', 'mine'), { ...stamp(), type: 'reset' as const, lesson: 'budgets' }, { ...stamp(), type: 'reset' as const }]
  assert.equal(notesOf(recordOf(events)).length, 1)
})

test('two devices that wrote to the same section see the same note, and the other text is not lost', () => {
  const [a, b] = [[noted('minutes', 'on the train')], [noted('minutes', 'at the desk')]]
  const [one, other] = [merge(recordOf(a), recordOf(b)), merge(recordOf(b), recordOf(a))].map((record) => notesOf(record)[0])
  assert.deepEqual(one, other)
  assert.deepEqual([one?.text, one?.earlier], ['at the desk', ['on the train']])
})

test('no text of a note that stands is ever among its earlier ones, whatever the record', () => {
  fc.assert(fc.property(anyEvents, (events) => {
    for (const { text, earlier } of notesOf(recordOf(events))) {
      assert.equal(earlier.includes(text) && text !== '', false)
      assert.equal(new Set(earlier).size, earlier.length)
    }
  }), { numRuns: 1000 })
})

test('nothing that a note or an imported heading says makes a heading of its own in the Markdown file', () => {
  const words = fc.array(fc.constantFrom('#', '##', '# x', '  # x', '=', '===', '--', '---', 'text', '', '- item', '\\'), { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'))
  fc.assert(fc.property(words, words, (text, heading) => {
    const notes = notesOf(recordOf([{ ...stamp(), type: 'noted', lesson: 'budgets', section: 's', heading, text }]))
    const lines = notesMarkdown('Notes', notes, [{ id: 'budgets', title: 'Budgets' }]).split('\n')
    const headings = lines.filter((line, at) => /^ {0,3}#{1,6}(\s|$)/.test(line) || (/^ {0,3}(=+|-+)[ \t]*$/.test(line) && lines[at - 1]?.trim()))
    assert.equal(headings.length, 3)
  }), { numRuns: 1000 })
})

test('the Markdown file follows the course, keeps the learner’s lines under its own headings, and names what the course no longer has', () => {
  const notes = notesOf(recordOf([
    noted('minutes', '# not a heading\n- a list', 'budgets'), noted('', 'on all of it', 'words'), noted('x', 'old', 'vanished'), noted('spent', '', 'budgets'),
  ]))
  assert.equal(notesMarkdown('Notes', notes, [{ id: 'words', title: 'Words' }, { id: 'budgets', title: 'Budgets' }]), [
    '# Notes', '## Words', 'on all of it', '## Budgets', '### About minutes', '\\# not a heading\n- a list', '### About spent', '## vanished', '### About x', 'old\n',
  ].join('\n\n'))
})
