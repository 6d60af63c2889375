import type { Note } from './notes.ts'

/** A lesson as the export names it. */
export interface NotedLesson {
  readonly id: string
  readonly title: string
}

/** The learner's lines under a heading of their own level: neither a `#` before one nor a line drawn below it may make another heading of the file. */
const quoted = (text: string): string => text.replace(/^( {0,3})(?=#{1,6}(?:\s|$)|(?:=+|-+)[ \t]*$)/gm, '$1\\')

const oneLine = (heading: string): string => heading.replace(/\s+/g, ' ').trim()

/**
 * `notes` as one Markdown file with the title `title`, in the order of `lessons`, and within a lesson in the order they were written.
 * Notes of lessons that the course no longer has come last, under their ids.
 */
export const notesMarkdown = (title: string, notes: readonly Note[], lessons: readonly NotedLesson[]): string => {
  const known = new Set(lessons.map(({ id }) => id))
  const gone = [...new Set(notes.map(({ lesson }) => lesson))].filter((id) => !known.has(id)).map((id) => ({ id, title: id }))
  const parts = [...lessons, ...gone].flatMap((lesson) => {
    const own = notes.filter((note) => note.lesson === lesson.id).toSorted((a, b) => a.at - b.at)
    if (own.length === 0) return []
    return [`## ${lesson.title}`, ...own.flatMap(({ heading, section, text }) => [...(section ? [`### ${oneLine(heading)}`] : []), ...(text ? [quoted(text.trim())] : [])])]
  })
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`
}
