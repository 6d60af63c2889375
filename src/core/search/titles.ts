import type { SearchPage, SearchPlace, TitleIndex } from './title-index.ts'
import { FIT, fitOf, markWords, wordsOf, type Fit, type Piece, type Word } from './words.ts'

/** A heading that fits the query. */
export interface PlaceHit {
  readonly path: string
  readonly title: readonly Piece[]
}

/** A page whose title, abbreviation or headings fit the query. */
export interface TitleHit {
  readonly page: SearchPage
  readonly title: readonly Piece[]
  /** The headings that fit, best first. */
  readonly places: readonly PlaceHit[]
}

/** How a text fits a query, strongest criterion first; compared in this order, larger first. */
type Rank = readonly [weakest: Fit, whole: number, isTitle: number, begins: number, covered: number]

interface Match {
  readonly rank: Rank
  readonly found: ReadonlySet<Word>
}

/** The match of all `sought` words in `text`, or undefined when one of them is missing. */
const matchText = (sought: readonly string[], text: string, isTitle: boolean): Match | undefined => {
  const words = wordsOf(text)
  const found = new Set<Word>()
  let weakest: Fit = FIT.exact
  for (const one of sought) {
    let best: Fit = FIT.none
    let bestWord: Word | undefined
    for (const word of words) {
      const fit = fitOf(one, word.plain)
      const better = fit > best || (fit === best && bestWord !== undefined && found.has(bestWord) && !found.has(word))
      if (fit !== FIT.none && better) [best, bestWord] = [fit, word]
    }
    if (!bestWord) return undefined
    found.add(bestWord)
    if (best < weakest) weakest = best
  }
  const first = words[0]
  const begins = first !== undefined && sought[0] !== undefined && fitOf(sought[0], first.plain) >= FIT.prefix
  const covered = found.size / words.length
  return { rank: [weakest, covered === 1 ? 1 : 0, isTitle ? 1 : 0, begins ? 1 : 0, covered], found }
}

const compareRanks = (a: Rank, b: Rank): number => {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0
    if (value !== other) return other - value
  }
  return 0
}

const better = (a: Match | undefined, b: Match | undefined): Match | undefined =>
  a && b ? (compareRanks(a.rank, b.rank) <= 0 ? a : b) : a ?? b

interface Candidate {
  readonly page: SearchPage
  readonly best: Match
  readonly own: Match | undefined
  readonly places: readonly { readonly place: SearchPlace; readonly match: Match }[]
}

const candidateOf = (sought: readonly string[], page: SearchPage): Candidate | undefined => {
  const byTitle = matchText(sought, page.title, true)
  const byAbbreviation = page.abbreviation ? matchText(sought, page.abbreviation, true) : undefined
  const own = better(byTitle, byAbbreviation)
  const places = page.places
    .flatMap((place) => {
      const match = matchText(sought, place.text, false)
      return match ? [{ place, match }] : []
    })
    .sort((a, b) => compareRanks(a.match.rank, b.match.rank))
  const best = better(own, places[0]?.match)
  return best && { page, best, own: byTitle, places }
}

/**
 * The pages of `index` that fit `query` by title, abbreviation or heading, best first; empty for an empty query.
 *
 * Every word of the query must be in the same title or heading. Ranking, each criterion only breaking ties of those before it:
 * 1. the weakest of the query's words: the word as such, before the beginning of a word, before one slip
 *    (an edit or a swap of neighbours, in words of four letters or more);
 * 2. the query covers the whole title or abbreviation;
 * 3. titles and terms before headings;
 * 4. the title begins with the query's first word;
 * 5. the larger share of the title's words;
 * 6. course order: lessons, then terms, then anti-patterns.
 *
 * Slips count only when nothing fits without one, so that a typed word never drowns in its neighbours.
 */
export const searchTitles = (index: TitleIndex, query: string): TitleHit[] => {
  const sought = wordsOf(query).map(({ plain }) => plain)
  if (sought.length === 0) return []
  const candidates = index.pages.flatMap((page) => candidateOf(sought, page) ?? [])
  const least = Math.min(FIT.prefix, Math.max(...candidates.map(({ best }) => best.rank[0])))
  return candidates
    .filter(({ best }) => best.rank[0] >= least)
    .sort((a, b) => compareRanks(a.best.rank, b.best.rank))
    .map(({ page, own, places }) => ({
      page,
      title: markWords(page.title, own && own.rank[0] >= least ? own.found : new Set()),
      places: places
        .filter(({ match }) => match.rank[0] >= least)
        .map(({ place, match }) => ({ path: place.path, title: markWords(place.text, match.found) })),
    }))
}
