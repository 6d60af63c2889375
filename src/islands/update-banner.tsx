import './update-banner.css'
import { useStore } from '@nanostores/preact'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { offline } from '../messages/offline.ts'
import type { UpdateStore } from '../stores/offline.ts'

/** Says that a new version waits, what it changes, and lets the learner decide when. */
const UpdateBanner = ({ update }: { update: UpdateStore }) => {
  const waiting = useStore(update.$update)
  const [later, setLater] = useState(false)
  if (!waiting || later) return null
  return (
    <div class="update-notice">
      <p>
        <strong>{offline.updateTitle}</strong> {offline.updateChanges(waiting.changes)} {offline.updateKept}
      </p>
      <div class="buttons">
        <button class="button button--main" type="button" onClick={() => update.applyUpdate()}>{offline.updateButton}</button>
        <button class="button button--quiet" type="button" onClick={() => setLater(true)}>{offline.updateLater}</button>
      </div>
    </div>
  )
}

/** Puts the banner into the page's notices, once; a screen reader hears it when it has nothing else to say. */
export const showUpdateBanner = (update: UpdateStore): void => {
  const notices = document.getElementById('notices')
  if (!notices || document.getElementById('update-notice')) return
  const host = document.createElement('div')
  host.id = 'update-notice'
  host.setAttribute('role', 'status')
  notices.append(host)
  render(<UpdateBanner update={update} />, host)
}
