import './transfer-rows.css'
import { useStore } from '@nanostores/preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { recordTexts } from '../../messages/record.ts'
import { transferTexts as texts } from '../../messages/transfer.ts'
import { copies } from '../../stores/pages.ts'
import type { BackupStore } from '../../stores/backup.ts'
import type { Transfer, TransferState, TransferStore } from '../../stores/transfer.ts'
import { QrCode } from './qr-code.tsx'

/** What there is to say about sending; empty before it was asked for. */
const sentence = (state: TransferState): string => {
  switch (state.status) {
    case 'idle':
      return ''
    case 'working':
      return texts.working
    case 'unable':
      return texts.unable
    case 'nothing-fits':
      return texts.nothingFits(state.form)
    case 'made': {
      const { form, url, entries, answers, allAnswers, whole } = state.transfer
      return texts.made(form, entries, answers, allAnswers, whole, url.length)
    }
  }
}

interface MadeProps {
  readonly store: TransferStore
  readonly state: Extract<TransferState, { status: 'made' }>
}

/** The link in a field that can be copied from by hand, too, or the code. */
const Made = ({ store, state: { transfer: made, copied } }: MadeProps) => {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (copied === false) field.current?.select()
  }, [copied])
  if (made.code) return <QrCode modules={made.code} label={texts.codeLabel(made.entries, made.answers, made.allAnswers, made.whole)} />
  return (
    <div class="made-link">
      <label><span class="label-line">{texts.field}</span><input ref={field} type="text" readOnly value={made.url} onFocus={(event) => event.currentTarget.select()} /></label>
      <button class="button button--main" type="button" onClick={() => void store.copy()}>{texts.copy}</button>
      <p class="copied" role="status">{copied === undefined ? '' : copied ? texts.copied : texts.notCopied}</p>
    </div>
  )
}

const Sending = ({ store }: { readonly store: TransferStore }) => {
  const state = useStore(store.$transfer)
  const first = useRef<HTMLButtonElement>(null)
  const close = () => {
    store.close()
    first.current?.focus()
  }
  const button = (form: Transfer['form']) => (
    <button ref={form === 'link' ? first : undefined} class="button" type="button" onClick={() => void store.make(form)}>{form === 'link' ? texts.makeLink : texts.makeCode}</button>
  )
  return (
    <div class="row">
      <div><h3>{texts.send}</h3><p>{texts.sendLine}</p></div>
      <p class="send-buttons">{button('link')}{button('code')}</p>
      <p class="outcome" role="status">{sentence(state)}</p>
      {state.status === 'made' && <div class="made"><Made store={store} state={state} /></div>}
      {state.status !== 'idle' && state.status !== 'working' && <p class="buttons"><button class="button button--quiet" type="button" onClick={close}>{texts.close}</button></p>}
    </div>
  )
}

/** The record as a link or code for another device, and its answers as a table. */
export const TransferRows = ({ backup }: { readonly backup: BackupStore }) => {
  const [store, setStore] = useState<TransferStore>()
  const [said, setSaid] = useState('')
  useEffect(() => void copies().then(({ links }) => links()).then(({ transfer }) => setStore(transfer)), [])
  return (
    <>
      {store && <Sending store={store} />}
      <div class="row">
        <div><h3>{texts.table}</h3><p>{texts.tableLine}</p></div>
        <button class="button" type="button" onClick={() => void backup.saveTable().then(() => setSaid(recordTexts.saved))}>{texts.tableButton}</button>
        <p class="outcome" role="status">{said}</p>
      </div>
    </>
  )
}
