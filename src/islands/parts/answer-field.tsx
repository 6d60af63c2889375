import type { Session } from './use-attempt.ts'
import { quiz as texts } from '../../messages/quiz.ts'

/** One line to type an answer in, with the unit after it. Enter checks, as it would in a form. */
export const AnswerField = ({ session }: { readonly session: Session }) => {
  const { asked: { type, unit }, draft: { response }, checked, name } = session
  if (response.type !== 'number' && response.type !== 'text') return null
  return (
    <div class={`field field--${type}`}>
      <label for={`${name}-field`}>{texts.yourAnswer}</label>
      <input
        id={`${name}-field`}
        type="text"
        inputMode={type === 'number' && !unit ? 'decimal' : 'text'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={response.text}
        readOnly={checked?.grade !== undefined}
        aria-invalid={checked?.unfinished !== undefined}
        aria-describedby={`${unit ? `${name}-unit ` : ''}${name}-result`}
        onInput={(event) => session.respond({ ...response, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing && !checked?.grade) session.run('check')
        }}
      />
      {unit && <span id={`${name}-unit`}>{unit}</span>}
    </div>
  )
}
