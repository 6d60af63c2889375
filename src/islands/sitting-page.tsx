import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import type { SittingKind } from '../core/record/event.ts'
import type { Sitting } from '../core/sittings/sitting.ts'
import { resultOf } from '../core/sittings/result.ts'
import { askable, beginAt, finishedOf, openOf, sittingsAt, sizeAt } from '../core/sittings/sitting.ts'
import { sittingTexts as texts } from '../messages/sittings.ts'
import { record } from '../stores/app.ts'
import { outline, questionIndex } from '../stores/pages.ts'
import { SittingResultView } from './parts/sitting-result.tsx'
import { SittingRun } from './parts/sitting-run.tsx'
import { SittingStart } from './parts/sitting-start.tsx'
import { SittingWait } from './parts/sitting-wait.tsx'
import { usePlace } from './parts/use-place.ts'

interface Props {
  readonly base: string
  readonly kind: Exclude<SittingKind, 'placement'>
  /** The module's id, for a pretest and a module check. */
  readonly module?: string
}

/** A pretest, a module check or the final check: before, during and after. All of it is a fold over the record. */
export const SittingPage = ({ base, kind, module }: Props) => {
  const { status, events } = useStore(record.$state, { ssr: 'initial' })
  const course = useStore(outline, { ssr: 'initial' })
  const remote = useStore(questionIndex, { ssr: 'initial' })
  const place = usePlace()
  const [missing, setMissing] = useState<readonly string[]>([])
  if (status === 'loading' || course.status !== 'ready' || remote.status !== 'ready') {
    return <SittingWait kind={kind} failed={course.status === 'failed' || remote.status === 'failed'} />
  }

  const index = remote.value.filter(({ id }) => !missing.includes(id))
  const at = { kind, ...(module !== undefined && { module }) }
  const sittings = sittingsAt(at, events)
  const open = openOf(sittings)
  const last = finishedOf(sittings).at(-1)
  const { size, wanted } = sizeAt(at, index)

  const begin = () => {
    for (const event of beginAt(at, index, events)) void record.append(event)
    place.go('1')
  }
  const end = ({ id }: Sitting) => {
    void record.append({ type: 'sitting-ended', sitting: id })
    place.go('result', true)
  }

  if (place.at === 'result' && last) {
    return <SittingResultView base={base} course={course.value} sitting={last} asked={askable(last, index)} takesFocus={place.moved} onAgain={() => place.go('')} />
  }
  if (place.at !== '' && open) {
    const asked = askable(open, index)
    const retired = open.questions.length - asked.length
    return (
      <>
        {retired > 0 && <p class="label-line">{texts.retired(retired)}</p>}
        <SittingRun
          base={base} sitting={open} asked={asked} total={asked.length} place={place}
          onMissing={(root) => setMissing([...missing, root])} onEnd={() => end(open)}
        />
      </>
    )
  }
  return (
    <>
      <p class="sitting-intro">{texts.intros[kind]}</p>
      <SittingStart
        kind={kind} sittings={sittings} size={texts.size(size, wanted)} total={open ? askable(open, index).length : 0}
        {...(last && { last: resultOf(last, askable(last, index), []) })}
        takesFocus={place.moved} onGoOn={() => place.go('1')} onBegin={begin} onResult={() => place.go('result')}
      />
    </>
  )
}
