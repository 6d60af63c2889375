import type { Response } from '../quiz/response.ts'
import type { Answered } from './event.ts'
import type { LearnerRecord } from './record.ts'
import { dateStamp } from '../time.ts'

/** The columns of the table, in order. Its language is the file's own, so that programs can rely on it. */
const COLUMNS = ['time', 'lesson', 'question', 'context', 'score', 'confidence', 'hints', 'misconceptions', 'response'] as const

const textOf = (response: Response): string => {
  switch (response.type) {
    case 'single':
      return response.option
    case 'multiple':
      return response.options.join('; ')
    case 'order':
      return response.items.join(' > ')
    case 'match':
      return Object.entries(response.groups).map(([item, group]) => `${item}: ${group}`).join('; ')
    case 'number':
    case 'text':
      return response.text
  }
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets hide (OWASP, CSV injection). So does
 * one that would look as if it had got one, so that the apostrophe can be taken away again.
 */
const defused = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const cell = (text: string): string => {
  const safe = defused(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const rowOf = ({ at, lesson, question, context, score, confidence, hints, misconceptions, response }: Answered): string[] =>
  [new Date(at).toISOString(), lesson, question, context, String(score), confidence ?? '', String(hints), misconceptions.join('; '), textOf(response)]

/** Every answer in `record`, the oldest first, as a table (RFC 4180). The mark in front tells spreadsheets that it is UTF-8. */
export const attemptsCsv = (record: LearnerRecord): string => {
  const answers = record.filter((event): event is Answered => event.type === 'answered')
  return `\uFEFF${[COLUMNS, ...answers.map(rowOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** The name of the file with the table: `stem`, and the day on which it was made. */
export const tableName = (stem: string, madeAt: number): string => `${stem}-answers-${dateStamp(madeAt)}.csv`
