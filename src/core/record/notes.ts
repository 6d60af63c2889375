import type { Noted } from './event.ts'
import type { LearnerRecord } from './record.ts'

/** A bookmark that stands, with the note the learner wrote to it. */
export interface Note {
  readonly lesson: string
  /** The heading's anchor; empty for the lesson as a whole. */
  readonly section: string
  /** The heading's words when it was written. */
  readonly heading: string
  /** Plain text in Markdown; empty for a bookmark without words. */
  readonly text: string
  /** When it was last written, milliseconds since 1970. */
  readonly at: number
  /** Texts that it had before, the latest first, each once: another device may have written one of them. */
  readonly earlier: readonly string[]
}

const placeOf = ({ lesson, section }: Pick<Noted, 'lesson' | 'section'>): string => `${lesson}#${section}`

/** `text` among texts that a note has had, as the latest of them and only once. */
const onTop = (text: string, others: readonly string[]): readonly string[] => [text, ...others.filter((other) => other !== text)].filter(Boolean)

const noteFrom = ({ lesson, section, heading, text, at }: Noted, before: Note | undefined): Note => {
  const had = before ? onTop(before.text, before.earlier) : []
  return { lesson, section, heading, text, at, earlier: had.filter((other) => other !== text) }
}

/**
 * The bookmarks and notes that stand, the latest first. A reset takes learning back, not what the learner wrote, so none is touched
 * by one. A note that was removed and written again starts anew.
 */
export const notesOf = (record: LearnerRecord): Note[] => {
  const notes = new Map<string, Note>()
  for (const event of record) {
    if (event.type === 'note-removed') notes.delete(placeOf(event))
    else if (event.type === 'noted') notes.set(placeOf(event), noteFrom(event, notes.get(placeOf(event))))
  }
  return [...notes.values()].sort((a, b) => b.at - a.at || (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** Whether a bookmark or note stands at this place. Cheaper than `notesOf`, for pages that show only that there is one. */
export const noteAt = (record: LearnerRecord, lesson: string, section: string): boolean =>
  record.findLast((event) => (event.type === 'noted' || event.type === 'note-removed') && event.lesson === lesson && event.section === section)?.type === 'noted'
