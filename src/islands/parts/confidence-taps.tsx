import type { Confidence } from '../../core/quiz/response.ts'
import { quiz as texts } from '../../messages/quiz.ts'

interface Props {
  readonly name: string
  readonly value: Confidence | undefined
  readonly onChange: (confidence: Confidence) => void
}

const LEVELS = ['guess', 'fairly', 'certain'] as const

/** How sure the learner is: three joined taps, optional. A browser that ticks one after a reload would pass for the learner, as in `OptionList`. */
export const ConfidenceTaps = ({ name, value, onChange }: Props) => (
  <fieldset class="confidence">
    <legend>{texts.sure} <span class="visually-hidden">{texts.optional}</span></legend>
    <span class="taps">
      {LEVELS.map((level) => (
        <label key={level}>
          <input type="radio" name={`${name}-sure`} autocomplete="off" checked={value === level} onChange={() => onChange(level)} />{texts.confidence[level]}
        </label>
      ))}
    </span>
  </fieldset>
)
