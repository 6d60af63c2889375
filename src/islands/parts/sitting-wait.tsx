import { sittingTexts as texts } from '../../messages/sittings.ts'

interface Props {
  /** What the page is for. */
  readonly intro: string
  readonly failed: boolean
}

/** What the page of a sitting, or of the completion record, shows while the record and the list of questions are read, or when they cannot be. */
export const SittingWait = ({ intro, failed }: Props) => (
  <>
    <p class="sitting-intro">{intro}</p>
    <p class="loading" role="status">{failed ? texts.failed : texts.loading}</p>
    {failed && <p class="buttons"><button class="button" type="button" onClick={() => location.reload()}>{texts.retry}</button></p>}
  </>
)
