import { addresses } from '../../core/course/address.ts'
import { isNarrowed, NO_FILTER, type SearchFilter } from '../../core/search/request.ts'
import { verdictOf, type SearchState } from '../../core/search/state.ts'
import { search } from '../../messages/search.ts'

interface Props {
  state: SearchState
  base: string
  onFilter: (filter: SearchFilter) => void
}

const Ways = ({ base }: { base: string }) => {
  const to = addresses(base)
  return (
    <ul class="ways">
      <li><a class="hit" href={to.home}>{search.outline}</a></li>
      <li><a class="hit" href={to.glossary()}>{search.glossary}</a></li>
      <li><a class="hit" href={to.antiPatterns()}>{search.antiPatterns}</a></li>
    </ul>
  )
}

/** What is said about the answers besides the count: before anything is asked, when nothing is found, when a part of search is out of order. */
export const SearchMessage = ({ state, base, onFilter }: Props) => {
  const verdict = verdictOf(state)
  const { request, results, titles, text } = state
  const hidden = isNarrowed(request.filter) && results.pages === 0 && results.unfiltered > 0
  if (verdict === 'nothing-asked') return <div class="said"><p>{search.start}</p><Ways base={base} /></div>
  if (verdict === 'unavailable') return <div class="said"><p>{search.unavailableText}</p><Ways base={base} /></div>
  return (
    <>
      {text === 'unavailable' && <p class="said">{search.textUnavailable}</p>}
      {text === 'unbuilt' && <p class="said">{search.textUnbuilt}</p>}
      {text === 'incomplete' && <p class="said">{search.incomplete}</p>}
      {titles === 'failed' && <p class="said">{search.titlesFailed}</p>}
      {hidden && (
        <p class="said">
          {search.noneFiltered(results.unfiltered)}{' '}
          <button class="button button--quiet" type="button" onClick={() => onFilter(NO_FILTER)}>{search.clearFilter}</button>
        </p>
      )}
      {!hidden && (verdict === 'none' || verdict === 'none-of-titles') && <div class="said"><p>{search.suggestions}</p><Ways base={base} /></div>}
    </>
  )
}
