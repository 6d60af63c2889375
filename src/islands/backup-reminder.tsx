import './backup-reminder.css'
import { useStore } from '@nanostores/preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { transferTexts as texts } from '../messages/transfer.ts'
import { record } from '../stores/app.ts'
import { backup, copies } from '../stores/pages.ts'
import type { ReminderStore } from '../stores/reminder.ts'

const Reminding = ({ store }: { readonly store: ReminderStore }) => {
  const reminder = useStore(store.$reminder)
  const [said, setSaid] = useState<string>()
  const status = useRef<HTMLParagraphElement>(null)
  // The status is there, empty, before it speaks.
  useEffect(() => setSaid(''), [])
  // The buttons go with the reminder, and the focus would go with them.
  const leave = (words: string) => {
    setSaid(words)
    status.current?.focus()
  }
  const save = async () => {
    await (await backup()).saveCopy()
    leave(texts.reminderSaved)
  }
  const later = () => {
    store.dismiss()
    leave(texts.reminderPutOff)
  }
  const due = said !== undefined && reminder
  return (
    <section class={due || said ? 'reminder' : undefined} aria-label={due ? texts.reminder : undefined}>
      <p role="status" tabIndex={-1} ref={status}>{due ? texts.reminders(due) : said}</p>
      {due && (
        <div class="buttons">
          <button class="button" type="button" onClick={() => void save()}>{texts.reminderSave}</button>
          <button class="button button--quiet" type="button" onClick={later}>{texts.reminderLater}</button>
        </div>
      )}
    </section>
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
