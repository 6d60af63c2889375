import { useStore } from '@nanostores/preact'
import { useRef, useState } from 'preact/hooks'
import type { BackupStore } from '../../stores/backup.ts'
import type { LearnerRecord } from '../../core/record/record.ts'
import { answerTimes } from '../../core/record/newest.ts'
import { recordTexts as texts } from '../../messages/record.ts'
import { CopyPreview } from './copy-preview.tsx'

interface Props {
  readonly store: BackupStore
  readonly events: LearnerRecord
}

/** The record as a file: out in one click, in with a preview of what it would add. */
export const BackupRows = ({ store, events }: Props) => {
  const savedAt = useStore(store.$savedAt)
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const since = answerTimes(events, savedAt).length

  const open = (files: FileList | null) => {
    const file = files?.[0]
    if (file) void store.open(file)
    // The same file can then be chosen again.
    if (input.current) input.current.value = ''
  }

  return (
    <>
      <div class="row">
        <div><h3>{texts.save}</h3><p>{texts.saveLine(savedAt, since)}</p></div>
        <button class="button button--main" type="button" onClick={() => void store.saveCopy().then(() => setSaid(texts.saved))}>{texts.saveButton}</button>
        <p class="outcome" role="status">{said}</p>
      </div>
      <div class="row">
        <div><h3>{texts.bring}</h3><p>{texts.bringLine}</p></div>
        <button ref={choose} class="button" type="button" onClick={() => input.current?.click()}>{texts.bringButton}</button>
        <input ref={input} type="file" accept=".json,application/json" aria-label={texts.bring} hidden onChange={(event) => open(event.currentTarget.files)} />
        <CopyPreview store={store} from="file" onLeave={() => choose.current?.focus()} />
      </div>
    </>
  )
}
