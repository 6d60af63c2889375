import { toggled, type SearchFilter } from '../../core/search/request.ts'
import type { Facets } from '../../core/search/results.ts'
import { search } from '../../messages/search.ts'

interface Props {
  facets: Facets
  filter: SearchFilter
  onChange: (filter: SearchFilter) => void
}

const Count = ({ pages }: { pages: number }) => (
  <span class="n"><span aria-hidden="true">{pages}</span><span class="visually-hidden">{search.choice(pages)}</span></span>
)

/** Checkboxes for kind and module, each with the number of pages it would leave. None checked narrows nothing. */
export const SearchFilters = ({ facets, filter, onChange }: Props) =>
  facets.kinds.length === 0 ? null : (
    <div class="filters" role="group" aria-label={search.filters}>
      <fieldset>
        <legend>{search.kind}</legend>
        {facets.kinds.map(({ kind, pages, chosen }) => (
          <label key={kind}>
            <input type="checkbox" checked={chosen} onChange={() => onChange({ ...filter, kinds: toggled(filter.kinds, kind) })} />
            {search.kinds[kind]} <Count pages={pages} />
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{search.module}</legend>
        {facets.modules.map(({ module, pages, chosen }) => (
          <label key={module.id}>
            <input type="checkbox" checked={chosen} onChange={() => onChange({ ...filter, modules: toggled(filter.modules, module.id) })} />
            <svg class="mark" viewBox="0 0 16 16" data-discipline={module.discipline} aria-hidden="true"><use href={`#mark-${module.discipline}`} /></svg>
            {module.title} <Count pages={pages} />
          </label>
        ))}
      </fieldset>
    </div>
  )
