import type { ConfidenceResult } from '../../core/record/calibration.ts'
import { recordTexts as texts } from '../../messages/record.ts'

/** A share of the chart's width, which is 100 units; the lines keep their thickness however wide it is drawn. */
const x = (share: number) => Math.round(share * 1000) / 10

/** How often each confidence was right: a dot with its range, and a tick where the word would put it. */
export const CalibrationChart = ({ results }: { readonly results: readonly ConfidenceResult[] }) => (
  <dl class="calibration-rows">
    {results.map(({ confidence, answers, right, share, low, high, expected }) => (
      <div key={confidence}>
        <dt>{texts.confidence[confidence]}</dt>
        <dd class="track">
          <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
            <path class="base" d="M0 10h100" />
            <path class="tick" d={`M${x(expected)} 2v16`} />
            {answers > 0 && <path class="range" d={`M${x(low)} 10H${x(high)}`} />}
            {answers > 0 && <path class="dot" d={`M${x(share)} 10h0.01`} />}
          </svg>
        </dd>
        <dd class="share">{answers > 0 ? texts.share(share) : ''}</dd>
        <dd class="label-line">{answers > 0 ? texts.confidenceLine(right, answers) : texts.confidenceNone}</dd>
      </div>
    ))}
  </dl>
)
