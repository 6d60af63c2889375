import { useStore } from '@nanostores/preact'
import type { CopySource } from '../../core/record/backup.ts'
import { recordTexts as texts } from '../../messages/record.ts'
import type { BackupStore } from '../../stores/backup.ts'

interface Props {
  readonly store: BackupStore
  readonly from: CopySource
  /** Called when the buttons are about to go: somebody else must take the focus over. */
  readonly onLeave: () => void
}

/** What a copy would add before anything changes, why it was refused, or what it added; with the choice. */
export const CopyPreview = ({ store, from, onLeave }: Props) => {
  const state = useStore(store.$backup)
  const shown = state.status !== 'idle' && state.from === from
  const addable = state.status === 'preview' && state.entries > 0
  const beforeReset = (state.status === 'preview' || state.status === 'added') && state.beforeReset > 0 && texts.beforeReset(state.beforeReset)
  const leave = (action: () => unknown) => {
    void action()
    onLeave()
  }
  return (
    <>
      <div class="outcome" role="status">
        {shown && state.status === 'refused' && <p class="refused">{texts.refused(state.error, from)}</p>}
        {shown && state.status === 'preview' && <p>{texts.preview(from, state.entries, state.answers, state.devices, state.already)} {beforeReset}</p>}
        {shown && state.status === 'added' && <p>{texts.added(state.entries)} {!state.kept && texts.addedNotKept} {beforeReset}</p>}
      </div>
      {shown && (
        <p class="buttons">
          {addable && <button class="button button--main" type="button" onClick={() => leave(store.confirm)}>{texts.confirm}</button>}
          <button class="button button--quiet" type="button" onClick={() => leave(store.close)}>{addable ? texts.cancel : texts.close}</button>
        </p>
      )}
    </>
  )
}
