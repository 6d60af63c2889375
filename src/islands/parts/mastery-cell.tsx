import type { Mastery } from '../../core/record/mastery.ts'

const FRAME = 'M1.5 1.5h13v13h-13z'

/** What fills the frame: nothing, a quarter, half, all; a stroke through it says that it has lapsed. */
const FILLS: Readonly<Record<Mastery, string>> = { new: '', lapsed: '', learning: 'M1 11h14v4H1z', 'held-7': 'M1 8h14v7H1z', 'held-30': 'M1 1h14v14H1z' }

/** The square of a state, beside a text that says the same. */
export const MasteryCell = ({ state }: { readonly state: Mastery }) => (
  <svg class="cell" viewBox="0 0 16 16" aria-hidden="true">
    <path fill="none" stroke="currentColor" d={FRAME} />
    {FILLS[state] && <path fill="currentColor" d={FILLS[state]} />}
    {state === 'lapsed' && <path fill="none" stroke="currentColor" stroke-width="2" d="M1.5 14.5l13-13" />}
  </svg>
)
