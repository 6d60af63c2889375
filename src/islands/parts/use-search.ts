import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { SearchRequest } from '../../core/search/request.ts'
import { NOTHING_SOUGHT, type SearchState } from '../../core/search/state.ts'
import { search } from '../../stores/pages.ts'
import type { SearchStore } from '../../stores/search.ts'

/** Search as a view uses it. */
export interface SearchHandle {
  readonly state: SearchState
  readonly ask: (request: SearchRequest) => void
  readonly showMoreTitles: () => void
  readonly showMoreText: () => void
}

/** The store of search, loaded with the view; what is typed before it is there is asked when it arrives. */
export const useSearch = (): SearchHandle => {
  const [state, setState] = useState<SearchState>(NOTHING_SOUGHT)
  const store = useRef<SearchStore>()
  const waiting = useRef<SearchRequest>()
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    void search().then((loaded) => {
      if (gone) return
      store.current = loaded
      loaded.open()
      if (waiting.current) loaded.ask(waiting.current)
      stop = loaded.$state.subscribe(setState)
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [])
  const ask = useCallback((request: SearchRequest) => {
    if (store.current) store.current.ask(request)
    else waiting.current = request
  }, [])
  return {
    state,
    ask,
    showMoreTitles: () => store.current?.showMoreTitles(),
    showMoreText: () => store.current?.showMoreText(),
  }
}
