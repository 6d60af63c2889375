import type { Redo } from '../../core/record/redo.ts'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { nextAttemptAt } from '../../core/quiz/next-attempt.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'
import { record } from '../../stores/app.ts'
import { LoadedQuestion } from './loaded-question.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  /** The lesson whose bank has the question. */
  readonly lesson: string
  readonly redo: Redo
  /** The question in words, as a link where its lesson shows it. */
  readonly children: ComponentChildren
  readonly isOpen: boolean
  /** Opens this row's question, or closes it. */
  readonly onToggle: () => void
  /** Opens the next one that waits in this lesson, if one does. */
  readonly onNext: (() => void) | undefined
}

/** A missed question with a button that asks it again right here. The question takes the focus; closing gives it back to the button. */
export const RedoRow = ({ lesson, redo: { question, times, missedAtMs, isPutRight }, children, isOpen, onToggle, onNext }: Props) => {
  const [isRight, setRight] = useState(false)
  const [isGone, setGone] = useState(false)
  const name = `redo-${question}`
  const close = useRef<HTMLButtonElement>(null)

  const toggle = () => {
    setRight(false)
    onToggle()
    close.current?.focus()
  }
  return (
    <li>
      <p class="prompt" id={name}>{children}</p>
      <p class="label-line" role="status">
        {isPutRight ? <span class="is-correct"><Verdict verdict="correct">{texts.putRight}</Verdict></span> : texts.missed(times, missedAtMs)}
      </p>
      <button ref={close} class="button" type="button" aria-expanded={isOpen} aria-describedby={name} onClick={toggle}>{isOpen ? texts.closeOne : texts.redoOne}</button>
      {isOpen && (isGone ? <p role="status">{texts.gone}</p> : (
        <LoadedQuestion
          lesson={lesson}
          choose={(bank) => nextAttemptAt(question, bank, record.$state.get().events)}
          occasion={{
            context: 'again', root: question, onAnswered: ({ score }) => setRight(score === 1),
            ...(isRight && onNext && { next: { label: texts.nextOne, go: onNext } }),
          }}
          takesFocus
          onMissing={() => setGone(true)}
        />
      ))}
    </li>
  )
}
