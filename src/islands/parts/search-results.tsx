import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ResultGroup, ResultPlace } from '../../core/search/results.ts'
import type { SearchModule } from '../../core/search/title-index.ts'
import type { Piece } from '../../core/search/words.ts'
import { search } from '../../messages/search.ts'
import { Mark } from './mark.tsx'

/** Text with the words found marked. */
const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text))}</>
)

const PlaceLink = ({ place, base }: { place: ResultPlace; base: string }) => (
  <li>
    <a class="hit" href={base + place.path}>
      <b><Marked pieces={place.title} /></b>
      {place.excerpt.length > 0 && <span><Marked pieces={place.excerpt} /></span>}
    </a>
  </li>
)

const where = (group: ResultGroup, modules: readonly SearchModule[]): string =>
  [
    group.kind && group.kind !== 'lesson' ? search.oneOf[group.kind] : '',
    modules.find(({ id }) => id === group.module)?.title ?? '',
    group.minutes === undefined ? '' : search.minutes(group.minutes),
  ].filter((part) => part !== '').join(' · ')

/** A page found: a link to it, then links to the places in it. */
const Group = ({ group, base, modules }: { group: ResultGroup; base: string; modules: readonly SearchModule[] }) => (
  <section class="group" data-discipline={group.discipline}>
    <h3>
      <a class="hit" href={base + group.path}>
        <Mark discipline={group.discipline} />
        <span class="name"><Marked pieces={group.title} />{group.abbreviation && ` (${group.abbreviation})`}</span>{' '}
        <span class="where">{where(group, modules)}</span>
      </a>
    </h3>
    {group.lead.length > 0 && <p class="lead"><Marked pieces={group.lead} /></p>}
    {group.places.length > 0 && <ul class="hits">{group.places.map((place) => <PlaceLink key={place.path} place={place} base={base} />)}</ul>}
  </section>
)

interface Props {
  /** The heading of the part, such as "In the text". */
  title: string
  groups: readonly ResultGroup[]
  base: string
  modules: readonly SearchModule[]
  /** The label of the button that shows more, when there is more. */
  more: string | undefined
  onMore: () => void
}

/**
 * One part of the results: pages found by title, or pages found in the text. Nothing when it is empty. The button that shows more leads to
 * the first of them, since it may have nothing left to do and go.
 */
export const SearchResults = ({ title, groups, base, modules, more, onMore }: Props) => {
  const part = useRef<HTMLDivElement>(null)
  const shownBefore = useRef<number>()
  useLayoutEffect(() => {
    const first = shownBefore.current === undefined ? undefined : part.current?.querySelectorAll<HTMLElement>('h3 a')[shownBefore.current]
    if (!first) return
    shownBefore.current = undefined
    // Who has gone on elsewhere, such as to another query, stays there.
    if (document.activeElement === document.body || document.activeElement?.closest('.more')) first.focus()
  }, [groups])
  const showMore = () => {
    shownBefore.current = groups.length
    onMore()
  }
  return groups.length === 0 && !more ? null : (
    <div class="part" ref={part}>
      <h2>{title}</h2>
      {groups.map((group) => <Group key={group.path} group={group} base={base} modules={modules} />)}
      {more && <button class="button button--quiet more" type="button" onClick={showMore}>{more}</button>}
    </div>
  )
}
