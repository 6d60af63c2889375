import type { SittingKind } from '../core/record/event.ts'
import { standingOf } from '../core/sittings/result.ts'
import { askable, sizeAt } from '../core/sittings/sitting.ts'
import { sittingTexts as texts } from '../messages/sittings.ts'
import { SittingResultView } from './parts/sitting-result.tsx'
import { SittingRun } from './parts/sitting-run.tsx'
import { SittingStart } from './parts/sitting-start.tsx'
import { SittingWait } from './parts/sitting-wait.tsx'
import { useCourse } from './parts/use-course.ts'
import { useSitting } from './parts/use-sitting.ts'

interface Props {
  readonly base: string
  readonly kind: Exclude<SittingKind, 'placement'>
  /** The module's id, for a pretest and a module check. */
  readonly module?: string
}

/** A pretest, a module check or the final check: before, during and after. All of it is a fold over the record. */
export const SittingPage = ({ base, kind, module }: Props) => {
  const at = { kind, ...(module !== undefined && { module }) }
  const facts = useCourse()
  const { place, index, sittings, open, last, begin, end, leaveOut } = useSitting(at, facts)
  if (typeof facts !== 'object') return <SittingWait intro={texts.intros[kind]} failed={facts === 'failed'} />

  const { course } = facts
  const { size, wanted } = sizeAt(at, index)
  if (place.at === 'result' && last) {
    return <SittingResultView base={base} course={course} sitting={last} asked={askable(last, index)} takesFocus={place.moved} onAgain={() => place.go('')} />
  }
  if (place.at !== '' && open) {
    const asked = askable(open, index)
    const retired = open.questions.length - asked.length
    return (
      <>
        {retired > 0 && <p class="label-line">{texts.retired(retired)}</p>}
        <SittingRun
          base={base} sitting={open} asked={asked} total={asked.length} place={place}
          onMissing={leaveOut} onEnd={() => end(open)}
        />
      </>
    )
  }
  return (
    <>
      <p class="sitting-intro">{texts.intros[kind]}</p>
      <SittingStart
        kind={kind} sittings={sittings} size={texts.size(size, wanted)}
        {...(open && { standing: standingOf(open, index) })}
        {...(last && { last: standingOf(last, index) })}
        takesFocus={place.moved} onGoOn={() => place.go('1')} onBegin={begin} onResult={() => place.go('result')}
      />
    </>
  )
}
