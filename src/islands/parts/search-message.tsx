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

/** What stands in the place of results: where to look before anything is asked, and when nothing is found. */
export const SearchMessage = ({ state, base, onFilter }: Props) => {
  const verdict = verdictOf(state)
  const { request, results } = state
  if (isNarrowed(request.filter) && results.pages === 0 && results.unfiltered > 0) {
    return (
      <p class="said">
        {search.noneFiltered(results.unfiltered)}{' '}
        <button class="button button--quiet" type="button" onClick={() => onFilter(NO_FILTER)}>{search.clearFilter}</button>
      </p>
    )
  }
  if (verdict === 'nothing-asked') return <div class="said"><p>{search.start}</p><Ways base={base} /></div>
  if (verdict === 'unavailable') return <div class="said"><p>{search.unavailableText}</p><Ways base={base} /></div>
  if (verdict === 'none' || verdict === 'none-of-titles') return <div class="said"><p>{search.suggestions}</p><Ways base={base} /></div>
  return null
}

/** What is out of order. It stands below the titles: above them it would push away what is being read. */
export const SearchNotice = ({ state }: { state: SearchState }) => {
  const { titles, text } = state
  if (titles === 'failed' && (text === 'unavailable' || text === 'unbuilt')) return null
  const notices = [
    titles === 'failed' ? search.titlesFailed : '',
    text === 'unavailable' ? search.textUnavailable : '',
    text === 'unbuilt' ? search.textUnbuilt : '',
    text === 'incomplete' ? search.incomplete : '',
  ].filter((notice) => notice !== '')
  return <>{notices.map((notice) => <p key={notice} class="said notice">{notice}</p>)}</>
}
