import { atom, type ReadableAtom } from 'nanostores'
import type { Result } from '../core/result.ts'
import type { FullText, TextAnswer, TextPage } from '../core/search/full-text.ts'
import { withPages } from '../core/search/held.ts'
import { NO_FILTER, type SearchFilter, type SearchRequest } from '../core/search/request.ts'
import { arrange, wanted, type Findings } from '../core/search/results.ts'
import { NOTHING_SOUGHT, type SearchState, type TextState, type TitlesState } from '../core/search/state.ts'
import type { TitleIndex } from '../core/search/title-index.ts'
import { searchTitles } from '../core/search/titles.ts'

/** What search needs from outside. */
export interface SearchPorts {
  readonly loadTitles: () => Promise<Result<TitleIndex, unknown>>
  readonly fullText: FullText
  /** Runs something after `ms` milliseconds unless the returned function is called first. */
  readonly later: (ms: number, run: () => void) => () => void
}

/** Search: the small index answers at once, the full text follows. */
export interface SearchStore {
  readonly $state: ReadableAtom<SearchState>
  /** Loads the small index, again when it could not be loaded before. */
  readonly open: () => void
  /** Asks for something else; the same request changes nothing. */
  readonly ask: (request: SearchRequest) => void
  readonly showMoreTitles: () => void
  readonly showMoreText: () => void
}

/** Quiet after the last key before the full text is asked, ms. The titles answer every key at once. */
const QUIET_MS = 150

/** Pages shown of either part at first. */
const PAGE = { titles: 8, text: 8 } as const

/** Creates the store; nothing is loaded until `open` or `ask`. */
export const createSearchStore = ({ loadTitles, fullText, later }: SearchPorts): SearchStore => {
  let request: SearchRequest = { query: '', filter: NO_FILTER }
  let titles: TitlesState | 'unloaded' = 'unloaded'
  let text: TextState = 'idle'
  let findings: Findings = { index: undefined, filter: NO_FILTER, titles: [], text: [], loaded: new Map(), show: PAGE }
  let answer: TextAnswer | undefined
  let titlesSettled: Promise<void> = Promise.resolve()
  let cancel = (): void => undefined
  /** Grows with every query, so that a late answer to an earlier one is dropped. */
  let turn = 0

  const $state = atom<SearchState>(NOTHING_SOUGHT)
  const show = (): void => {
    $state.set({ request, titles: titles === 'unloaded' ? 'loading' : titles, text, results: arrange(findings) })
  }

  const loadTexts = async (): Promise<void> => {
    const mine = turn
    const from = answer
    const paths = from ? wanted(findings) : []
    if (!from || paths.length === 0) return
    const pages = await Promise.all(paths.map(async (path): Promise<[string, TextPage | null]> => [path, (await from.load(path)) ?? null]))
    if (mine !== turn) return
    findings = withPages(findings, pages, request.query)
    if (pages.some(([, page]) => page === null)) text = 'incomplete'
    // Pages that were dropped make room for others.
    await loadTexts()
  }

  const searchText = async (): Promise<void> => {
    const mine = turn
    // Both start at once, but titles are shown first: put in later, they would push away what is being read.
    const [result] = await Promise.all([fullText.search(request.query), titlesSettled])
    if (mine !== turn) return
    if (!result.ok) {
      text = result.error
      show()
      return
    }
    answer = result.value
    findings = { ...findings, text: answer.paths }
    await loadTexts()
    if (mine !== turn) return
    if (text === 'loading') text = answer.incomplete ? 'incomplete' : 'ready'
    show()
  }

  const seek = (): void => {
    turn += 1
    cancel()
    answer = undefined
    const asked = request.query.trim() !== ''
    text = asked ? 'loading' : 'idle'
    findings = {
      ...findings,
      titles: findings.index ? searchTitles(findings.index, request.query) : [],
      text: [],
      loaded: new Map(),
      show: PAGE,
    }
    if (asked) cancel = later(QUIET_MS, () => void searchText())
  }

  const narrow = (filter: SearchFilter): void => {
    findings = { ...findings, filter, show: PAGE }
    void loadTexts().then(show)
  }

  const open = (): void => {
    if (titles === 'loading' || titles === 'ready') return
    titles = 'loading'
    titlesSettled = loadTitles().then((result) => {
      titles = result.ok ? 'ready' : 'failed'
      if (result.ok) findings = { ...findings, index: result.value, titles: searchTitles(result.value, request.query) }
      show()
    })
  }

  const showMore = (part: 'titles' | 'text'): void => {
    findings = { ...findings, show: { ...findings.show, [part]: part === 'titles' ? Infinity : findings.show.text + PAGE.text } }
    show()
    void loadTexts().then(show)
  }

  return {
    $state,
    open,
    ask: (next) => {
      const before = request
      request = next
      open()
      if (next.query !== before.query) seek()
      if (next.filter !== before.filter) narrow(next.filter)
      show()
    },
    showMoreTitles: () => showMore('titles'),
    showMoreText: () => showMore('text'),
  }
}
