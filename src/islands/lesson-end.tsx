import { useStore } from '@nanostores/preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { lessonProgress } from '../core/record/progress.ts'
import { progressTexts as texts } from '../messages/progress.ts'
import { record } from '../stores/app.ts'

interface Props {
  readonly base: string
  /** The lesson's id. */
  readonly lesson: string
  /** Ids of the questions that the page shows. */
  readonly questions: readonly string[]
  /** A sentence that leads on to the next lesson. */
  readonly lead: string
  readonly next?: { readonly id: string; readonly title: string; readonly label: string }
}

/** The end of a lesson: how the questions went, the learner's own "read", and the way on. */
export const LessonEnd = ({ base, lesson, questions, lead, next }: Props) => {
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const [acted, setActed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { state, answered, right } = lessonProgress(lesson, questions, events)
  const href = next && addresses(base).lesson(next.id)
  const isRead = state === 'read'

  // The button that was used is gone afterwards; the one that undoes it takes the focus over.
  useLayoutEffect(() => {
    if (acted) button.current?.focus()
  }, [acted, isRead])

  const markRead = () => {
    void record.append({ type: 'lesson-completed', lesson })
    setActed(true)
    if (href) location.assign(href)
  }
  const markUnread = () => {
    void record.append({ type: 'lesson-reopened', lesson })
    setActed(true)
  }

  const score = status === 'loading' ? texts.asked(questions.length) : texts.score(answered, questions.length, right)
  const word = isRead ? texts.marked : acted ? texts.unmarked : answered === questions.length && status === 'ready' ? texts.suggestion : ''
  return (
    <section class="lesson-end" aria-label={texts.end}>
      <p class="score">{score} <span role="status">{word}</span></p>
      <div>
        {next && <p class="label-line">{next.label}</p>}
        {next && <h2 class="next-title">{next.title}</h2>}
        <p>{next ? lead : texts.last}</p>
      </div>
      <div class="buttons">
        {status === 'ready' && !isRead && (
          <button ref={button} class="button button--main" type="button" onClick={markRead}>{next ? texts.markAndGo : texts.mark}</button>
        )}
        {next && (status === 'loading' || isRead) && <a class="button button--main" href={href}>{texts.goOn(next.title)}</a>}
        {next && status === 'ready' && !isRead && <a class="button button--quiet" href={href}>{texts.goOnWithout}</a>}
        {isRead && <button ref={button} class="button button--quiet" type="button" onClick={markUnread}>{texts.unmark}</button>}
      </div>
    </section>
  )
}
