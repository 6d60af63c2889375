import { useEffect, useRef } from 'preact/hooks'
import { readRequest, writeRequest } from '../core/search/request.ts'
import { search } from '../messages/search.ts'
import { SearchPanel } from './parts/search-panel.tsx'
import { useSearch } from './parts/use-search.ts'

interface Props {
  base: string
}

/**
 * Search as a page. What is asked for stands in the address, which is replaced while typing, so that the page can be linked to
 * and the way back from a result leads to the same results.
 */
export const SearchPage = ({ base }: Props) => {
  const handle = useSearch()
  const { ask, state } = handle
  const field = useRef<HTMLInputElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    const input = field.current
    if (!input) return
    const fromAddress = readRequest(location.search)
    // Something may have been typed before this ran.
    const query = input.value || fromAddress.query
    input.value = query
    ask({ ...fromAddress, query })
  }, [])
  useEffect(() => {
    // The state before the first answer to `ask` is not the learner's request.
    asked.current ||= state.request.query !== '' || state.request.filter.kinds.length + state.request.filter.modules.length > 0
    if (asked.current) history.replaceState(history.state, '', location.pathname + writeRequest(state.request) + location.hash)
  }, [state.request])
  return (
    <div class="search-page">
      <SearchPanel search={handle} base={base} field={field}>
        <button class="button" type="submit">{search.submit}</button>
      </SearchPanel>
    </div>
  )
}
