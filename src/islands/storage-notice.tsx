import './storage-notice.css'
import { useStore } from '@nanostores/preact'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { needsNotice } from '../core/record/storage.ts'
import { recordTexts as texts } from '../messages/record.ts'
import { record } from '../stores/app.ts'
import { backup } from '../stores/pages.ts'

/** Says what the learner must know about storage, with what can be done about it. */
const StorageNotice = () => {
  const keeping = useStore(record.$keeping)
  const [dismissed, setDismissed] = useState<string>()
  const lines = [
    texts.notices(keeping),
    keeping.evicted ? texts.evicted : '',
    keeping.quarantined ? texts.quarantined(keeping.quarantined) : '',
  ].filter(Boolean).join(' ')
  const shown = needsNotice(keeping) && dismissed !== lines
  return (
    <div role="status">
      {shown && (
        <section class="storage-notice" aria-label={texts.notice}>
          <p>{lines}</p>
          <div class="buttons">
            {keeping.evicted && <button class="button button--main" type="button" onClick={() => void record.keepAgain()}>{texts.keepAgain}</button>}
            <button class="button" type="button" onClick={() => void backup().then((store) => store.saveCopy())}>{texts.save}</button>
            <button class="button button--quiet" type="button" onClick={() => setDismissed(lines)}>{texts.dismiss}</button>
          </div>
        </section>
      )}
    </div>
  )
}

let shown = false

/** Shows the notices about storage in the place that every page has for them; again has no effect. */
export const showStorageNotice = (): void => {
  const place = document.getElementById('notices')
  if (shown || !place) return
  shown = true
  const own = document.createElement('div')
  place.append(own)
  render(<StorageNotice />, own)
}
