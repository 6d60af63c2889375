import type { TextPage } from './full-text.ts'
import type { Findings } from './results.ts'
import { wordsOf } from './words.ts'

/**
 * Endings that English adds to a word, or puts in place of its own, after three letters or more. Roughly what the stemmer of the full text
 * takes off: a little too much is no harm, since only words that Pagefind has matched are compared.
 */
const ENDING = /(?<=.{3})(?:at(?:ion(?:s|al)?|ive|ed?|es|ing|ors?)|[ai]b(?:le|ly|ility)|[ae]n(?:c(?:e|y|ies)|ts?)|iv(?:e|ity)|i[sz](?:e[ds]?|ing)|it(?:y|ies)|ic(?:al|ally)?|ions?|ie[sd]|[eo]rs?|ments?|ness|ing|ful|ous|al|ly|e[ds]|[desy])$/

/** The same for words that would be too short: "using" is "us". */
const SHORT_ENDING = /(?<=^..)(?:ing|ed|es|s)$/

/** A letter that is only doubled before an ending, as in "running". */
const DOUBLED = /(?<=..)([^aeiou])\1$/

/** `word` without its endings: "budgets" is "budget", "measuring" is "measur", "running" is "run". */
const stemOf = (word: string): string => {
  const shorter = word.replace(ENDING, '').replace(DOUBLED, '$1')
  return shorter === word ? word.replace(SHORT_ENDING, '') : stemOf(shorter)
}

/** `text` as Pagefind compares it: "on-call" is one word, "oncall". */
const joined = (text: string): string => wordsOf(text).map(({ plain }) => plain.replaceAll('.', '')).join('')

/** Whether one of `words` is `sought`, starts with it, or comes from the same word. */
const isAmong = (sought: string, words: ReadonlySet<string>): boolean => {
  const stem = stemOf(sought)
  for (const word of words) if (word.startsWith(sought) || word.startsWith(stem)) return true
  return false
}

/**
 * Whether a page in which Pagefind `found` these words holds every word of `query`. For a word that it does not know Pagefind takes the
 * longest beginning that it does know, down to one letter: "xylophone" finds the "x" of a formula. Half-typed words do count.
 */
export const holds = (query: string, found: readonly string[]): boolean => {
  const words = new Set(found.flatMap((text) => [joined(text), ...wordsOf(text).map(({ plain }) => plain)]))
  return query.split(/\s+/).every((part) => {
    const whole = joined(part)
    return whole === '' || isAmong(whole, words) || wordsOf(part).every(({ plain }) => isAmong(plain, words))
  })
}

/** Pages by path as they were loaded; null for one that cannot be read. */
type LoadedPages = readonly (readonly [path: string, page: TextPage | null])[]

/**
 * `findings` with more `pages`. One that does not hold the words of `query` is dropped. When none of those loaded holds them, none will:
 * Pagefind then took a shorter word for one that it does not know, and did so in every page it names.
 */
export const withPages = (findings: Findings, pages: LoadedPages, query: string): Findings => {
  const dropped = new Set(pages.flatMap(([path, page]) => (page && !holds(query, page.found) ? [path] : [])))
  const loaded = new Map([...findings.loaded, ...pages.filter(([path]) => !dropped.has(path))])
  const isUnknown = dropped.size > 0 && ![...loaded.values()].some((page) => page !== null)
  return { ...findings, loaded, text: isUnknown ? [] : findings.text.filter((path) => !dropped.has(path)) }
}
