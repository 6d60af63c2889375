import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addresses } from '../../core/course/address.ts'
import type { SearchRequest } from '../../core/search/request.ts'
import { verdictOf, type SearchState } from '../../core/search/state.ts'
import { search } from '../../messages/search.ts'
import { SearchFilters } from './search-filters.tsx'
import { handleSearchKey, openFirstResult } from './search-keys.ts'
import { SearchMessage, SearchNotice } from './search-message.tsx'
import { SearchResults } from './search-results.tsx'
import type { SearchHandle } from './use-search.ts'

/** Quiet before the number of results is announced, ms: a screen reader would otherwise read a number for every key. */
const ANNOUNCE_MS = 600

/** The line above the results. */
const countLine = (state: SearchState): string => {
  const { request, results, text } = state
  const query = request.query.trim()
  const texts = {
    'nothing-asked': '',
    pending: search.seeking,
    found: text === 'loading' ? `${search.counting(results.pages)}. ${search.seekingText}` : search.count(results.pages, query),
    none: search.none(query),
    'none-of-titles': search.noneOfTitles(query),
    unavailable: search.unavailable,
  }
  return texts[verdictOf(state)]
}

/** What a screen reader is told, some time after the last change; nothing while an answer is on its way. */
const useAnnouncement = (state: SearchState): string => {
  const [said, setSaid] = useState('')
  const line = state.text === 'loading' ? undefined : countLine(state)
  const trouble = state.text === 'incomplete' ? search.incomplete : state.text === 'unavailable' && state.titles === 'ready' ? search.textUnavailable : ''
  const message = line === undefined ? undefined : `${line}${trouble && `. ${trouble}`}`
  useEffect(() => {
    if (message === undefined) return
    const timer = setTimeout(() => setSaid(message), ANNOUNCE_MS)
    return () => clearTimeout(timer)
  }, [message])
  return said
}

/** Gives the focus back to the field when a result or a button that had it is replaced; the function notes what has it. */
const useFocusKept = (field: RefObject<HTMLInputElement>) => {
  const focused = useRef<EventTarget | null>()
  useLayoutEffect(() => {
    if (!(focused.current instanceof Node) || focused.current.isConnected) return
    focused.current = undefined
    if (document.activeElement === document.body) field.current?.focus()
  })
  return (event: FocusEvent) => {
    focused.current = event.target
  }
}

interface Props {
  search: SearchHandle
  base: string
  field: RefObject<HTMLInputElement>
  /** What stands beside the field. */
  children: ComponentChildren
}

/** Field, filter and results: the same in the dialog and on the page. The keyboard is described in `search-keys.ts`. */
export const SearchPanel = ({ search: { state, ask, showMoreTitles, showMoreText }, base, field, children }: Props) => {
  const root = useRef<HTMLDivElement>(null)
  const said = useAnnouncement(state)
  const noteFocus = useFocusKept(field)
  const { request, results } = state
  const modules = results.facets.modules.map(({ module }) => module)
  const current = (change: Partial<SearchRequest>): SearchRequest => ({ ...request, query: field.current?.value ?? request.query, ...change })
  return (
    <div
      class="search-panel"
      ref={root}
      onFocusIn={noteFocus}
      onKeyDown={(event) => root.current && field.current && handleSearchKey(event, root.current, field.current)}
    >
      <form
        class="search-box"
        role="search"
        action={addresses(base).search}
        onSubmit={(event) => {
          event.preventDefault()
          if (request.query.trim() !== '' && root.current) openFirstResult(root.current)
        }}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href="#icon-search" /></svg>
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={search.label}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="go"
          onInput={(event) => ask(current({ query: event.currentTarget.value }))}
        />
        {children}
      </form>
      <SearchFilters facets={results.facets} filter={request.filter} onChange={(filter) => ask(current({ filter }))} />
      <div class="results">
        <p class="count">{countLine(state)}</p>
        <p class="visually-hidden" role="status">{said}</p>
        <SearchMessage state={state} base={base} onFilter={(filter) => ask(current({ filter }))} />
        <SearchResults
          title={search.byTitle}
          groups={results.titles}
          base={base}
          modules={modules}
          more={results.moreTitles > 0 ? search.moreTitles(results.moreTitles) : undefined}
          onMore={showMoreTitles}
        />
        <SearchNotice state={state} />
        <SearchResults
          title={search.byText}
          groups={results.text}
          base={base}
          modules={modules}
          more={results.moreText > 0 ? search.moreText(results.moreText) : undefined}
          onMore={showMoreText}
        />
      </div>
    </div>
  )
}
