import { useEffect, useState } from 'preact/hooks'
import { addresses } from '../../core/course/address.ts'
import type { Question } from '../../core/quiz/question.ts'
import { nextAttemptAt } from '../../core/quiz/next-attempt.ts'
import type { Reworded } from '../../core/review/reworded.ts'
import { reworded } from '../../core/review/reworded.ts'
import { reviewTexts as texts } from '../../messages/review.ts'
import { record } from '../../stores/app.ts'
import { banks } from '../../stores/questions.ts'
import type { ReviewStore } from '../../stores/review.ts'
import type { Asking } from '../../stores/review-state.ts'
import { LoadedQuestion } from './loaded-question.tsx'
import { viewOf } from './view-of.ts'

interface Props {
  readonly base: string
  readonly asking: Asking
  readonly store: ReviewStore
  /** False for the first question after the page was opened: nothing had the focus then. */
  readonly takesFocus: boolean
}

/** Fetches what the next question needs while one is answered; when that fails the question itself will say so. */
const fetchAhead = async (lesson: string, root: string) => {
  const question = (await banks.family(lesson, root)).find(({ id }) => id === root)
  if (question) await viewOf(question.type)
}

/** One question of a session, with what has to be known about it before it is answered and where it comes from after that. */
export const ReviewQuestion = ({ base, asking, store, takesFocus }: Props) => {
  const { ask, item, place, total, answered, isLast, after } = asking
  const [change, setChange] = useState<Reworded>()
  const [failed, setFailed] = useState(false)
  const again = ask.context === 'again'

  useEffect(() => {
    if (after) void fetchAhead(after.lesson, after.question).catch(() => undefined)
  }, [after?.question])

  const choose = (bank: readonly Question[]) => {
    const { events } = record.$state.get()
    const chosen = nextAttemptAt(ask.question, bank, events)
    setFailed(false)
    setChange(chosen && !again ? reworded(item, chosen.question, events) : undefined)
    return chosen
  }
  return (
    <div data-discipline={item.question.discipline}>
      <p class="reworded" role="status">{change && texts.reworded[change.which](change.answeredAtMs)}</p>
      <LoadedQuestion
        lesson={ask.lesson}
        type={item.question.type}
        choose={choose}
        occasion={{
          context: ask.context,
          root: ask.question,
          next: { label: isLast ? texts.toEnd : texts.next, go: store.next },
          onAnswered: store.answered,
        }}
        takesFocus={takesFocus}
        onMissing={store.skip}
        onFailed={() => setFailed(true)}
        position={again ? undefined : place}
        total={again ? undefined : total}
      />
      {failed && <p class="buttons"><button class="button button--quiet" type="button" onClick={store.skip}>{texts.skip}</button></p>}
      {answered && <p class="label-line"><a href={addresses(base).question(ask.lesson, ask.question)}>{texts.lesson}</a></p>}
    </div>
  )
}
