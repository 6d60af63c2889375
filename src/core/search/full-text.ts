import type { Result } from '../result.ts'
import type { Piece } from './words.ts'

/** A part of a page, under one of its headings, that holds the words sought. */
export interface TextPlace {
  /** Address without the base path, with the heading's anchor. */
  readonly path: string
  readonly title: string
  readonly excerpt: readonly Piece[]
}

/** A page whose text holds the words sought. */
export interface TextPage {
  /** Address without the base path: the same key as in the title index. */
  readonly path: string
  readonly title: string
  /** What is found before the first heading; empty when nothing is. */
  readonly excerpt: readonly Piece[]
  readonly places: readonly TextPlace[]
  /** The words of the page that were taken for those sought, as they are written, and its title. */
  readonly found: readonly string[]
}

/** What the full text answers at once: which pages, best first. Their excerpts are loaded page by page. */
export interface TextAnswer {
  /** Addresses of pages without the base path. */
  readonly paths: readonly string[]
  /** True when a part of the index could not be read, so that pages may be missing. */
  readonly incomplete: boolean
  /** The page with its excerpts; undefined when it cannot be read. */
  readonly load: (path: string) => Promise<TextPage | undefined>
}

/** `unbuilt`: there is no index while authors work (it is made by the build). `unavailable`: it is missing or cannot run. */
export type TextError = 'unbuilt' | 'unavailable'

/** Full-text search, whatever answers it. Never throws. */
export interface FullText {
  readonly search: (query: string) => Promise<Result<TextAnswer, TextError>>
}

/**
 * `places.json`: which page each result id of the index stands for, made in the same build as the index. With it the pages that fit are
 * known (and counted, and filtered) before their texts are loaded, and an index of another build is noticed.
 */
export interface TextPlaces {
  /** Changes whenever the index does. */
  readonly tag: string
  /** Result id to page path. */
  readonly pages: Readonly<Record<string, string>>
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `value` as `places.json`, or undefined when it is something else. */
export const readPlaces = (value: unknown): TextPlaces | undefined => {
  if (!isObject(value) || typeof value.tag !== 'string' || !isObject(value.pages)) return undefined
  const pages: Record<string, string> = {}
  for (const [id, path] of Object.entries(value.pages)) {
    if (typeof path !== 'string') return undefined
    pages[id] = path
  }
  return { tag: value.tag, pages }
}

/**
 * An excerpt of Pagefind in pieces: text with `<mark>` around the words found, in which `<` and `>` of the text itself are escaped
 * (and nothing else is). Words found next to each other become one piece, and the comma after a word is no part of it.
 */
export const splitExcerpt = (excerpt: string): Piece[] => {
  const pieces: { text: string; marked: boolean }[] = []
  const joined = excerpt.replaceAll(/<\/mark>(\s+)<mark>/g, '$1').replaceAll(/([.,;:!?)”’"]+)<\/mark>/g, '</mark>$1')
  for (const [at, part] of joined.split(/<mark>|<\/mark>/).entries()) {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    if (text !== '') pieces.push({ text, marked: at % 2 === 1 })
  }
  return pieces
}

/** An excerpt for under its heading: without the heading itself at its start, and with an ellipsis where a sentence is cut off. */
const underHeading = (excerpt: string, title: string): Piece[] => {
  const text = excerpt.startsWith(`${title}. `) ? excerpt.slice(title.length + 2) : excerpt
  return splitExcerpt(/[.!?…](?:<\/mark>)?$/.test(text) ? text : `${text} …`)
}

/** The address of a result without the base path: `/course/lessons/x/#y` is `lessons/x/#y` under `/course/`. */
const inside = (base: string, url: string): string => (url.startsWith(base) ? url.slice(base.length) : url.replace(/^\//, ''))

/** The words at the places that Pagefind names, which count the words of the text. */
const wordsAt = (text: unknown, places: unknown): string[] => {
  if (typeof text !== 'string' || !Array.isArray(places)) return []
  const words = text.split(/\s+/)
  return [...new Set(places.flatMap((place: unknown) => (typeof place === 'number' ? words[place] ?? [] : [])))]
}

/** Reads what Pagefind says about a result under `base`; undefined when it is not what version 1 says. */
export const readTextPage = (value: unknown, base: string): TextPage | undefined => {
  if (!isObject(value) || typeof value.url !== 'string' || !Array.isArray(value.sub_results)) return undefined
  const path = inside(base, value.url)
  const title = isObject(value.meta) && typeof value.meta.title === 'string' ? value.meta.title : path
  const parts = value.sub_results.flatMap((part: unknown) =>
    isObject(part) && typeof part.url === 'string' && typeof part.title === 'string' && typeof part.excerpt === 'string'
      ? [{ path: inside(base, part.url), title: part.title, excerpt: underHeading(part.excerpt, part.title) }]
      : [],
  )
  return {
    path,
    title,
    excerpt: parts.find((part) => part.path === path)?.excerpt ?? [],
    places: parts.filter((part) => part.path !== path),
    found: [...wordsAt(value.content, value.locations), title],
  }
}
