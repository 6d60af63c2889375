import { useStore } from '@nanostores/preact'
import type { SittingKind } from '../core/record/event.ts'
import { finishedOf, openOf, sittingsAt } from '../core/sittings/sitting.ts'
import { sittingLineTexts as texts } from '../messages/sitting-line.ts'
import { record } from '../stores/app.ts'

interface Props {
  readonly kind: SittingKind
  /** The module's id, for a pretest and a module check. */
  readonly module?: string
}

/** Where a pretest or a check stands: unfinished, or its last result; nothing before the first. */
export const SittingLine = ({ kind, module }: Props) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  const sittings = sittingsAt({ kind, ...(module !== undefined && { module }) }, events)
  const open = openOf(sittings)
  const last = finishedOf(sittings).at(-1)
  const right = [...last?.answers.values() ?? []].filter(({ score }) => score === 1).length
  return (
    <p class="label-line sitting-line">
      {open
        ? texts.open(open.begunAtMs, open.answers.size, open.questions.length)
        : last?.endedAtMs !== undefined && texts.last(last.endedAtMs, right, last.questions.length)}
    </p>
  )
}
