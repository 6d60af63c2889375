import type { Week } from '../../core/record/history.ts'
import { HISTORY_WEEKS } from '../../core/record/history.ts'
import { historyTexts as texts } from '../../messages/history.ts'

interface Props {
  readonly weeks: readonly Week[]
  /** For columns from 34rem, or under it: letters are drawn at their size in both. */
  readonly look: 'broad' | 'narrow'
}

/** Widths in pixels of a column and of its bar. */
const SIZES = { broad: { column: 52, bar: 30, letters: 13 }, narrow: { column: 25, bar: 19, letters: 11 } } as const

const BARS = 96
const LINE = 48
/** Room for a number above what it belongs to. */
const NUMBER = 18

/** Where the months are written: under the first week drawn, and under the first that begins in another month than the one before. */
const monthBegins = (weeks: readonly Week[], at: number): boolean =>
  at === 0 || texts.month(weeks[at]?.startMs ?? 0) !== texts.month(weeks[at - 1]?.startMs ?? 0)

/** Answers as bars, filled as far as they were right at the first try; under them what was held. Every number stands at its week; the titles are text, which wraps. */
export const HistoryDrawing = ({ weeks, look }: Props) => {
  const { column, bar, letters } = SIZES[look]
  const width = column * HISTORY_WEEKS
  const most = Math.max(...weeks.map(({ answers }) => answers), 1)
  const mostHeld = Math.max(...weeks.map(({ held }) => held), 1)
  const middle = (at: number) => at * column + column / 2
  const base = NUMBER + BARS
  const dates = base + 16
  const months = dates + 15
  const heldBase = NUMBER + LINE
  const heldY = (held: number) => heldBase - 4 - (held / mostHeld) * LINE
  const height = (n: number) => Math.round((n / most) * BARS * 10) / 10
  const fits = (n: number, share: number) => n > 0 && share > NUMBER && String(n).length * letters * 0.6 < bar - 2
  return (
    <>
      <figure class={`history-${look}`}>
        <figcaption>{texts.answers}</figcaption>
        <svg viewBox={`0 0 ${width} ${months + 4}`} width={width} height={months + 4} role="img" aria-label={texts.answersPicture(weeks)}>
          <path class="axis" d={`M0 ${base}h${column * weeks.length}`} />
          {weeks.map(({ startMs, answers, rightAtFirst }, at) => {
            const left = middle(at) - bar / 2
            return (
              <g key={startMs}>
                {answers > 0 && <rect class="rest" x={left + 0.5} y={base - height(answers) + 0.5} width={bar - 1} height={Math.max(height(answers) - 1, 1)} />}
                {rightAtFirst > 0 && <rect class="right" x={left} y={base - height(rightAtFirst)} width={bar} height={height(rightAtFirst)} />}
                <text class="mid strong" x={middle(at)} y={base - height(answers) - 5}>{answers}</text>
                {fits(rightAtFirst, height(rightAtFirst)) && rightAtFirst !== answers && <text class="mid inside" x={middle(at)} y={base - height(rightAtFirst) + 14}>{rightAtFirst}</text>}
                <text class="mid muted" x={middle(at)} y={dates}>{texts.dayOfMonth(startMs)}</text>
                {monthBegins(weeks, at) && <text class="mid muted" x={middle(at)} y={months}>{texts.month(startMs)}</text>}
              </g>
            )
          })}
        </svg>
      </figure>
      <figure class={`history-${look}`}>
        <figcaption>{texts.held}</figcaption>
        <svg viewBox={`0 0 ${width} ${heldBase + 4}`} width={width} height={heldBase + 4} role="img" aria-label={texts.heldPicture(weeks)}>
          <path class="axis" d={`M0 ${heldBase}h${column * weeks.length}`} />
          <path class="line" d={weeks.map(({ held }, at) => `${at === 0 ? 'M' : 'L'}${middle(at)} ${heldY(held)}`).join('')} />
          {weeks.map(({ startMs, held }, at) => (
            <g key={startMs}>
              <circle class="right" cx={middle(at)} cy={heldY(held)} r="3.5" />
              <text class="mid strong" x={middle(at)} y={heldY(held) - 8}>{held}</text>
            </g>
          ))}
        </svg>
      </figure>
    </>
  )
}
