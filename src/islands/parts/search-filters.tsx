import { useState } from 'preact/hooks'
import { toggled, type SearchFilter } from '../../core/search/request.ts'
import type { Facets } from '../../core/search/results.ts'
import { search } from '../../messages/search.ts'
import { Mark } from './mark.tsx'

interface Props {
  facets: Facets
  filter: SearchFilter
  onChange: (filter: SearchFilter) => void
}

const Count = ({ pages }: { pages: number }) => (
  <span class="n"><span aria-hidden="true">{pages}</span><span class="visually-hidden">{search.choice(pages)}</span></span>
)

/** Where the filter stands open by itself; on a phone it would take the room of the results. */
const ROOMY = '(width >= 40rem)'

/** Checkboxes for kind and module, each with the number of pages it would leave. None checked narrows nothing. */
export const SearchFilters = ({ facets, filter, onChange }: Props) => {
  const chosen = filter.kinds.length + filter.modules.length
  // Nothing is drawn before the small index is there, so never while the page is built.
  const [open] = useState(() => typeof matchMedia === 'undefined' || matchMedia(ROOMY).matches)
  if (facets.kinds.length === 0) return null
  return (
    <details class="filters" open={open}>
      <summary>{search.filters(chosen)}</summary>
      <fieldset>
        <legend>{search.kind}</legend>
        {facets.kinds.map(({ kind, pages, chosen: checked }) => (
          <label key={kind}>
            <input type="checkbox" checked={checked} onChange={() => onChange({ ...filter, kinds: toggled(filter.kinds, kind) })} />
            {search.kinds[kind]} <Count pages={pages} />
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{search.module}</legend>
        {facets.modules.map(({ module, pages, chosen: checked }) => (
          <label key={module.id}>
            <input type="checkbox" checked={checked} onChange={() => onChange({ ...filter, modules: toggled(filter.modules, module.id) })} />
            <Mark discipline={module.discipline} />
            {module.title} <Count pages={pages} />
          </label>
        ))}
      </fieldset>
    </details>
  )
}
