import type { Discipline } from '../course/course.ts'
import type { TextPage } from './full-text.ts'
import { isNarrowed, passes, type SearchFilter } from './request.ts'
import { PAGE_KINDS, type PageKind, type SearchModule, type SearchPage, type TitleIndex } from './title-index.ts'
import type { TitleHit } from './titles.ts'
import type { Piece } from './words.ts'

/** A heading to jump to. */
export interface ResultPlace {
  readonly path: string
  readonly title: readonly Piece[]
  readonly excerpt: readonly Piece[]
}

/** A page with its places that fit; `path` is without the base path. */
export interface ResultGroup {
  readonly path: string
  readonly title: readonly Piece[]
  readonly abbreviation?: string
  /** Undefined when the small index does not know the page. */
  readonly kind?: PageKind
  readonly discipline: Discipline
  readonly module?: string
  /** Reading time, minutes. */
  readonly minutes?: number
  /** The definition of a term, or what is found before the first heading. */
  readonly lead: readonly Piece[]
  readonly places: readonly ResultPlace[]
}

/** How many pages a choice of the filter would leave. */
export interface Facets {
  readonly kinds: readonly { readonly kind: PageKind; readonly pages: number; readonly chosen: boolean }[]
  readonly modules: readonly { readonly module: SearchModule; readonly pages: number; readonly chosen: boolean }[]
}

/** What is on the screen. */
export interface Results {
  /** Pages found by title, heading or abbreviation. Complete as soon as the small index has answered, and never reordered afterwards. */
  readonly titles: readonly ResultGroup[]
  /** Pages found in the full text, below the titles; grows at its end only. */
  readonly text: readonly ResultGroup[]
  /** Pages found by title that are not shown yet. */
  readonly moreTitles: number
  /** Pages found in the text that are not loaded yet. */
  readonly moreText: number
  /** Pages that fit, by title or text, each counted once, after the filter. */
  readonly pages: number
  /** The same without the filter. */
  readonly unfiltered: number
  readonly facets: Facets
}

/** Everything the results are made of. */
export interface Findings {
  readonly index: TitleIndex | undefined
  readonly filter: SearchFilter
  readonly titles: readonly TitleHit[]
  /** Paths of the pages that the full text names, best first; empty until it has answered. */
  readonly text: readonly string[]
  /** Pages loaded so far; null for one that cannot be read. */
  readonly loaded: ReadonlyMap<string, TextPage | null>
  /** How many pages of either part are to be shown at most. */
  readonly show: { readonly titles: number; readonly text: number }
}

/** Most headings shown of one page found by title: the rest are a click away, on the page. */
const PLACES_PER_TITLE = 4

const plain = (text: string): Piece[] => (text === '' ? [] : [{ text, marked: false }])

const titleGroup = ({ page, title, places }: TitleHit): ResultGroup => ({
  path: page.path,
  title,
  abbreviation: page.abbreviation,
  kind: page.kind,
  discipline: page.discipline,
  module: page.module,
  minutes: page.minutes,
  lead: plain(page.gloss ?? ''),
  places: places.slice(0, PLACES_PER_TITLE).map((place) => ({ ...place, excerpt: [] })),
})

const textGroup = (loaded: TextPage, page: SearchPage | undefined, listed: ReadonlySet<string>): ResultGroup | undefined => {
  const places = loaded.places.filter(({ path }) => !listed.has(path))
  if (listed.has(loaded.path) && places.length === 0) return undefined
  return {
    path: loaded.path,
    title: plain(page?.title ?? loaded.title),
    abbreviation: page?.abbreviation,
    kind: page?.kind,
    discipline: page?.discipline ?? 'all',
    module: page?.module,
    minutes: page?.minutes,
    lead: listed.has(loaded.path) ? [] : loaded.excerpt,
    places: places.map((place) => ({ ...place, title: plain(place.title) })),
  }
}

/** The pages of the full text that pass the filter, with what the small index knows of them. A page it does not know passes no filter. */
const passing = (paths: readonly string[], known: ReadonlyMap<string, SearchPage>, filter: SearchFilter): string[] =>
  paths.filter((path) => passes(filter, known.get(path) ?? {}))

/** The text groups up to the first page that is still on its way, so that nothing is ever put in between. */
const textGroups = (paths: readonly string[], findings: Findings, known: ReadonlyMap<string, SearchPage>, listed: ReadonlySet<string>) => {
  const groups: ResultGroup[] = []
  for (const path of paths.slice(0, findings.show.text)) {
    const page = findings.loaded.get(path)
    if (page === undefined) break
    const group = page && textGroup(page, known.get(path), listed)
    if (group) groups.push(group)
  }
  return groups
}

const facetsOf = (index: TitleIndex | undefined, filter: SearchFilter, pages: readonly SearchPage[]): Facets => {
  const all = index?.pages ?? []
  const ofKinds = pages.filter((page) => passes({ kinds: filter.kinds, modules: [] }, page))
  const ofModules = pages.filter((page) => passes({ kinds: [], modules: filter.modules }, page))
  return {
    kinds: PAGE_KINDS.filter((kind) => all.some((page) => page.kind === kind)).map((kind) => ({
      kind, pages: ofModules.filter((page) => page.kind === kind).length, chosen: filter.kinds.includes(kind),
    })),
    modules: (index?.modules ?? []).filter(({ id }) => all.some((page) => page.module === id)).map((module) => ({
      module, pages: ofKinds.filter((page) => page.module === module.id).length, chosen: filter.modules.includes(module.id),
    })),
  }
}

/**
 * Puts the two answers together: pages found by title first, pages found in the text below. A place is listed once; a page that is
 * listed above comes again below only with places that are not. The text's answer adds below and changes nothing above it.
 */
export const arrange = (findings: Findings): Results => {
  const { index, filter, show } = findings
  const known = new Map((index?.pages ?? []).map((page) => [page.path, page]))
  const hits = findings.titles.filter(({ page }) => passes(filter, page))
  const titles = hits.slice(0, show.titles).map(titleGroup)
  const listed = new Set(titles.flatMap((group) => [group.path, ...group.places.map(({ path }) => path)]))
  const textPaths = passing(findings.text, known, filter)
  const everything = new Set([...findings.titles.map(({ page }) => page.path), ...findings.text])
  const pages = new Set([...hits.map(({ page }) => page.path), ...textPaths])
  return {
    titles,
    text: textGroups(textPaths, findings, known, listed),
    moreTitles: hits.length - titles.length,
    moreText: Math.max(0, textPaths.length - show.text),
    pages: pages.size,
    unfiltered: isNarrowed(filter) ? everything.size : pages.size,
    facets: facetsOf(index, filter, [...everything].flatMap((path) => known.get(path) ?? [])),
  }
}

/** The paths whose texts have to be loaded to show `findings`, best first. */
export const wanted = (findings: Findings): string[] => {
  const known = new Map((findings.index?.pages ?? []).map((page) => [page.path, page]))
  return passing(findings.text, known, findings.filter)
    .slice(0, findings.show.text)
    .filter((path) => !findings.loaded.has(path))
}
