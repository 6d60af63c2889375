import { reviewRestTexts as texts } from '../../messages/review-rest.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** Tomorrow on the reader's calendar, as a date field writes it. */
const tomorrow = (): string => {
  const date = new Date()
  date.setDate(date.getDate() + 1)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** When the day in a date field begins on the reader's clock, milliseconds since 1970. */
const startOf = (value: string): number => {
  const [year = NaN, month = NaN, day = NaN] = value.split('-').map(Number)
  return new Date(year, month - 1, day).getTime()
}

/** Says that the learner goes away and when they are back; closed until it is wanted. */
export const AwayForm = ({ onLeave }: { readonly onLeave: (untilMs: number) => void }) => {
  const leave = (event: SubmitEvent) => {
    event.preventDefault()
    const until = new FormData(event.currentTarget as HTMLFormElement).get('until')
    const untilMs = startOf(typeof until === 'string' ? until : '')
    if (Number.isFinite(untilMs)) onLeave(untilMs)
  }
  return (
    <details class="review-away">
      <summary>{texts.away}</summary>
      <p>{texts.awayLine}</p>
      <form onSubmit={leave}>
        <label for="away-until">{texts.awayLabel}</label>
        <input id="away-until" name="until" type="date" required min={tomorrow()} />
        <button class="button" type="submit">{texts.awayButton}</button>
      </form>
    </details>
  )
}
