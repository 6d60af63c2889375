import type { SittingKind } from '../../core/record/event.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'
import { StepHeading } from './step-heading.tsx'

interface Props {
  readonly kind: SittingKind
  /** The numbers of the questions that are open. */
  readonly open: readonly number[]
  readonly takesFocus: boolean
  readonly onEnd: () => void
  readonly onBack: () => void
}

/** Before a sitting is handed in: what is still open is said first, and counts as not right. */
export const SittingEnd = ({ kind, open, takesFocus, onEnd, onBack }: Props) => (
  <section class="sitting-end">
    <StepHeading takesFocus={takesFocus}>{open.length > 0 ? texts.someOpen(open.length) : texts.allAnswered}</StepHeading>
    <p>{open.length > 0 ? texts.openNumbers(open) : texts.finishLines[kind]}</p>
    <div class="buttons">
      {open.length > 0 && <button class="button button--main" type="button" onClick={onBack}>{texts.goBack}</button>}
      <button class={open.length > 0 ? 'button' : 'button button--main'} type="button" onClick={onEnd}>
        {open.length > 0 ? texts.handInWith(open.length) : texts.finish[kind]}
      </button>
    </div>
  </section>
)
