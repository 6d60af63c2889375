import { useStore } from '@nanostores/preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { profileTexts } from '../../messages/profiles.ts'
import { transferTexts as texts } from '../../messages/transfer.ts'
import { hasProfiles } from '../../stores/app.ts'
import { copies } from '../../stores/pages.ts'
import type { BackupStore } from '../../stores/backup.ts'
import { CopyPreview } from './copy-preview.tsx'

/** A record that came with the page's address: the same preview as for a file, above everything else. */
export const ArrivedRecord = ({ store }: { readonly store: BackupStore }) => {
  const state = useStore(store.$backup)
  const [profile, setProfile] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = state.status !== 'idle' && state.from === 'link'
  useEffect(() => {
    void copies().then(async ({ links, profiles: { $profiles, current } }) => {
      if (hasProfiles()) setProfile($profiles.get().find(({ id }) => id === current)?.name || profileTexts.first)
      const { receive } = await links()
      receive()
    })
  }, [])
  const wasShown = useRef(false)
  // It may arrive while the learner is somewhere else on the page; when it goes, so do its buttons.
  useLayoutEffect(() => {
    if (shown) heading.current?.focus()
    else if (wasShown.current) document.getElementById('main')?.focus({ preventScroll: true })
    wasShown.current = shown
  }, [shown])
  return (
    <div class={shown ? 'band arrived' : undefined}>
      {shown && <header><h2 ref={heading} tabIndex={-1}>{texts.arrived}</h2>{profile && state.status === 'preview' && <p>{texts.arrivedIn(profile)}</p>}</header>}
      <div class="record">
        <CopyPreview store={store} from="link" onLeave={() => heading.current?.focus()} />
      </div>
    </div>
  )
}
