import { useRef, useState } from 'preact/hooks'
import { addresses } from '../../core/course/address.ts'
import type { CourseOutline } from '../../core/course/outline.ts'
import type { Note } from '../../core/record/notes.ts'
import type { LearnerRecord } from '../../core/record/record.ts'
import { notesOf } from '../../core/record/notes.ts'
import { notesMarkdown } from '../../core/record/notes-export.ts'
import { noteTexts as texts } from '../../messages/notes.ts'
import { recordTexts } from '../../messages/record.ts'
import { record } from '../../stores/app.ts'
import { saveText } from '../../stores/pages.ts'

interface EntryProps {
  readonly note: Note
  /** Where its section is; absent when the course no longer has the lesson. */
  readonly href?: string
  readonly onRemove: (note: Note) => void
}

const Entry = ({ note, href, onRemove }: EntryProps) => {
  const { section, heading, text, at, earlier } = note
  const name = section ? heading : texts.whole
  return (
    <li>
      <p class="note-head">{href ? <a href={href}>{name}</a> : name} <span class="label-line">{text ? texts.on(at) : `${texts.bookmark}, ${texts.on(at)}`}</span></p>
      {text && <p class="note-text">{text}</p>}
      {earlier.length > 0 && (
        <details>
          <summary>{texts.earlier(earlier.length)}</summary>
          {earlier.map((words) => <p key={words} class="note-text">{words}</p>)}
        </details>
      )}
      <button class="button button--quiet" type="button" aria-label={`${texts.remove}: ${name}`} onClick={() => onRemove(note)}>{texts.remove}</button>
    </li>
  )
}

interface Props {
  readonly base: string
  readonly course: CourseOutline
  readonly events: LearnerRecord
}

/** Bookmarks and notes, lesson by lesson in the order of the course, each with its way back; all of them as a Markdown file. */
export const NotesList = ({ base, course, events }: Props) => {
  const [last, setLast] = useState<Note>()
  const [saved, setSaved] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const notes = notesOf(events)
  const known = course.modules.flatMap((module) => module.lessons)
  const gone = [...new Set(notes.map(({ lesson }) => lesson))].filter((id) => !known.some((lesson) => lesson.id === id))
  const lessons = [...known, ...gone.map((id) => ({ id, title: texts.gone }))]

  const remove = (note: Note) => {
    void record.append({ type: 'note-removed', lesson: note.lesson, section: note.section })
    setLast(note)
    // The button that had the focus goes with its note.
    status.current?.focus()
  }
  const save = () =>
    saveText(`${course.id}-notes.md`, notesMarkdown(texts.exportTitle(course.title), notes, known), 'text/markdown').then(() => setSaved(recordTexts.saved))
  const undo = ({ lesson, section, heading, text }: Note) => {
    void record.append({ type: 'noted', lesson, section, heading, text })
    setLast(undefined)
    status.current?.focus()
  }
  return (
    <div class="notes">
      <p class="notes-said" role="status" tabIndex={-1} ref={status}>{last ? texts.removed : notes.length > 0 ? texts.total(notes.length) : texts.none}</p>
      {last && <p class="buttons"><button class="button" type="button" onClick={() => undo(last)}>{texts.undo}</button></p>}
      {lessons.map(({ id, title }) => {
        const own = notes.filter(({ lesson }) => lesson === id)
        return own.length > 0 && (
          <section key={id} aria-labelledby={`notes-${id}`}>
            <h3 id={`notes-${id}`}>{title}</h3>
            <ul>
              {own.map((note) => (
                <Entry key={note.section} note={note} href={gone.includes(id) ? undefined : addresses(base).lesson(id, note.section)} onRemove={remove} />
              ))}
            </ul>
          </section>
        )
      })}
      {notes.length > 0 && (
        <p class="buttons">
          <button class="button" type="button" onClick={() => void save()}>{texts.export}</button>
          <span role="status">{saved}</span>
        </p>
      )}
    </div>
  )
}
