import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { NameError } from '../../core/profiles.ts'
import { profileTexts as texts } from '../../messages/profiles.ts'
import type { ProfilesStore } from '../../stores/profiles.ts'
import { NameForm } from './name-form.tsx'

interface Props {
  readonly store: ProfilesStore
  readonly id: string
  readonly name: string
  /** The names of the others. */
  readonly others: readonly string[]
  /** Says what was done, where it stays when this entry is gone. */
  readonly say: (sentence: string) => void
}

/** What would go, a copy first, and the click that means it. */
const Removal = ({ store, id, name, say, onLeave }: Pick<Props, 'store' | 'id' | 'name' | 'say'> & { readonly onLeave: () => void }) => {
  const [answers, setAnswers] = useState<number>()
  const [said, setSaid] = useState('')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => void store.answersOf(id).then(setAnswers), [store, id])
  useLayoutEffect(() => first.current?.focus(), [answers])
  const remove = async () => {
    if (!(await store.remove(id))) return setSaid(texts.notRemoved)
    say(texts.removed(name))
    // The button that had the focus is gone with its profile.
    document.getElementById('people')?.focus()
  }
  return (
    <div class="removal">
      <p role="status">{answers === undefined ? '' : texts.removeAsk(name, answers)} {said}</p>
      {answers !== undefined && (
        <p class="buttons">
          {answers > 0 && <button ref={first} class="button button--main" type="button" onClick={() => void store.saveCopyOf(id).then(() => setSaid(texts.savedFirst))}>{texts.saveFirst}</button>}
          <button class="button" type="button" onClick={() => void remove()}>{texts.removeSure(answers)}</button>
          <button ref={answers > 0 ? undefined : first} class="button button--quiet" type="button" onClick={onLeave}>{texts.keep}</button>
        </p>
      )}
    </div>
  )
}

/** One profile: its name, and what can be done with it. The one in use cannot be removed. */
export const ProfileEntry = ({ store, id, name, others, say }: Props) => {
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'removing'>('nothing')
  const [problem, setProblem] = useState<NameError | 'not-kept'>()
  const own = useRef<HTMLButtonElement>(null)
  const isCurrent = id === store.current
  const rest = () => {
    setDoing('nothing')
    setProblem(undefined)
    own.current?.focus()
  }
  const rename = (typed: string): boolean => {
    const renamed = store.rename(id, typed, others)
    setProblem(renamed.ok ? undefined : renamed.error)
    if (renamed.ok) {
      rest()
      say(texts.renamed(renamed.value.name))
    }
    return renamed.ok
  }
  return (
    <li>
      <p class="who"><bdi>{name}</bdi>{isCurrent && <span class="label-line">{texts.inUse}</span>}</p>
      <p class="buttons">
        {!isCurrent && <button class="button" type="button" aria-label={texts.switchTo(name)} onClick={() => store.switchTo(id)}>{texts.switchButton}</button>}
        <button ref={own} class="button button--quiet" type="button" aria-label={texts.rename(name)} onClick={() => setDoing('renaming')}>{texts.renameButton}</button>
        {!isCurrent && <button class="button button--quiet" type="button" aria-label={texts.remove(name)} onClick={() => setDoing('removing')}>{texts.removeButton}</button>}
      </p>
      {doing === 'renaming' && <NameForm label={texts.newName(name)} value={name} button={texts.keepName} problem={problem} onGive={rename} onCancel={rest} />}
      {doing === 'removing' && <Removal store={store} id={id} name={name} say={say} onLeave={rest} />}
    </li>
  )
}
