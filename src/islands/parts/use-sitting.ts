import type { QuestionIndex } from '../../core/review/question-index.ts'
import type { CourseFacts } from './use-course.ts'
import type { Place } from './use-place.ts'
import { useState } from 'preact/hooks'
import { beginAt, finishedOf, openOf, sittingsAt, type Sitting, type SittingPlace } from '../../core/sittings/sitting.ts'
import { record } from '../../stores/app.ts'
import { usePlace } from './use-place.ts'

/** The sittings of one kind and module, and what can be done with them. */
export interface SittingWork {
  /** Where on the page the learner is. */
  readonly place: Place
  /** The questions of the course but for those that a bank turned out to lack. */
  readonly index: QuestionIndex
  /** Oldest first. */
  readonly sittings: readonly Sitting[]
  readonly open: Sitting | undefined
  /** The last one that has a result. */
  readonly last: Sitting | undefined
  readonly begin: () => void
  readonly end: (sitting: Sitting) => void
  /** Leaves a question out that its lesson's bank lacks. */
  readonly leaveOut: (root: string) => void
}

/** The sittings at `at` as a fold over the record, which is empty until it has been read. */
export const useSitting = (at: SittingPlace, facts: CourseFacts | 'loading' | 'failed'): SittingWork => {
  const place = usePlace()
  const [missing, setMissing] = useState<readonly string[]>([])
  const { index: all, events } = typeof facts === 'object' ? facts : { index: [], events: [] }
  const index = all.filter(({ id }) => !missing.includes(id))
  const sittings = sittingsAt(at, events)
  return {
    place, index, sittings,
    open: openOf(sittings),
    last: finishedOf(sittings).at(-1),
    begin() {
      for (const event of beginAt(at, index, events)) void record.append(event)
      place.go('1')
    },
    end({ id }) {
      void record.append({ type: 'sitting-ended', sitting: id })
      place.go('result', true)
    },
    leaveOut: (root) => setMissing([...missing, root]),
  }
}
