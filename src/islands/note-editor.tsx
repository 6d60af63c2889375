import './note-editor.css'
import { render } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '@nanostores/preact'
import type { Keeping } from '../core/record/storage.ts'
import { notesOf } from '../core/record/notes.ts'
import { noteTexts as texts } from '../messages/notes.ts'
import { record } from '../stores/app.ts'

/** The section that a note is about. */
export interface NotePlace {
  readonly lesson: string
  /** The heading's anchor. */
  readonly section: string
  readonly heading: string
}

interface Props {
  readonly place: NotePlace
  readonly onClose: () => void
}

/**
 * The note on one section.
 *
 * Accessibility contract. A labelled text field takes the focus when it opens; what is typed is kept as a draft at every change. "Keep it"
 * (with an empty field: a bookmark), "Remove" and "Close" are buttons; Escape closes. The status says what became of the note, and after
 * a removal offers to undo it; removing and undoing put the focus into the field. Closing gives the focus back to the button that opened it.
 */
const NoteEditor = ({ place, onClose }: Props) => {
  const { lesson, section, heading } = place
  const draft = `note-${lesson}-${section}`
  const { events } = useStore(record.$state)
  const note = notesOf(events).find((one) => one.lesson === lesson && one.section === section)
  const kept = record.loadDraft(draft)
  const [text, setText] = useState(typeof kept === 'string' ? kept : note?.text ?? '')
  const [said, setSaid] = useState<'saving' | 'removed' | Keeping>()
  const field = useRef<HTMLTextAreaElement>(null)
  const before = useRef('')
  useLayoutEffect(() => field.current?.focus(), [])

  const write = (words: string) => {
    setText(words)
    setSaid(undefined)
    record.saveDraft(draft, words)
  }
  const keep = async (words: string) => {
    setText(words)
    setSaid('saving')
    const keeping = await record.append({ type: 'noted', lesson, section, heading, text: words.trim() })
    // What was typed while it was being written is a draft of its own.
    const typed = record.loadDraft(draft)
    if (typed !== undefined && typed !== words) return
    if (keeping.state === 'kept') record.clearDraft(draft)
    setSaid(keeping)
  }
  // The button that removes goes with the note, and the one that undoes it goes when it is used: the learner goes on in the field.
  const remove = async () => {
    field.current?.focus()
    before.current = note?.text ?? ''
    record.clearDraft(draft)
    setText('')
    await record.append({ type: 'note-removed', lesson, section })
    setSaid('removed')
  }
  const undo = () => {
    field.current?.focus()
    void keep(before.current)
  }
  const status = () => {
    if (said === 'saving') return texts.saving
    if (said === 'removed') return texts.removed
    if (said) return said.state === 'kept' ? texts.saved : texts.notSaved(said)
    return text.trim() === (note?.text ?? '') ? '' : texts.unsaved
  }
  return (
    <div
      class="note-editor"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <label for={`${draft}-field`}>{texts.label(heading)}</label>
      <textarea ref={field} id={`${draft}-field`} rows={4} value={text} aria-describedby={`${draft}-hint`} onInput={(event) => write(event.currentTarget.value)} />
      <p class="hint" id={`${draft}-hint`}>{texts.hint}</p>
      <p class="buttons">
        <button class="button button--main" type="button" onClick={() => void keep(text)}>{texts.save(!note)}</button>
        <button class="button" type="button" onClick={onClose}>{texts.close}</button>
        {note && <button class="button button--quiet" type="button" onClick={() => void remove()}>{texts.remove}</button>}
        {said === 'removed' && <button class="button button--quiet" type="button" onClick={undo}>{texts.undo}</button>}
      </p>
      <p class="state" role="status">{status()}</p>
    </div>
  )
}

const open = new Map<HTMLElement, HTMLElement>()

/** Opens the note on `place` below `button`, or closes it. */
export const toggleNote = (button: HTMLElement, place: NotePlace): void => {
  const close = () => {
    const host = open.get(button)
    if (!host) return
    render(null, host)
    host.remove()
    open.delete(button)
    button.setAttribute('aria-expanded', 'false')
    button.focus()
  }
  if (open.has(button)) return close()
  const host = document.createElement('div')
  button.after(host)
  open.set(button, host)
  button.setAttribute('aria-expanded', 'true')
  render(<NoteEditor place={place} onClose={close} />, host)
}
