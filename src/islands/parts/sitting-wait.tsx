import type { SittingKind } from '../../core/record/event.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'

interface Props {
  readonly kind: SittingKind
  readonly failed: boolean
}

/** What a sitting's page shows while the record and the list of questions are read, or when they cannot be. */
export const SittingWait = ({ kind, failed }: Props) => (
  <>
    <p class="sitting-intro">{texts.intros[kind]}</p>
    <p class="loading" role="status">{failed ? texts.failed : texts.loading}</p>
    {failed && <p class="buttons"><button class="button" type="button" onClick={() => location.reload()}>{texts.retry}</button></p>}
  </>
)
