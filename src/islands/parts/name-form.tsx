import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { NameError } from '../../core/profiles.ts'
import { profileTexts as texts } from '../../messages/profiles.ts'

interface Props {
  readonly label: string
  readonly button: string
  readonly value?: string
  /** Why the last name was refused. */
  readonly problem: NameError | 'not-kept' | undefined
  /** Called with what was typed; true when it was taken, and the field is to be empty again. */
  readonly onGive: (typed: string) => boolean
  readonly onCancel?: () => void
}

/** A field for a name, with the reason when a name is refused. */
export const NameForm = ({ label, button, value = '', problem, onGive, onCancel }: Props) => {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  // A form that can be left was opened by a button; the learner goes on in its field.
  useLayoutEffect(() => {
    if (onCancel) field.current?.select()
  }, [])
  const give = (event: Event) => {
    event.preventDefault()
    const input = field.current
    if (!input) return
    if (onGive(input.value)) input.value = ''
    else input.focus()
  }
  return (
    <form class="name-form" onSubmit={give}>
      <label>
        <span class="label-line">{label}</span>
        <input ref={field} type="text" defaultValue={value} autocomplete="off" aria-invalid={problem !== undefined} aria-describedby={`${id}-problem`} />
      </label>
      <p class="buttons">
        <button class="button" type="submit">{button}</button>
        {onCancel && <button class="button button--quiet" type="button" onClick={onCancel}>{texts.cancel}</button>}
      </p>
      <p id={`${id}-problem`} class="problem" role="status">{problem === undefined ? '' : texts.refused(problem)}</p>
    </form>
  )
}
