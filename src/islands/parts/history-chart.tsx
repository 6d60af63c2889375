import type { Week } from '../../core/record/history.ts'
import { historyTexts as texts } from '../../messages/history.ts'
import { HistoryDrawing } from './history-drawing.tsx'

const Numbers = ({ weeks }: { readonly weeks: readonly Week[] }) => (
  <details class="history-numbers">
    <summary>{texts.table}</summary>
    <table>
      <thead><tr>{Object.values(texts.columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>
        {weeks.map(({ startMs, answers, rightAtFirst, held }) => (
          <tr key={startMs}><th scope="row">{texts.week(startMs)}</th><td>{answers}</td><td>{rightAtFirst}</td><td>{held}</td></tr>
        ))}
      </tbody>
    </table>
  </details>
)

/** Answers and what is held, week by week: drawn from the second week on, since one column says no more than a sentence. */
export const HistoryChart = ({ weeks }: { readonly weeks: readonly Week[] }) => {
  const [only, second] = weeks
  if (!only) return <p>{texts.none}</p>
  if (!second) return <p>{texts.one(only)}</p>
  return (
    <>
      <div class="history"><HistoryDrawing weeks={weeks} look="broad" /><HistoryDrawing weeks={weeks} look="narrow" /></div>
      <Numbers weeks={weeks} />
    </>
  )
}
