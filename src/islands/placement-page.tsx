import { seedOf } from '../core/quiz/seed.ts'
import { nextInPlacement, PLACEMENT_SIZE } from '../core/sittings/placement.ts'
import type { Sitting } from '../core/sittings/sitting.ts'
import { placedLessons } from '../core/record/placed.ts'
import { rootsOf, type QuestionIndex } from '../core/review/question-index.ts'
import { sittingTexts as texts } from '../messages/sittings.ts'
import { PlacedList } from './parts/placed-list.tsx'
import { PlacementPath } from './parts/placement-path.tsx'
import { SittingRun } from './parts/sitting-run.tsx'
import { SittingStart } from './parts/sitting-start.tsx'
import { SittingWait } from './parts/sitting-wait.tsx'
import { useCourse } from './parts/use-course.ts'
import { useSitting } from './parts/use-sitting.ts'

const AT = { kind: 'placement' } as const

/** The questions that were answered, in order. */
const answeredOf = ({ answers }: Sitting, index: QuestionIndex) => {
  const roots = rootsOf(index)
  return [...answers.keys()].flatMap((id) => roots.get(id) ?? [])
}

/** The placement: questions that follow the answers, the path that they suggest, and what has been set aside, with the way back. */
export const PlacementPage = ({ base }: { readonly base: string }) => {
  const facts = useCourse()
  const { place, index, sittings, open, last, begin, end, leaveOut } = useSitting(AT, facts)
  if (typeof facts !== 'object') return <SittingWait intro={texts.intros.placement} failed={facts === 'failed'} />

  const { course, events } = facts
  if (place.at !== '' && place.at !== 'result' && open) {
    const next = nextInPlacement(index, [...open.answers.values()], seedOf(open.id))
    return (
      <SittingRun
        base={base} sitting={open} asked={[...answeredOf(open, index), ...(next ? [next] : [])]} total={PLACEMENT_SIZE} place={place}
        onMissing={leaveOut} onEnd={() => end(open)}
      />
    )
  }
  const placed = placedLessons(events)
  const aside = <PlacedList base={base} course={course} placed={placed} />
  if (place.at === 'result' && last) {
    return (
      <PlacementPath base={base} course={course} index={index} events={events} sitting={last} asked={answeredOf(last, index)} takesFocus={place.moved}>
        {aside}
      </PlacementPath>
    )
  }
  return (
    <>
      <p class="sitting-intro">{texts.intros.placement}</p>
      <SittingStart
        kind="placement" sittings={sittings} size={texts.upTo(PLACEMENT_SIZE)}
        {...(open && { standing: { answered: answeredOf(open, index).length, asked: PLACEMENT_SIZE } })}
        takesFocus={place.moved} onGoOn={() => place.go('1')} onBegin={begin} onResult={() => place.go('result')}
      />
      {aside}
    </>
  )
}
