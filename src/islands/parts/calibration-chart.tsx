import type { ConfidenceResult } from '../../core/record/calibration.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'

/** A share of the chart's width, which is 100 units; the lines keep their thickness however wide it is drawn. */
const x = (share: number) => Math.round(share * 1000) / 10

/** What stands beside a track: the count, and that it is too small where a percentage would mislead. */
const lineOf = ({ answers, right, isTelling }: ConfidenceResult): string => {
  if (answers === 0) return texts.confidenceNone
  return isTelling ? texts.confidenceLine(right, answers) : texts.confidenceFew(right, answers)
}

/** How often each confidence was right: a dot with its range, and a tick where the word would put it. */
export const CalibrationChart = ({ results }: { readonly results: readonly ConfidenceResult[] }) => {
  const certain = results.find(({ confidence }) => confidence === 'certain')
  return (
    <>
      <dl class="calibration-rows">
        {results.map((result) => {
          const { confidence, answers, share, isTelling, low, high, expected } = result
          return (
            <div key={confidence}>
              <dt>{texts.confidence[confidence]}</dt>
              <dd class="track" aria-hidden="true">
                <svg viewBox="0 0 100 20" preserveAspectRatio="none">
                  <path class="base" d="M0 10h100" />
                  <path class="tick" d={`M${x(expected)} 2v16`} />
                  {answers > 0 && <path class="range" d={`M${x(low)} 10H${x(high)}`} />}
                  {answers > 0 && <path class="dot" d={`M${x(share)} 10h0.01`} />}
                </svg>
              </dd>
              {isTelling && <dd class="share">{texts.share(share)}</dd>}
              <dd class="label-line">{lineOf(result)}</dd>
            </div>
          )
        })}
      </dl>
      {certain?.isTelling && <p class="certain-line">{texts.certainLine(certain.share)}</p>}
    </>
  )
}
