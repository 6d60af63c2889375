import { useStore } from '@nanostores/preact'
import { useMemo } from 'preact/hooks'
import type { LearnerRecord } from '../core/record/record.ts'
import { heldOf, holding } from '../core/record/holding.ts'
import { moduleMasteryTexts as texts } from '../messages/module-mastery.ts'
import { now, record } from '../stores/app.ts'
import { outline, questionIndex } from '../stores/pages.ts'

interface Props {
  /** The module's id. */
  readonly module: string
}

/** Only a learner who has begun needs to know which questions there are, so only then are they fetched. */
const Held = ({ module, events }: Props & { readonly events: LearnerRecord }) => {
  const course = useStore(outline, { ssr: 'initial' })
  const index = useStore(questionIndex, { ssr: 'initial' })
  const counts = useMemo(
    () => course.status === 'ready' && index.status === 'ready'
      ? holding(course.value, index.value, events, now()).modules.find(({ id }) => id === module)?.counts
      : undefined,
    [course, index, events],
  )
  const held = counts && heldOf(counts)
  return <>{held && texts.held(held.held, held.objectives)}</>
}

/** How many objectives of a module are held, in one line that keeps its place while it is empty. */
export const ModuleMastery = ({ module }: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  return <span class="held">{events.length > 0 && <Held module={module} events={events} />}</span>
}
