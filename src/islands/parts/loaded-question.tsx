import type { ComponentType } from 'preact'
import type { Asked } from '../../core/quiz/asked.ts'
import type { NextAttempt } from '../../core/quiz/next-attempt.ts'
import type { Question, QuestionType } from '../../core/quiz/question.ts'
import type { Occasion, QuestionProps } from './use-attempt.ts'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../../core/quiz/asked.ts'
import { loadedTexts as texts } from '../../messages/loaded-question.ts'
import { banks } from '../../stores/questions.ts'
import { viewOf } from './view-of.ts'

interface Props extends Pick<QuestionProps, 'position' | 'total'> {
  /** The lesson that the question belongs to. */
  readonly lesson: string
  /** The type that the question probably has, so that its view is fetched together with it. */
  readonly type?: QuestionType
  /** Which question of its family or the whole bank to ask, and with which numbers; undefined when it is not there. */
  readonly choose: (bank: readonly Question[]) => NextAttempt | undefined
  readonly occasion: Omit<Occasion, 'number'>
  /** Moves the focus to the question when it appears, since what had it is gone. */
  readonly takesFocus?: boolean
  /** Called when `choose` finds nothing to ask in the whole bank. */
  readonly onMissing?: () => void
  /** Called when the question cannot be loaded; `choose` is called after all when another try succeeds. */
  readonly onFailed?: () => void
}

interface Loaded {
  readonly asked: Asked
  readonly number: number
  readonly View: ComponentType<QuestionProps>
}

/**
 * A question on a page that has none of its own: it, its siblings and the view of its type are fetched, then it is asked. Give it a `key` that
 * changes with what is asked. A status says that it is being loaded, or that it cannot be, with a button to try again, which stays, and keeps
 * the focus, until the question takes it. Firefox asks for a module that failed only once for each time a page is opened, so when another try
 * fails too, the status speaks of a reload.
 */
export const LoadedQuestion = ({ lesson, type, choose, occasion, takesFocus, onMissing, onFailed, position, total }: Props) => {
  const [loaded, setLoaded] = useState<Loaded>()
  const [failed, setFailed] = useState(false)
  const [trying, setTrying] = useState(true)
  const tries = useRef(0)
  const frame = useRef<HTMLDivElement>(null)

  const load = async () => {
    tries.current += 1
    setTrying(true)
    if (type) viewOf(type).catch(() => undefined)
    try {
      const chosen = choose(await banks.family(lesson, occasion.root)) ?? choose(await banks.of(lesson))
      if (!chosen) return onMissing?.()
      const { question, number } = chosen
      setLoaded({ asked: ask(question, number), number, View: await viewOf(question.type) })
    } catch {
      setFailed(true)
      setTrying(false)
      // What had the focus may have gone for the sake of the question.
      if (takesFocus && tries.current === 1) frame.current?.focus()
      onFailed?.()
    }
  }
  useEffect(() => void load(), [])
  useLayoutEffect(() => {
    if (loaded && (takesFocus || tries.current > 1)) frame.current?.focus()
  }, [loaded])

  return (
    <div class="loaded-question" ref={frame} tabIndex={-1}>
      {loaded
        ? <loaded.View question={loaded.asked} occasion={{ ...occasion, number: loaded.number }} position={position} total={total} />
        : <p role="status">{trying ? texts.loading : tries.current > 1 ? texts.failedAgain : texts.failed}</p>}
      {failed && !loaded && (
        <p class="buttons"><button class="button" type="button" aria-disabled={trying} onClick={() => { if (!trying) void load() }}>{texts.tryAgain}</button></p>
      )}
    </div>
  )
}
