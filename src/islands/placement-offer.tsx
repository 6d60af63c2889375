import { useStore } from '@nanostores/preact'
import { addresses } from '../core/course/address.ts'
import { offersPlacement } from '../core/sittings/offer.ts'
import { sittingLineTexts as texts } from '../messages/sitting-line.ts'
import { record } from '../stores/app.ts'

/** The way to the placement, for people with few answers. The line keeps its room, so that nothing moves when it goes. */
export const PlacementOffer = ({ base }: { readonly base: string }) => {
  const { events } = useStore(record.$state, { ssr: 'initial' })
  return <p class="placement-offer">{offersPlacement(events) && <a href={addresses(base).placement}>{texts.placement}</a>}</p>
}
