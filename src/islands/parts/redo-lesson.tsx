import type { OutlineLesson } from '../../core/course/outline.ts'
import type { Redo } from '../../core/record/redo.ts'
import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { addresses } from '../../core/course/address.ts'
import { promptLine } from '../../core/quiz/variant.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'
import { questionsOf } from '../../stores/pages.ts'
import { RedoRow } from './redo-row.tsx'

interface Props {
  readonly base: string
  readonly lesson: OutlineLesson
  readonly redos: readonly Redo[]
}

/** The rows, with the prompts as their names once the lesson's bank has been fetched. One question is open at a time. */
const Rows = ({ base, lesson, redos }: Props) => {
  const bank = useStore(useMemo(() => questionsOf(lesson.id), [lesson.id]))
  const [open, setOpen] = useState<string>()
  const waiting = redos.filter(({ isPutRight }) => !isPutRight)
  const nextTo = (question: string) => waiting.find((redo) => redo.question !== question)?.question
  const first = waiting[0]?.question

  const nameOf = (question: string, at: number) => {
    const found = bank.status === 'ready' ? bank.value.find(({ id }) => id === question) : undefined
    return found ? promptLine(found) : texts.questionNumber(at + 1)
  }
  return (
    <>
      {bank.status === 'failed' && <p class="label-line">{texts.promptsFailed}</p>}
      {waiting.length > 1 && open === undefined && (
        <p class="buttons"><button class="button button--quiet" type="button" onClick={() => setOpen(first)}>{texts.redoAll(waiting.length)}</button></p>
      )}
      <ul class="redo-rows">
        {redos.map((redo, at) => {
          const { question } = redo
          const next = nextTo(question)
          return (
            <RedoRow
              key={question}
              lesson={lesson.id}
              redo={redo}
              isOpen={open === question}
              onToggle={() => setOpen(open === question ? undefined : question)}
              onNext={next === undefined ? undefined : () => setOpen(next)}
            >
              {lesson.questions.includes(question)
                ? <a href={addresses(base).question(lesson.id, question)}>{nameOf(question, at)}</a>
                : nameOf(question, at)}
            </RedoRow>
          )
        })}
      </ul>
    </>
  )
}

/** What is to be taken once more in one lesson; its prompts are fetched when it is opened. */
export const RedoLesson = (props: Props) => {
  const [open, setOpen] = useState(false)
  const waiting = props.redos.filter(({ isPutRight }) => !isPutRight).length
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.lesson.title}{' '}<span class="label-line">{texts.redoIn(waiting, props.redos.length - waiting)}</span></summary>
      {open && <Rows {...props} />}
    </details>
  )
}
