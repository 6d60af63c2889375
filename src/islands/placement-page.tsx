import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { seedOf } from '../core/quiz/seed.ts'
import { nextInPlacement, PLACEMENT_SIZE } from '../core/sittings/placement.ts'
import { beginAt, finishedOf, openOf, sittingsAt, type Sitting } from '../core/sittings/sitting.ts'
import { placedLessons } from '../core/record/placed.ts'
import { rootsOf, type QuestionIndex } from '../core/review/question-index.ts'
import { sittingTexts as texts } from '../messages/sittings.ts'
import { record } from '../stores/app.ts'
import { outline, questionIndex } from '../stores/pages.ts'
import { PlacedList } from './parts/placed-list.tsx'
import { PlacementPath } from './parts/placement-path.tsx'
import { SittingRun } from './parts/sitting-run.tsx'
import { SittingStart } from './parts/sitting-start.tsx'
import { SittingWait } from './parts/sitting-wait.tsx'
import { usePlace } from './parts/use-place.ts'

const AT = { kind: 'placement' } as const

/** The questions that were answered, in order. */
const answeredOf = ({ answers }: Sitting, index: QuestionIndex) => {
  const roots = rootsOf(index)
  return [...answers.keys()].flatMap((id) => roots.get(id) ?? [])
}

/** The placement: questions that follow the answers, the path that they suggest, and what has been set aside, with the way back. */
export const PlacementPage = ({ base }: { readonly base: string }) => {
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const course = useStore(outline, { ssr: 'initial' })
  const remote = useStore(questionIndex, { ssr: 'initial' })
  const place = usePlace()
  const [missing, setMissing] = useState<readonly string[]>([])
  if (status === 'loading' || course.status !== 'ready' || remote.status !== 'ready') {
    return <SittingWait kind="placement" failed={course.status === 'failed' || remote.status === 'failed'} />
  }

  const index = remote.value.filter(({ id }) => !missing.includes(id))
  const sittings = sittingsAt(AT, events)
  const open = openOf(sittings)
  const last = finishedOf(sittings).at(-1)
  const begin = () => {
    for (const event of beginAt(AT, index, events)) void record.append(event)
    place.go('1')
  }
  const end = ({ id }: Sitting) => {
    void record.append({ type: 'sitting-ended', sitting: id })
    place.go('result', true)
  }

  if (place.at !== '' && place.at !== 'result' && open) {
    const next = nextInPlacement(index, [...open.answers.values()], seedOf(open.id))
    return (
      <SittingRun
        base={base} sitting={open} asked={[...answeredOf(open, index), ...(next ? [next] : [])]} total={PLACEMENT_SIZE} place={place}
        onMissing={(root) => setMissing([...missing, root])} onEnd={() => end(open)}
      />
    )
  }
  const placed = placedLessons(events)
  const aside = <PlacedList base={base} course={course.value} placed={placed} />
  if (place.at === 'result' && last) {
    return (
      <PlacementPath base={base} course={course.value} index={index} events={events} sitting={last} asked={answeredOf(last, index)} takesFocus={place.moved}>
        {aside}
      </PlacementPath>
    )
  }
  return (
    <>
      <p class="sitting-intro">{texts.intros.placement}</p>
      <SittingStart
        kind="placement" sittings={sittings} size={texts.upTo(PLACEMENT_SIZE)} total={PLACEMENT_SIZE}
        takesFocus={place.moved} onGoOn={() => place.go('1')} onBegin={begin} onResult={() => place.go('result')}
      />
      {aside}
    </>
  )
}
