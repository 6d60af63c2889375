import { useStore } from '@nanostores/preact'
import { addresses } from '../core/course/address.ts'
import { sittingLineTexts as texts } from '../messages/sitting-line.ts'
import { record } from '../stores/app.ts'

/** With this many answers a learner has found their place by reading. */
const MANY_ANSWERS = 12

/** The way to the placement, for people with few answers. The line keeps its room, so that nothing moves when it goes. */
export const PlacementOffer = ({ base }: { readonly base: string }) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  const few = events.filter(({ type }) => type === 'answered').length < MANY_ANSWERS
  return <p class="placement-offer">{few && <a href={addresses(base).placement}>{texts.placement}</a>}</p>
}
