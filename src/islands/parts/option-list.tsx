import type { AskedLine } from '../../core/quiz/asked.ts'
import type { Mark } from './question-answer.tsx'
import { RichText } from './rich-text.tsx'

interface Props {
  readonly name: string
  readonly several: boolean
  readonly lines: readonly AskedLine[]
  readonly chosen: readonly string[]
  readonly disabled: boolean
  readonly marks: ReadonlyMap<string, Mark>
  readonly onPick: (id: string) => void
}

/**
 * Options with native radio buttons or checkboxes; once there are marks, each says how it fared and why. Without `autocomplete` some browsers
 * tick after a reload what was ticked before, which would pass for a new answer.
 */
export const OptionList = ({ name, several, lines, chosen, disabled, marks, onPick }: Props) => (
  <div class="options">
    {lines.map(({ id, text }) => {
      const mark = marks.get(id)
      return (
        <div key={id} class={mark ? `option ${mark.look}` : 'option'}>
          <label>
            <input type={several ? 'checkbox' : 'radio'} name={name} autocomplete="off" checked={chosen.includes(id)} disabled={disabled} onChange={() => onPick(id)} />
            <span><RichText rich={text} /></span>
            {mark?.words}
          </label>
          {mark?.why}
        </div>
      )
    })}
  </div>
)
