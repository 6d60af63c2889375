import { arrange, type Results } from './results.ts'
import { NO_FILTER, type SearchRequest } from './request.ts'

/** How far the small index is. */
export type TitlesState = 'loading' | 'ready' | 'failed'

/** How far the full text is with the present query; `idle` when nothing is asked for. */
export type TextState = 'idle' | 'loading' | 'ready' | 'incomplete' | 'unbuilt' | 'unavailable'

/** What a search screen shows. */
export interface SearchState {
  readonly request: SearchRequest
  readonly titles: TitlesState
  readonly text: TextState
  readonly results: Results
}

/** Before anything is loaded or asked for; also what a page shows before its script runs. */
export const NOTHING_SOUGHT: SearchState = {
  request: { query: '', filter: NO_FILTER },
  titles: 'loading',
  text: 'idle',
  results: arrange({ index: undefined, filter: NO_FILTER, titles: [], text: [], loaded: new Map(), show: { titles: 0, text: 0 } }),
}

/**
 * What can be said about the number of results.
 * `pending`: an answer that matters is still on its way. `found`: the count stands. `none`: everything was searched and nothing fits.
 * `none-of-titles`: no title fits and the text could not be searched completely, so "no results" would be untrue.
 * `unavailable`: neither index answered.
 */
export type Verdict = 'nothing-asked' | 'pending' | 'found' | 'none' | 'none-of-titles' | 'unavailable'

/** The verdict on `state`. */
export const verdictOf = ({ request, titles, text, results }: SearchState): Verdict => {
  if (request.query.trim() === '') return 'nothing-asked'
  const textFailed = text === 'unavailable' || text === 'unbuilt'
  if (titles === 'failed' && textFailed) return 'unavailable'
  if (results.pages > 0) return 'found'
  if (titles === 'loading' || text === 'loading' || text === 'idle') return 'pending'
  return text === 'ready' ? 'none' : 'none-of-titles'
}
