import type { NumberQuestion, Question, TextQuestion } from './question.ts'
import type { Response } from './response.ts'
import type { Variables } from './variant.ts'
import type { Verdict } from './verdict.ts'
import { evaluate, parseExpression } from './expression.ts'
import { normalizeText, readNumber } from './normalize.ts'
import { verdictOf } from './verdict.ts'

/** How one option or item fared. */
export interface Part {
  /** Id of the option or item. */
  readonly id: string
  /** Whether the learner did the right thing with it: ticked or left out, the right group, in order. */
  readonly right: boolean
  /** For options: whether the learner picked it. For items: whether the learner placed it. */
  readonly chosen: boolean
}

/** What a response is worth. The verdict follows the score. */
export interface Grade {
  /** 0 to 1. */
  readonly score: number
  readonly verdict: Verdict
  /** Options and items in the author's order; empty for number and text. */
  readonly parts: readonly Part[]
  /** Ids of the misconceptions that the response shows, each once. */
  readonly misconceptions: readonly string[]
  /** Id of the known mistake that a number or a text fell into. */
  readonly mistake?: string
}

const gradeOf = (score: number, parts: readonly Part[], beliefs: readonly (string | undefined)[], mistake?: string): Grade => ({
  score,
  verdict: verdictOf(score),
  parts,
  misconceptions: [...new Set(beliefs.filter((belief) => belief !== undefined))],
  ...(mistake === undefined ? {} : { mistake }),
})

/** What `map` itself says of `key`: a record may name a group “toString”. */
const own = (map: Readonly<Record<string, string>>, key = ''): string | undefined => (Object.hasOwn(map, key) ? map[key] : undefined)

/** The beliefs behind the parts that went wrong; an item that was never placed shows none. */
const beliefsOf = (lines: readonly { readonly id: string; readonly misconception?: string }[], parts: readonly Part[]) =>
  lines.filter((_, at) => parts[at]?.chosen && !parts[at].right).map((line) => line.misconception)

/**
 * The ids of one longest run of `items` that already stand in the order of `key` (not necessarily side by side); the
 * others are the fewest that have to move.
 */
export const longestRun = (items: readonly string[], key: readonly string[]): readonly string[] => {
  const placed = items.filter((id) => key.includes(id))
  const best: string[][] = []
  for (const [at, id] of placed.entries()) {
    const before = best.filter((run, earlier) => earlier < at && key.indexOf(run.at(-1) ?? '') < key.indexOf(id))
    best.push([...before.reduce((longest, run) => (run.length > longest.length ? run : longest), []), id])
  }
  return best.reduce<readonly string[]>((longest, run) => (run.length > longest.length ? run : longest), [])
}

const valueOf = (expression: string, variables: Variables): number => {
  const parsed = parseExpression(expression)
  return parsed.ok ? evaluate(parsed.value, variables) : NaN
}

/** The key of a number question with these numbers, in its unit. */
export const keyValue = (question: NumberQuestion, variables: Variables): number => valueOf(question.key, variables)

/** The lowest and highest value that count as `value`, in the question's unit. */
export const acceptedRange = ({ tolerance }: NumberQuestion, value: number): { readonly from: number; readonly to: number } => {
  const distance = 'absolute' in tolerance ? tolerance.absolute : Math.abs(value) * tolerance.relative
  return { from: value - distance, to: value + distance }
}

const gradeNumber = (question: NumberQuestion, text: string, variables: Variables): Grade => {
  const read = readNumber(text, question.unit)
  if (!read.ok) return gradeOf(0, [], [])
  const key = keyValue(question, variables)
  const hair = 1e-9 * Math.max(1, Math.abs(key))
  const near = (given: number, value: number) => {
    const { from, to } = acceptedRange(question, value)
    return given >= from - hair && given <= to + hair
  }
  // Whoever types the key as it is shown is right, however narrow the tolerance.
  const shown = Number(key.toFixed(question.decimals))
  const meets = (given: number) => near(given, key) || Math.abs(given - shown) <= hair
  const { value, unitGiven } = read.value
  if (meets(value)) return gradeOf(1, [], [])
  // A share may be written as a fraction: 0.208 for 20.8%.
  if (question.unit === '%' && !unitGiven && Math.abs(value) <= 1 && meets(value * 100)) return gradeOf(1, [], [])
  const mistake = question.mistakes.find((candidate) => near(value, valueOf(candidate.value, variables)))
  return gradeOf(0, [], [mistake?.misconception], mistake?.id)
}

const gradeText = (question: TextQuestion, text: string): Grade => {
  const given = normalizeText(text)
  const fits = (accepted: string) => given !== '' && normalizeText(accepted) === given
  if (question.accept.some(fits)) return gradeOf(1, [], [])
  const near = question.near.find((candidate) => candidate.match.some(fits))
  return gradeOf(0, [], [near?.misconception], near?.id)
}

/**
 * What `response` to `question` is worth. `variables` are the numbers that a parametric question showed. Partial credit:
 *
 * - multiple: right ticks minus wrong ticks, over the number of right options, never under 0;
 * - match: the share of items in their group;
 * - order: how much of it stands in order already. With the longest run L of n items that need not move: (L − 1) / (n − 1);
 * - single, number and text: none, but a known mistake is named.
 *
 * Ids that the question does not have count for nothing, and a response of another type scores 0.
 */
export const grade = (question: Question, response: Response, variables: Variables = {}): Grade => {
  if (question.type === 'single' && response.type === 'single') {
    const parts = question.options.map(({ id, correct }) => ({ id, chosen: id === response.option, right: correct === (id === response.option) }))
    const picked = question.options.find(({ id }) => id === response.option)
    return gradeOf(picked?.correct ? 1 : 0, parts, [picked?.correct ? undefined : picked?.misconception])
  }
  if (question.type === 'multiple' && response.type === 'multiple') {
    const ticked = new Set(response.options)
    const parts = question.options.map(({ id, correct }) => ({ id, chosen: ticked.has(id), right: correct === ticked.has(id) }))
    const correct = question.options.filter((option) => option.correct).length
    const balance = parts.reduce((sum, part) => sum + (part.chosen ? (part.right ? 1 : -1) : 0), 0)
    return gradeOf(Math.max(0, balance) / Math.max(1, correct), parts, beliefsOf(question.options, parts))
  }
  if (question.type === 'order' && response.type === 'order') {
    const key = question.items.map(({ id }) => id)
    const run = longestRun([...new Set(response.items)], key)
    const parts = key.map((id) => ({ id, chosen: response.items.includes(id), right: run.includes(id) }))
    return gradeOf(Math.max(0, run.length - 1) / Math.max(1, key.length - 1), parts, beliefsOf(question.items, parts))
  }
  if (question.type === 'match' && response.type === 'match') {
    const given = (id: string) => own(response.groups, id)
    const parts = question.items.map(({ id, group }) => ({ id, chosen: given(id) !== undefined, right: given(id) === group }))
    const beliefs = question.items.map(({ id, misconceptions = {} }) => own(misconceptions, given(id)))
    return gradeOf(parts.filter((part) => part.right).length / Math.max(1, parts.length), parts, beliefs)
  }
  if (question.type === 'number' && response.type === 'number') return gradeNumber(question, response.text, variables)
  if (question.type === 'text' && response.type === 'text') return gradeText(question, response.text)
  return gradeOf(0, [], [])
}
