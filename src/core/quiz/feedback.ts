import type { Rich } from '../course/rich.ts'
import type { NumberQuestion, Question } from './question.ts'
import type { Response } from './response.ts'
import { plainText } from '../course/rich.ts'
import { evaluate, parseExpression } from './expression.ts'
import { acceptedRange, keyValue } from './grade.ts'
import type { Variables } from './variant.ts'

/** Formats by their number of decimals: to make one costs a hundred times what it costs to use it. */
const formats = new Map<number, Intl.NumberFormat>()

/** A number as it is shown: "1,440", "43.2 min", "20.8%". */
export const formatNumber = (value: number, decimals: number, unit = ''): string => {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals })
  formats.set(decimals, format)
  const number = format.format(value)
  return unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** A step of the working: what it is, the sum with the numbers in it ("10 ÷ 100 × 90", or empty), and its result. */
export interface WorkingStep {
  readonly label: string
  readonly sum: string
  readonly result: string
}

const SIGNS: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '-': ' − ', '+': ' + ' }

/** An author's expression as people write it, with the numbers in place of the names. */
const sumText = (expression: string, variables: Variables): string => {
  const number = (value: number) => formatNumber(value, 6)
  const text = expression
    .replace(/[a-z_]\w*|\d+(?:\.\d+)?/gi, (word) => {
      const value = Object.hasOwn(variables, word) ? variables[word] : Number(word)
      return value === undefined || Number.isNaN(value) ? word : number(value)
    })
    .replace(/\s*([*/+-])\s*/g, (_, sign: string) => SIGNS[sign] ?? sign)
  return /[×÷−+^]/.test(text) ? text.trim() : ''
}

/** The working of a number question with the numbers of this attempt; empty for every other type. */
export const workingOf = (question: Question, variables: Variables): readonly WorkingStep[] =>
  question.type !== 'number' ? [] : question.working.map(({ label, value, unit, decimals }) => {
    const parsed = parseExpression(value)
    return {
      label,
      sum: sumText(value, variables),
      result: formatNumber(parsed.ok ? evaluate(parsed.value, variables) : NaN, decimals, unit),
    }
  })

/** What is accepted as the key, as two shown numbers that are accepted themselves; undefined when only the shown key is. */
export const acceptedText = (question: NumberQuestion, variables: Variables): { readonly from: string; readonly to: string } | undefined => {
  const { from, to } = acceptedRange(question, keyValue(question, variables))
  const places = 10 ** question.decimals
  // Cut inwards to the places that the key has.
  const [low, high] = [Math.ceil(from * places - 1e-6) / places, Math.floor(to * places + 1e-6) / places]
  return low < high ? { from: formatNumber(low, question.decimals), to: formatNumber(high, question.decimals) } : undefined
}

/** The right answer as short texts: the options that hold, the items in order, "group: item, item", a number, a word. */
export const keyTexts = (question: Question, variables: Variables): readonly string[] => {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ correct }) => correct).map(({ text }) => plainText(text))
    case 'order':
      return question.items.map(({ text }) => plainText(text))
    case 'match':
      return question.groups.map((group) => {
        const items = question.items.filter((item) => item.group === group.id).map(({ text }) => plainText(text))
        return `${plainText(group.text)}: ${items.join('; ')}`
      })
    case 'number':
      return [formatNumber(keyValue(question, variables), question.decimals, question.unit)]
    case 'text':
      return question.accept.slice(0, 1)
  }
}

/** What the learner gave, as short texts; for match, the items with nothing else. */
export const givenTexts = (question: Question, response: Response): readonly string[] => {
  const texts = (lines: readonly { readonly id: string; readonly text: Rich }[], ids: readonly string[]) =>
    ids.flatMap((id) => lines.filter((line) => line.id === id).map(({ text }) => plainText(text)))
  if (question.type === 'single' && response.type === 'single') return texts(question.options, [response.option])
  if (question.type === 'multiple' && response.type === 'multiple') return texts(question.options, response.options)
  if (question.type === 'order' && response.type === 'order') return texts(question.items, response.items)
  if (response.type === 'number' || response.type === 'text') return [response.text.trim()]
  return []
}

/** The reason that belongs to the key itself; undefined where every line has its own. */
export const keyRationale = (question: Question): Rich | undefined => {
  if (question.type === 'number' || question.type === 'text') return question.rationale
  if (question.type === 'single') return question.options.find(({ correct }) => correct)?.rationale
  return undefined
}

/** Why the known mistake `mistake` is one. */
export const mistakeRationale = (question: Question, mistake: string): Rich | undefined => {
  if (question.type === 'number') return question.mistakes.find(({ id }) => id === mistake)?.rationale
  if (question.type === 'text') return question.near.find(({ id }) => id === mistake)?.rationale
  return undefined
}
