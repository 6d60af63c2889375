import type { Predicted } from '../core/record/event.ts'
import type { QuestionProps, Work } from './parts/use-attempt.ts'
import { useStore } from '@nanostores/preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { plainText } from '../core/course/rich.ts'
import { effective } from '../core/record/record.ts'
import { predictionTexts as texts } from '../messages/prediction.ts'
import { record } from '../stores/app.ts'
import { banks } from '../stores/questions.ts'
import { NO_MARKS } from './parts/marks-for.ts'
import { OptionList } from './parts/option-list.tsx'
import { QuestionPrompt } from './parts/question-prompt.tsx'
import { takeUp } from './parts/take-up.ts'

/**
 * A guess before reading, never scored.
 *
 * Accessibility contract. A group named by its kind and prompt holds native radio buttons. "Keep my guess" is a button that
 * becomes "What the text says", a disclosure (aria-expanded) with the same place and focus. The status repeats the guess.
 * The comparison names the guess and the text's answer in words with signs, and gives every reason.
 */
export const Prediction = ({ question, children }: Pick<QuestionProps, 'question' | 'children'>) => {
  const name = `q-${question.id}`
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const [choice, setChoice] = useState('')
  const [waiting, setWaiting] = useState(true)
  const [problem, setProblem] = useState('')
  const [work, setWork] = useState<Work>()
  const [open, setOpen] = useState(false)
  // Before the draft is read: what was chosen on this page is newer.
  useLayoutEffect(() => void takeUp(name), [])
  useEffect(() => {
    const draft = record.loadDraft(name)
    if (typeof draft === 'string') setChoice(draft)
    setWaiting(false)
  }, [])

  const kept = status === 'ready'
    ? effective(events).findLast((event): event is Predicted => event.type === 'predicted' && event.question === question.id)
    : undefined
  const guess = kept?.response.type === 'single' ? kept.response.option : undefined
  const guessed = question.lines?.find(({ id }) => id === guess)
  const shown = open && guess !== undefined ? work : undefined

  const pick = (id: string) => {
    setChoice(id)
    setProblem('')
    record.saveDraft(name, id)
  }
  const keep = () => {
    if (!choice) return setProblem(texts.choose)
    void record.append({ type: 'predicted', question: question.id, lesson: question.lesson, response: { type: 'single', option: choice } })
    record.clearDraft(name)
  }
  const compare = async () => {
    try {
      const [kit, bank] = await Promise.all([import('./parts/question-kit.ts'), banks.of(question.lesson)])
      setWork({ kit, bank })
      setOpen(!open)
      setProblem('')
    } catch {
      setProblem(texts.unreachable)
    }
  }
  const act = (event: MouseEvent) => {
    if (event.detail < 2) void (guessed ? compare() : keep())
  }
  return (
    <fieldset class={`q${shown ? ' is-graded' : ''}${waiting ? ' is-waiting' : ''}`} id={name} data-pagefind-ignore="all">
      <QuestionPrompt prompt={question.prompt} left={texts.title} right={texts.line} />
      <OptionList
        name={name}
        several={false}
        lines={question.lines ?? []}
        chosen={[guess ?? choice]}
        disabled={guessed !== undefined}
        marks={shown ? shown.kit.marksOfGuess(shown, question.id, guess ?? '') : NO_MARKS}
        onPick={pick}
      />
      <div class="q-act q-act--guess">
        <div class="q-foot">
          <div class="buttons">
            <button class="button" type="button" aria-expanded={guessed ? open : undefined} onClick={act}>
              {guessed ? (open ? texts.hide : texts.compare) : texts.keep}
            </button>
          </div>
          <p class="q-state" role="status">{problem || (guessed ? texts.kept(plainText(guessed.text)) : texts.hope)}</p>
        </div>
        {waiting && children}
      </div>
    </fieldset>
  )
}
