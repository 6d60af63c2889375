import type { AskedLine } from '../../core/quiz/asked.ts'
import type { Note } from './notes-of.ts'
import { RichText } from './rich-text.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  readonly name: string
  readonly several: boolean
  readonly lines: readonly AskedLine[]
  readonly chosen: readonly string[]
  readonly disabled: boolean
  readonly notes: ReadonlyMap<string, Note>
  readonly onPick: (id: string) => void
}

/** Options with native radio buttons or checkboxes; once there are notes, each says how it fared and why. */
export const OptionList = ({ name, several, lines, chosen, disabled, notes, onPick }: Props) => (
  <div class="options">
    {lines.map(({ id, text }) => {
      const note = notes.get(id)
      return (
        <div key={id} class={note ? `option ${note.look}` : 'option'}>
          <label>
            <input type={several ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(id)} disabled={disabled} onChange={() => onPick(id)} />
            <span><RichText rich={text} /></span>
            {note?.words && <Verdict verdict={note.sign}>{note.words}</Verdict>}
          </label>
          {note && <p class="why"><RichText rich={note.rationale} /></p>}
        </div>
      )
    })}
  </div>
)
