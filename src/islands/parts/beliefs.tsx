import type { Misconception } from '../../core/course/course.ts'
import type { OutlineLesson } from '../../core/course/outline.ts'
import type { ChosenMisconception } from '../../core/record/misconceptions.ts'
import { addresses } from '../../core/course/address.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'
import { Mark } from './mark.tsx'
import { Verdict } from './verdict.tsx'

/** More than these would be a list of guilt; the rest waits behind a click. */
const SHOWN = 4

interface Props {
  readonly base: string
  readonly lessons: readonly OutlineLesson[]
  readonly chosen: readonly ChosenMisconception[]
  readonly misconceptions: readonly Misconception[]
}

const Belief = ({ base, lessons, misconceptions, chosen: { id, times, lastAt, isPutRight } }: Omit<Props, 'chosen'> & { readonly chosen: ChosenMisconception }) => {
  const to = addresses(base)
  const known = misconceptions.find((entry) => entry.id === id)
  const lesson = known && lessons.find((entry) => entry.id === (known.trap ?? known.lesson))
  return (
    <li data-discipline={known?.discipline}>
      <p class="belief">
        {known && <Mark discipline={known.discipline} />}
        <span>{known?.belief ?? texts.unknownBelief}</span>
      </p>
      {known && (
        <div class="view">
          <p>{known.view}</p>
          <p class="why">{texts.whyHeld} {known.why}</p>
          {lesson && <p><a href={to.lesson(lesson.id, known.trap ? `trap-${id}` : '')}>{texts.answeredIn(lesson.title)}</a></p>}
        </div>
      )}
      <div class="count">
        <p>{texts.chosen(times, lastAt)}</p>
        {isPutRight && <p class="is-correct"><Verdict verdict="correct">{texts.beliefPutRight}</Verdict></p>}
      </div>
    </li>
  )
}

/**
 * The misconceptions behind the learner's answers, each with the view that corrects it, why it is believed and where it is answered:
 * first those still open, and behind a click the rest of them and those put right.
 */
export const Beliefs = ({ chosen, ...rest }: Props) => {
  const open = chosen.filter(({ isPutRight }) => !isPutRight)
  const putRight = chosen.filter(({ isPutRight }) => isPutRight)
  const list = (some: readonly ChosenMisconception[]) => <ul class="beliefs">{some.map((one) => <Belief key={one.id} {...rest} chosen={one} />)}</ul>
  return (
    <>
      {open.length > 0 ? list(open.slice(0, SHOWN)) : <p>{texts.beliefsNone}</p>}
      {open.length > SHOWN && <details class="more-beliefs"><summary>{texts.beliefsMore(open.length - SHOWN)}</summary>{list(open.slice(SHOWN))}</details>}
      {putRight.length > 0 && <details class="more-beliefs"><summary>{texts.beliefsPutRight(putRight.length)}</summary>{list(putRight)}</details>}
    </>
  )
}
