import './profile-rows.css'
import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import type { NameError } from '../../core/profiles.ts'
import { profileTexts as texts } from '../../messages/profiles.ts'
import { copies } from '../../stores/pages.ts'
import type { ProfilesStore } from '../../stores/profiles.ts'
import { NameForm } from './name-form.tsx'
import { ProfileEntry } from './profile-entry.tsx'

const People = ({ store }: { readonly store: ProfilesStore }) => {
  const all = useStore(store.$profiles).map(({ id, name }) => ({ id, name: name || texts.first }))
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<NameError | 'not-kept'>()
  const namesBut = (id?: string) => all.filter((one) => one.id !== id).map(({ name }) => name)
  const add = (typed: string): boolean => {
    const added = store.add(typed, namesBut())
    setProblem(added.ok ? undefined : added.error)
    setSaid(added.ok ? texts.added(added.value.name) : '')
    return added.ok
  }
  return (
    <div class="row people">
      <div><h3 id="people" tabIndex={-1}>{texts.title}</h3><p>{texts.intro}</p></div>
      {all.length > 1 && (
        <ul class="profiles">
          {all.map(({ id, name }) => <ProfileEntry key={id} store={store} id={id} name={name} others={namesBut(id)} say={setSaid} />)}
        </ul>
      )}
      <NameForm label={texts.add} button={texts.addButton} problem={problem} onGive={add} />
      <p class="outcome" role="status">{said}</p>
    </div>
  )
}

/** The people who learn in this browser: each with a record of their own. */
export const ProfileRows = () => {
  const [store, setStore] = useState<ProfilesStore>()
  useEffect(() => void copies().then(({ profiles }) => setStore(profiles)), [])
  return store ? <People store={store} /> : null
}
