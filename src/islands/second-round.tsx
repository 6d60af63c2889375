import type { ComponentType } from 'preact'
import type { Asked } from '../core/quiz/asked.ts'
import type { QuestionProps } from './parts/use-attempt.ts'
import { useStore } from '@nanostores/preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { answersTo } from '../core/record/answers.ts'
import { answersIn } from '../core/record/counted-answers.ts'
import { missed } from '../core/record/progress.ts'
import { secondRoundTexts as texts } from '../messages/second-round.ts'
import { record } from '../stores/app.ts'
import { banks } from '../stores/questions.ts'
import { viewOf } from './parts/view-of.ts'

interface Props {
  /** The lesson's id. */
  readonly lesson: string
  /** Ids of the questions that the page shows, in its order. */
  readonly questions: readonly string[]
}

/** A question to take once more, with the view of its type. */
interface Entry {
  /** Id of the question that was missed. */
  readonly root: string
  readonly number: number
  readonly asked: Asked
  readonly View: ComponentType<QuestionProps>
}

/**
 * The second round: what was missed in this lesson and not put right yet comes back with a sibling, other numbers or
 * another order. It keeps its place on the page when there is nothing to repeat, so that it can appear without a shift; a
 * status says how many questions wait.
 */
export const SecondRound = ({ lesson, questions }: Props) => {
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const [round, setRound] = useState<readonly Entry[]>([])
  const [failed, setFailed] = useState(false)
  const section = useRef<HTMLElement>(null)

  // The button that began the round is gone; the round itself takes the focus over.
  useLayoutEffect(() => {
    if (round.length > 0) section.current?.focus()
  }, [round])

  const due = status === 'ready' ? missed(events) : undefined
  const waiting = questions.filter((id) => due?.has(id))
  const isOver = round.every(({ root }) => answersTo(root, events).at(-1)?.context === 'again')

  const start = async () => {
    try {
      const [{ ask }, { nextAttempt }, bank] = await Promise.all([import('../core/quiz/asked.ts'), import('../core/quiz/next-attempt.ts'), banks.of(lesson)])
      const roots = waiting.flatMap((id) => bank.filter((question) => question.id === id))
      setRound(await Promise.all(roots.map(async (root) => {
        const { question, number } = nextAttempt(root, bank, answersIn(events))
        return { root: root.id, number, asked: ask(question, number), View: await viewOf(root.type) }
      })))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  const words = failed ? texts.unreachable : waiting.length > 0 ? texts.waiting(waiting.length) : round.length > 0 ? texts.done : ''
  return (
    <section class="second-round" ref={section} tabIndex={-1} aria-label={texts.title} data-pagefind-ignore="all">
      {round.map(({ root, number, asked, View }) => <View key={`${root} ${asked.id} ${number}`} question={asked} occasion={{ context: 'again', root, number }} />)}
      <p role="status">{words}</p>
      {waiting.length > 0 && isOver && (
        <p class="buttons"><button class="button" type="button" onClick={() => void start()}>{texts.start(waiting.length)}</button></p>
      )}
    </section>
  )
}
