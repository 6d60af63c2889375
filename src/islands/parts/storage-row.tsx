import { useEffect, useRef, useState } from 'preact/hooks'
import type { Keeping } from '../../core/record/storage.ts'
import { recordTexts as texts } from '../../messages/record.ts'
import { storage } from '../../stores/pages.ts'

/** What the browser does with the record, as far as it says, and the request to keep it. */
export const StorageRow = ({ keeping }: { readonly keeping: Keeping }) => {
  const [health, setHealth] = useState<Awaited<ReturnType<typeof storage.health>>>({})
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const read = () => void storage.health().then(setHealth)
  useEffect(read, [keeping.state])

  const ask = async () => {
    const agreed = await storage.askToKeep()
    setSaid(agreed ? texts.askAgreed : texts.askRefused)
    // The button goes once the browser has agreed.
    if (agreed) status.current?.focus()
    read()
  }
  return (
    <div class="row">
      <div>
        <h3>{texts.storage}</h3>
        <p>{keeping.state === 'kept' ? texts.kept(health.persisted) : texts.notices(keeping)} {health.usage !== undefined && texts.usage(health.usage)}</p>
        <p role="status" tabIndex={-1} ref={status}>{said}</p>
      </div>
      {keeping.state === 'kept' && health.persisted === false && <button class="button" type="button" onClick={() => void ask()}>{texts.askToKeep}</button>}
    </div>
  )
}
