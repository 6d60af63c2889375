import type { Mastery } from '../../core/record/mastery.ts'
import type { MasteryCounts } from '../../core/record/holding.ts'
import { MASTERIES } from '../../core/record/mastery.ts'
import { heldOf } from '../../core/record/holding.ts'
import { masteryTexts as texts } from '../../messages/mastery.ts'

/** How high the part of a state is filled, of 4 units. */
const HEIGHTS: Readonly<Record<Mastery, number>> = { new: 0, lapsed: 0, learning: 1, 'held-7': 2, 'held-30': 4 }

/** The order in which states are drawn and listed: from what is held longest to what is new. */
export const SHOWN_ORDER = MASTERIES.toReversed()

interface Props {
  /** What is counted: the course or the module. */
  readonly what: string
  readonly counts: MasteryCounts
}

/** All objectives of a module or of the course in one band: as wide as there are many, as high as they are held; lapsed is struck through. */
export const MasteryStrip = ({ what, counts }: Props) => {
  const { objectives } = heldOf(counts)
  const present = SHOWN_ORDER.filter((state) => counts[state] > 0)
  const before = (state: Mastery) => present.slice(0, present.indexOf(state)).reduce((sum, one) => sum + counts[one], 0)
  return (
    <svg class="mastery-strip" viewBox={`0 0 ${objectives || 1} 4`} preserveAspectRatio="none" role="img" aria-label={texts.strip(what, texts.counts(present.map((state) => [state, counts[state]])))}>
      <path class="frame" d={`M0 0h${objectives}v4h-${objectives}z`} />
      {present.map((state) => HEIGHTS[state] > 0 && <path key={state} class="fill" d={`M${before(state)} 4v-${HEIGHTS[state]}h${counts[state]}v${HEIGHTS[state]}z`} />)}
      {counts.lapsed > 0 && <path class="stroke" d={`M${before('lapsed')} 0v4l${counts.lapsed} -4v4`} />}
    </svg>
  )
}
