import { addresses } from '../course/address.ts'
import type { AntiPattern, Argument, Course, Term } from '../course/course.ts'
import { plainText } from '../course/rich.ts'

/** An entry of a long page that is a result of its own in the full text: a glossary term or an anti-pattern. */
export interface TextRecord {
  /** Address without the base path, with the entry's anchor. */
  readonly path: string
  readonly title: string
  /** What is searched. */
  readonly text: string
}

/** `parts` as sentences: each ends with a mark, so that an excerpt never runs two together. */
const joined = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')

const termText = ({ term, abbreviation, definition }: Term): string =>
  joined([abbreviation ? `${term} (${abbreviation})` : term, plainText(definition)])

const argumentTexts = (list: readonly Argument[]): string[] => list.map(({ text }) => plainText(text))

const antiPatternText = (entry: AntiPattern): string =>
  joined([
    entry.title,
    plainText(entry.symptom),
    plainText(entry.mechanism),
    ...argumentTexts(entry.evidenceFor),
    ...argumentTexts(entry.evidenceAgainst),
    plainText(entry.test),
    plainText(entry.firstStep),
  ])

/** The entries of `course` that are indexed one by one. Lessons are not among them: their pages are indexed as they are. */
export const textRecords = ({ terms, antiPatterns }: Course): TextRecord[] => {
  const to = addresses('')
  return [
    ...terms.map((term) => ({ path: to.glossary(term.id), title: term.term, text: termText(term) })),
    ...antiPatterns.map((entry) => ({ path: to.antiPatterns(entry.id), title: entry.title, text: antiPatternText(entry) })),
  ]
}
