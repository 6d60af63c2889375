import { useState } from 'preact/hooks'
import type { OutlineLesson } from '../../core/course/outline.ts'
import type { NextAttempt } from '../../core/quiz/next-attempt.ts'
import type { Question } from '../../core/quiz/question.ts'
import type { Answered } from '../../core/record/event.ts'
import type { IndexedQuestion } from '../../core/review/question-index.ts'
import type { Sitting } from '../../core/sittings/sitting.ts'
import { addresses } from '../../core/course/address.ts'
import { nextAttemptAt } from '../../core/quiz/next-attempt.ts'
import { verdictOf } from '../../core/quiz/verdict.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'
import { record } from '../../stores/app.ts'
import { LoadedQuestion } from './loaded-question.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  readonly base: string
  readonly sitting: Sitting
  readonly asked: readonly IndexedQuestion[]
  readonly lessons: readonly OutlineLesson[]
}

/** The question as it was answered; one that was left open is asked now. */
const chosen = (bank: readonly Question[], id: string, given: Answered | undefined): NextAttempt | undefined => {
  if (!given) return nextAttemptAt(id, bank, record.$state.get().events)
  const question = bank.find((one) => one.id === given.question)
  return question && { question, number: given.attempt }
}

/** Every question as it was answered, with all its reasons; those left open can be answered here. Each is fetched when it is opened. */
export const SittingReview = ({ base, sitting, asked, lessons }: Props) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string, isOpen: boolean) => {
    if (open.has(id) !== isOpen) setOpen(new Set(isOpen ? [...open, id] : [...open].filter((other) => other !== id)))
  }
  const allOpen = open.size === asked.length
  return (
    <div class="sitting-review">
      <p class="buttons">
        <button class="button" type="button" onClick={() => setOpen(new Set(allOpen ? [] : asked.map(({ id }) => id)))}>{allOpen ? texts.closeAll : texts.openAll}</button>
      </p>
      {asked.map(({ id, lesson, objective }, at) => {
        const given = sitting.answers.get(id)
        const own = lessons.find((one) => one.id === lesson)
        const title = own?.title ?? ''
        const verdict = given && verdictOf(given.score)
        return (
          <details key={id} open={open.has(id)} onToggle={(event) => toggle(id, event.currentTarget.open)}>
            <summary>
              <span>{texts.lineOf(at + 1, own?.objectives.find((one) => one.id === objective)?.text ?? title)}</span>
              {verdict ? <span class={`is-${verdict}`}><Verdict verdict={verdict}>{texts.verdicts[verdict]}</Verdict></span> : <span>{texts.notAnswered}</span>}
            </summary>
            {open.has(id) && gone.has(id) && <p role="status">{texts.gone}</p>}
            {open.has(id) && !gone.has(id) && (
              <LoadedQuestion
                lesson={lesson}
                choose={(bank) => chosen(bank, id, given)}
                occasion={given ? { context: sitting.kind, root: id, given } : { context: 'again', root: id }}
                onMissing={() => setGone((before) => new Set([...before, id]))}
                position={at + 1}
                total={asked.length}
              />
            )}
            {open.has(id) && !given && <p><a href={addresses(base).lesson(lesson)}>{texts.readIn(title)}</a></p>}
          </details>
        )
      })}
    </div>
  )
}
