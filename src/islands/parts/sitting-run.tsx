import { useRef, useState } from 'preact/hooks'
import type { IndexedQuestion } from '../../core/review/question-index.ts'
import type { Sitting } from '../../core/sittings/sitting.ts'
import type { Place } from './use-place.ts'
import { addresses } from '../../core/course/address.ts'
import { nextAttemptAt } from '../../core/quiz/next-attempt.ts'
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

  const openAt = asked.flatMap((question, at) => (answers.has(question.id) ? [] : [at]))
  const nextOpen = (after: number) => openAt.find((at) => at > after) ?? openAt.find((at) => at !== after)
  const wanted = Number(place.at) - 1
  const isOpen = openAt.includes(wanted) || (kind === 'pretest' && asked[wanted]?.id === fresh.current)
  const at = place.at === 'end' ? undefined : isOpen ? wanted : nextOpen(wanted)
  const question = at === undefined ? undefined : asked[at]

  const goTo = (next: number | undefined) => place.go(next === undefined ? 'end' : String(next + 1), true)
  const goOn = (from: number) => {
    setSaid('')
    setUnreachable(false)
    // A placement chooses its next question only once this answer is in the record.
    if (kind === 'placement') place.go(String(from + 2), true)
    else if (kind === 'pretest' && nextOpen(from) === undefined) onEnd()
    else goTo(nextOpen(from))
  }
  const answered = (root: string, from: number) => {
    fresh.current = root
    if (kind === 'pretest') return
    goOn(from)
    setSaid(kind === 'placement' ? texts.recorded(from + 1) : texts.recordedOf(from + 1, openAt.length - 1))
  }
  const leave = (from: number) => {
    goOn(from)
    setSaid(texts.left(from + 1))
  }

  return (
    <div class="sitting-run">
      <p class="label-line sitting-said" role="status">{said}</p>
      {question && at !== undefined
        ? (
          <LoadedQuestion
            key={`${id} ${question.id}`}
            lesson={question.lesson}
            choose={(bank) => nextAttemptAt(question.id, bank, record.$state.get().events)}
            occasion={{
              context: kind, root: question.id, sitting: id, silent: kind !== 'pretest',
              ...(kind !== 'pretest' && { label: texts.record }),
              ...(kind === 'pretest' && { next: { label: nextOpen(at) === undefined ? texts.finish.pretest : texts.next, go: () => goOn(at) } }),
              onAnswered: () => answered(question.id, at),
            }}
            takesFocus={place.moved}
            onMissing={() => onMissing(question.id)}
            onFailed={() => setUnreachable(true)}
            position={at + 1}
            total={total}
          />
        )
        : <SittingEnd kind={kind} open={openAt.map((one) => one + 1)} takesFocus={place.moved} onEnd={onEnd} onBack={() => goTo(openAt[0])} />}
      {unreachable && <p>{texts.unreachable} <a href={addresses(base).offline}>{texts.keepOffline}</a></p>}
      {question && at !== undefined && kind !== 'placement' && nextOpen(at) !== undefined && openAt.includes(at) && (
        <p class="buttons"><button class="button button--quiet" type="button" onClick={() => leave(at)}>{texts.leave}</button></p>
      )}
      {(kind === 'check' || kind === 'final') && (
        <SittingNumbers
          numbers={asked.map((one) => !answers.has(one.id))}
          current={at}
          onGo={(to) => { setSaid(''); goTo(to) }}
          onEnd={question && (() => { setSaid(''); goTo(undefined) })}
        />
      )}
    </div>
  )
}
