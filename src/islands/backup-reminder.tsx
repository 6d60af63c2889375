import './backup-reminder.css'
import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { transferTexts as texts } from '../messages/transfer.ts'
import { record } from '../stores/app.ts'
import { backup, copies } from '../stores/pages.ts'
import type { ReminderStore } from '../stores/reminder.ts'

const Reminding = ({ store }: { readonly store: ReminderStore }) => {
  const reminder = useStore(store.$reminder)
  const [saved, setSaved] = useState(false)
  const save = async () => {
    await (await backup()).saveCopy()
    setSaved(true)
  }
  return (
    <div role="status">
      {reminder && (
        <section class="reminder" aria-label={texts.reminder}>
          <p>{texts.reminders(reminder)}</p>
          <div class="buttons">
            <button class="button" type="button" onClick={() => void save()}>{texts.reminderSave}</button>
            <button class="button button--quiet" type="button" onClick={store.dismiss}>{texts.reminderLater}</button>
          </div>
        </section>
      )}
      {!reminder && saved && <p class="reminder">{texts.reminderSaved}</p>}
    </div>
  )
}

/** A quiet line when a copy of the record is due. May stand on any page but a lesson; loads what it needs once there are answers. */
export const BackupReminder = () => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  const [store, setStore] = useState<ReminderStore>()
  const isNeeded = events.some(({ type }) => type === 'answered')
  useEffect(() => {
    if (isNeeded) void copies().then(({ reminders }) => setStore(reminders))
  }, [isNeeded])
  return store ? <Reminding store={store} /> : null
}
