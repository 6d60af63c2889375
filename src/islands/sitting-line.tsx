import { useStore } from '@nanostores/preact'
import type { SittingKind } from '../core/record/event.ts'
import { standingOf } from '../core/sittings/result.ts'
import { finishedOf, openOf, sittingsAt, type Sitting } from '../core/sittings/sitting.ts'
import { sittingLineTexts as texts } from '../messages/sitting-line.ts'
import { record } from '../stores/app.ts'
import { questionIndex } from '../stores/pages.ts'

interface Props {
  readonly kind: SittingKind
  /** The module's id, for a pretest and a module check. */
  readonly module?: string
}

/** What is said of `sitting`. Only where there is one does it matter which questions there are, so only then are they fetched. */
const Line = ({ sitting }: { readonly sitting: Sitting }) => {
  const index = useStore(questionIndex, { ssr: 'initial' })
  if (index.status !== 'ready') return null
  const { answered, right, asked } = standingOf(sitting, index.value)
  return <>{sitting.endedAtMs === undefined ? texts.open(sitting.begunAtMs, answered, asked) : texts.last(sitting.endedAtMs, right, asked)}</>
}

/** Where a pretest or a check stands: unfinished, or its last result; nothing before the first. */
export const SittingLine = ({ kind, module }: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  const sittings = sittingsAt({ kind, ...(module !== undefined && { module }) }, events)
  const shown = openOf(sittings) ?? finishedOf(sittings).at(-1)
  return <p class="label-line sitting-line">{shown && <Line sitting={shown} />}</p>
}
