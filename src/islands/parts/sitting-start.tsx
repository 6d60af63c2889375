import { useStore } from '@nanostores/preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { finishedOf, openOf, type Sitting } from '../../core/sittings/sitting.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'
import { record } from '../../stores/app.ts'

interface Props {
  readonly kind: Sitting['kind']
  /** The sittings of this kind and module, oldest first. */
  readonly sittings: readonly Sitting[]
  /** What a new one would ask, in words. */
  readonly size: string
  /** How far the open one has come; absent without one. */
  readonly standing?: { readonly answered: number; readonly asked: number }
  /** How the last one ended; absent without one, and for a placement, which has no score. */
  readonly last?: { readonly right: number; readonly asked: number }
  /** Whether the learner has come back from another step: then it takes the focus. */
  readonly takesFocus: boolean
  readonly onGoOn: () => void
  readonly onBegin: () => void
  readonly onResult: () => void
}

/** Before the questions: what is asked, what is unfinished, and how the last one went. */
export const SittingStart = ({ kind, sittings, size, standing, last, takesFocus, onGoOn, onBegin, onResult }: Props) => {
  const start = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (takesFocus) start.current?.focus()
  }, [])
  const keeping = useStore(record.$keeping, { ssr: 'initial' })
  const open = openOf(sittings)
  const ended = finishedOf(sittings).at(-1)
  return (
    <div class="sitting-start" ref={start} tabIndex={-1}>
      <p>{size}</p>
      {(keeping.state === 'not-kept' || keeping.state === 'read-only') && <p>{texts.notKept}</p>}
      <div class="buttons">
        {open && standing && <button class="button button--main" type="button" onClick={onGoOn}>{texts.goOn(kind, open.begunAtMs, standing.answered, standing.asked)}</button>}
        <button class={open ? 'button' : 'button button--main'} type="button" onClick={onBegin}>
          {open ? texts.beginNew : ended ? texts.again : texts.begin(kind)}
        </button>
      </div>
      {open && <p class="label-line">{texts.beginNewLine}</p>}
      {ended?.endedAtMs !== undefined && (
        <p class="buttons">
          {last && <span>{texts.lastResult(ended.endedAtMs, last.right, last.asked)}</span>}
          <button class="button button--quiet" type="button" onClick={onResult}>{texts.seeResult}</button>
        </p>
      )}
    </div>
  )
}
