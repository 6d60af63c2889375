/** A piece of text that is highlighted or not; a view turns it into nodes. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** A word of a text with its place in it; `plain` is what is compared. */
export interface Word {
  readonly plain: string
  readonly start: number
  readonly end: number
}

/** How well a word of the query fits a word of a text. Larger is better. */
export type Fit = 0 | 1 | 2 | 3

/** The word as such; its beginning; one slip away; not at all. */
export const FIT = { exact: 3, prefix: 2, slip: 1, none: 0 } as const

/** Shortest word of a query that may contain a slip: below it, one edit turns too many words into others. */
const SLIP_FROM = 4

/**
 * The words of `text`. Case, accents and apostrophes do not count; hyphens and slashes part words, a point inside a number
 * does not: "error-budget’s 99.9%" is error, budgets, 99.9.
 */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    plain: match[0].normalize('NFKD').replace(/[\p{M}'’,]/gu, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** Whether `a` becomes `b` by at most one insertion, deletion, replacement, or swap of neighbours. */
export const withinOneEdit = (a: string, b: string): boolean => {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at)
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1)
  if (a.slice(at + 1) === b.slice(at + 1)) return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** How well `sought` fits `word`. A slip is looked for in the whole word and in a beginning of the same length, since the learner is still typing. */
export const fitOf = (sought: string, word: string): Fit => {
  if (word === sought) return FIT.exact
  if (word.startsWith(sought)) return FIT.prefix
  if (sought.length < SLIP_FROM) return FIT.none
  return withinOneEdit(sought, word) || withinOneEdit(sought, word.slice(0, sought.length)) ? FIT.slip : FIT.none
}

/** The stretches of `text` to mark; words with only spaces or hyphens between them are one stretch. */
const stretches = (text: string, found: ReadonlySet<Word>): { start: number; end: number }[] => {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && /^[\s\p{Pd}]*$/u.test(text.slice(last.end, start))) last.end = end
    else joined.push({ start, end })
  }
  return joined
}

/** `text` in pieces, with the words in `found` marked. */
export const markWords = (text: string, found: ReadonlySet<Word>): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of stretches(text, found)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
