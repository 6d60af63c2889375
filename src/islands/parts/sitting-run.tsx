import { useRef, useState } from 'preact/hooks'
import type { IndexedQuestion } from '../../core/review/question-index.ts'
import type { Sitting } from '../../core/sittings/sitting.ts'
import type { Place } from './use-place.ts'
import { addresses } from '../../core/course/address.ts'
import { nextAttemptAt } from '../../core/quiz/next-attempt.ts'
import { conductOf, runOf, type Step } from '../../core/sittings/run.ts'
import { sittingTexts as texts } from '../../messages/sittings.ts'
import { record } from '../../stores/app.ts'
import { LoadedQuestion } from './loaded-question.tsx'
import { SittingEnd } from './sitting-end.tsx'
import { SittingNumbers } from './sitting-numbers.tsx'

interface Props {
  readonly base: string
  readonly sitting: Sitting
  /** The questions so far, in order; a placement adds one after each answer. */
  readonly asked: readonly IndexedQuestion[]
  /** How many there will be at most. */
  readonly total: number
  readonly place: Place
  /** Called for a question that its lesson's bank lacks. */
  readonly onMissing: (root: string) => void
  readonly onEnd: () => void
}

/**
 * The questions of a sitting, one at a time, and the end of it. Reasons wait for the end, except in a pretest. What was answered before
 * cannot be answered again, so its number leads to the next open question.
 */
export const SittingRun = ({ base, sitting, asked, total, place, onMissing, onEnd }: Props) => {
  const { id, kind, answers } = sitting
  const [said, setSaid] = useState('')
  const [unreachable, setUnreachable] = useState(false)
  /** Answered since the page was opened: in a pretest it stays until the learner goes on. */
  const fresh = useRef<string>()

  const { tellsAtOnce, canLeave, hasNumbers } = conductOf(kind)
  const { open, stepAt, nextOpen, after } = runOf(sitting, asked)
  const at = stepAt(place.at === 'end' ? 'end' : Number(place.at) - 1, fresh.current)
  const question = typeof at === 'number' ? asked[at] : undefined

  const goTo = (step: Step) => {
    setSaid('')
    setUnreachable(false)
    if (step === 'over') onEnd()
    else place.go(step === 'end' ? 'end' : String(step + 1), true)
  }
  const answered = (root: string, from: number) => {
    fresh.current = root
    if (tellsAtOnce) return
    goTo(after(from))
    setSaid(hasNumbers ? texts.recordedOf(from + 1, open.length - 1) : texts.recorded(from + 1))
  }
  const leave = (from: number) => {
    goTo(after(from))
    setSaid(texts.left(from + 1))
  }

  return (
    <div class="sitting-run">
      <p class="label-line sitting-said" role="status">{said}</p>
      {question && typeof at === 'number'
        ? (
          <LoadedQuestion
            key={`${id} ${question.id}`}
            lesson={question.lesson}
            choose={(bank) => nextAttemptAt(question.id, bank, record.$state.get().events)}
            occasion={{
              context: kind, root: question.id, sitting: id, silent: !tellsAtOnce,
              ...(tellsAtOnce
                ? { next: { label: after(at) === 'over' ? texts.finish.pretest : texts.next, go: () => goTo(after(at)) } }
                : { label: texts.record }),
              onAnswered: () => answered(question.id, at),
            }}
            takesFocus={place.moved}
            onMissing={() => onMissing(question.id)}
            onFailed={() => setUnreachable(true)}
            position={at + 1}
            total={total}
          />
        )
        : <SittingEnd kind={kind} open={open.map((one) => one + 1)} takesFocus={place.moved} onEnd={onEnd} onBack={() => goTo(open[0] ?? 'end')} />}
      {unreachable && <p>{texts.unreachable} <a href={addresses(base).offline}>{texts.keepOffline}</a></p>}
      {canLeave && typeof at === 'number' && nextOpen(at) !== undefined && open.includes(at) && (
        <p class="buttons"><button class="button button--quiet" type="button" onClick={() => leave(at)}>{texts.leave}</button></p>
      )}
      {hasNumbers && (
        <SittingNumbers
          numbers={asked.map((one) => !answers.has(one.id))}
          current={typeof at === 'number' ? at : undefined}
          onGo={goTo}
          onEnd={question && (() => goTo('end'))}
        />
      )}
    </div>
  )
}
