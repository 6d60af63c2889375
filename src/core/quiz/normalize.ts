import { err, ok, type Result } from '../result.ts'

/** Seconds in each unit of time that people write. */
const SECONDS: readonly (readonly [names: RegExp, seconds: number])[] = [
  [/^(?:ms|milliseconds?|millis)$/, 0.001],
  [/^(?:s|secs?|seconds?)$/, 1],
  [/^(?:m|mins?|minutes?)$/, 60],
  [/^(?:h|hrs?|hours?)$/, 3600],
  [/^(?:d|days?)$/, 86_400],
  [/^(?:w|wks?|weeks?)$/, 604_800],
]

const secondsIn = (unit: string): number | undefined => SECONDS.find(([names]) => names.test(unit))?.[1]

/** Why a text cannot be read as the number asked for. */
export type NumberProblem =
  | 'empty'
  /** No number in it, or words between several. */
  | 'not-a-number'
  /** A sum or a fraction that has not been worked out. */
  | 'sum'
  /** Dots and commas that may mean two numbers. */
  | 'separators'
  /** A unit that does not fit the one asked for. */
  | 'unit'

/** A number as it was read. */
export interface ReadNumber {
  /** In the unit asked for. */
  readonly value: number
  /** False when the learner wrote the number alone. */
  readonly unitGiven: boolean
}

const DIGITS = String.raw`[+-]?(?:\d[\d,. ]*|[.,]\d+)`
const PIECE = new RegExp(String.raw`^(${DIGITS})\s*([a-z%/°€£$]+(?: [a-z]+)*)?\s*`)

/**
 * The number that `digits` means: commas and spaces part thousands when exactly three digits follow each ("1,440"), and a
 * single comma before other counts of digits is a decimal comma ("43,2"). Undefined when it may mean two numbers.
 */
const readDigits = (digits: string): number | undefined => {
  const text = digits.trim()
  const thousands = /^[+-]?[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/
  if (thousands.test(text)) return Number(text.replace(/[, ]/g, ''))
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return Number(text)
  if (/^[+-]?\d*,\d+$/.test(text)) return Number(text.replace(',', '.'))
  return undefined
}

const singular = (unit: string): string => unit.replace(/s$/, '')

/** How much one `given` is in `asked`; undefined when the two do not compare. */
const factor = (given: string, asked: string): number | undefined => {
  const [from, to] = [secondsIn(given), secondsIn(asked)]
  if (from !== undefined && to !== undefined) return from / to
  const percent = /^(?:%|percent|per cent|pct)$/
  if (percent.test(given)) return percent.test(asked) ? 1 : asked === '' ? 0.01 : undefined
  return singular(given) === singular(asked) ? 1 : undefined
}

/**
 * Reads what a learner typed as a number in `unit` (a unit of time, "%", another word, or empty). Accepts the number alone,
 * the number with its unit, other units of time ("0.72 h") and times in pieces ("43m12s", "1 h 30 min").
 */
export const readNumber = (text: string, unit: string): Result<ReadNumber, NumberProblem> => {
  const asked = unit.toLowerCase()
  let rest = text.normalize('NFKC').toLowerCase().replace(/[−–—]/g, '-').replace(/\s+/g, ' ').trim()
    .replace(/^(?:about|approximately|approx\.?|around|roughly|circa|ca\.?|~|≈|=)\s*/, '').replace(/([€£$])\s*(.+)$/, '$2 $1').replace(/\.$/, '')
  if (rest === '') return err('empty')
  if (/\d\s*(?:[*×·÷+/^=]|- ?\d|x\s*\d)/.test(rest)) return err('sum')
  const pieces: { readonly value: number; readonly unit: string }[] = []
  while (rest !== '') {
    const found = PIECE.exec(rest)
    if (!found) return err('not-a-number')
    const value = readDigits(found[1] ?? '')
    if (value === undefined) return err('separators')
    pieces.push({ value, unit: (found[2] ?? '').replace(/ (?:and|of)$/, '') })
    rest = rest.slice(found[0].length).replace(/^(?:and |, ?)/, '')
  }
  const [first] = pieces
  if (first && pieces.length === 1 && first.unit === '') return ok({ value: first.value, unitGiven: false })
  // Several numbers mean one only as hours, minutes and seconds do.
  if (pieces.length > 1 && !pieces.every((piece) => secondsIn(piece.unit) !== undefined)) return err('not-a-number')
  let value = 0
  for (const piece of pieces) {
    const times = factor(piece.unit, asked)
    if (times === undefined) return err('unit')
    value += piece.value * times
  }
  return ok({ value: Number(value.toPrecision(12)), unitGiven: true })
}

const withoutPlural = (word: string): string => {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  // Both “release” and “box” have a plural in -es; what is left of either is the same with and without it.
  return word.replace(/s$/, '').replace(/(?<=s|x|z|ch|sh)e$/, '')
}

/**
 * `text` reduced to what counts when answers are compared: no case, accents, punctuation, spaces, hyphens, articles or
 * plural s, and one spelling for British and American words. Empty when nothing is left.
 */
export const normalizeText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/['’]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ').trim().split(' ')
    .filter((word, _, words) => words.length === 1 || !/^(?:an?|the)$/.test(word))
    .map((word) => withoutPlural(word).replace(/our$/, 'or').replace(/iz(e|ed|ing|ation)$/, 'is$1'))
    .join('')
