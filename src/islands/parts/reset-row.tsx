import { useRef, useState } from 'preact/hooks'
import type { OutlineLesson } from '../../core/course/outline.ts'
import type { Reset } from '../../core/record/event.ts'
import { recordTexts as texts } from '../../messages/record.ts'
import { record } from '../../stores/app.ts'

interface Props {
  /** The lessons that have something to reset. */
  readonly begun: readonly OutlineLesson[]
  /** For the names of lessons in earlier resets. */
  readonly lessons: readonly OutlineLesson[]
  /** Resets that can be taken back, the latest first. */
  readonly resets: readonly Reset[]
}

/** Sets a lesson or the course back to new. Every reset stays listed with its undo, so a slip costs nothing. */
export const ResetRow = ({ begun, lessons, resets }: Props) => {
  const [lesson, setLesson] = useState('')
  const [said, setSaid] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const chosen = begun.find(({ id }) => id === lesson)
  const nameOf = (id: string | undefined) => (id === undefined ? texts.resetAll : lessons.find((entry) => entry.id === id)?.title ?? id)

  const reset = () => {
    void record.append(chosen ? { type: 'reset', lesson: chosen.id, questions: chosen.questions } : { type: 'reset' })
    setSaid(texts.resetDone(nameOf(chosen?.id)))
    setLesson('')
  }
  const undo = (event: string) => {
    void record.append({ type: 'undone', event })
    setSaid(texts.undone)
    button.current?.focus()
  }

  return (
    <div class="row">
      <div>
        <h3>{texts.reset}</h3>
        <p>{texts.resetLine}</p>
        <label class="reset-what">
          <span>{texts.resetWhat}</span>
          <select value={lesson} onChange={(event) => setLesson(event.currentTarget.value)}>
            <option value="">{texts.resetAll}</option>
            {begun.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </select>
        </label>
      </div>
      <button ref={button} class="button" type="button" onClick={reset}>{texts.resetButton}</button>
      <p class="outcome" role="status">{said}</p>
      {resets.length > 0 && (
        <div class="resets">
          <h4>{texts.resets}</h4>
          <ul class="reset-list">
            {resets.map(({ id, lesson: of, at }) => (
              <li key={id}>
                <span id={`reset-${id}`}>{texts.resetOn(nameOf(of), at)}</span>
                <button class="button button--quiet" type="button" aria-describedby={`reset-${id}`} onClick={() => undo(id)}>{texts.undo}</button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
