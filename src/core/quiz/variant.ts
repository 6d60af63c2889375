import type { Rich } from '../course/rich.ts'
import { plainText } from '../course/rich.ts'
import type { NumberQuestion, Question, VariableRange } from './question.ts'
import { seedOf } from './seed.ts'

/** The numbers drawn for a parametric question, by name. */
export type Variables = Readonly<Record<string, number>>

/** Floats such as 0.1 × 3 are brought back to the digits that the author stepped by. */
const tidy = (value: number): number => Number(value.toPrecision(12))

/** Every value that `range` allows, ascending for a stepped range, in the author's order for a list. */
export const valuesOf = (range: VariableRange): readonly number[] => {
  if ('oneOf' in range) return range.oneOf
  const count = Math.floor((range.to - range.from) / range.step + 1e-9) + 1
  return Array.from({ length: Math.max(count, 1) }, (_, at) => tidy(range.from + at * range.step))
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/**
 * The numbers of attempt `attempt`, 0 included. The attempts walk through all combinations in a fixed jumble, so that
 * an attempt never repeats the one before it while there is another combination, and none repeats before all were shown.
 */
export const drawVariables = (question: NumberQuestion, attempt: number): Variables => {
  const names = Object.keys(question.variables).sort()
  const choices = names.map((name) => valuesOf(question.variables[name] ?? { oneOf: [0] }))
  const combinations = choices.reduce((product, values) => product * values.length, 1)
  // Steps near the golden section spread neighbouring attempts over the whole range.
  let step = Math.max(1, Math.round(combinations * 0.618))
  while (commonDivisor(step, combinations) !== 1) step += 1
  let place = (seedOf(question.id) % combinations + attempt * step) % combinations
  return Object.fromEntries(names.map((name, at) => {
    const values = choices[at] ?? []
    const value = values[place % values.length] ?? 0
    place = Math.floor(place / values.length)
    return [name, value]
  }))
}

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })

/** `text` with each `{name}` of `variables` replaced by its number; other braces stay as they are. */
export const fillText = (text: string, variables: Variables): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined
    return value === undefined ? whole : plain.format(value)
  })

/** `rich` with each `{name}` of `variables` replaced by its number. */
const fillRich = (rich: Rich, variables: Variables): Rich =>
  rich.map((node) => (typeof node === 'string' ? fillText(node, variables) : [node[0], fillRich(node[1], variables)]))

/** The numbers that `question` shows at `attempt`; none for a question without variables. */
export const variablesFor = (question: Question, attempt: number): Variables =>
  question.type === 'number' ? drawVariables(question, attempt) : {}

/** The prompt of `question` in one line of plain text, with the numbers of its first attempt: its name in lists. */
export const promptLine = (question: Question): string => variant(question, 0).prompt.map(plainText).join(' ')

/** `question` with the numbers of `attempt` in all its texts. Only number questions change. */
export const variant = <Q extends Question>(question: Q, attempt: number): Q => {
  if (question.type !== 'number' || Object.keys(question.variables).length === 0) return question
  const variables = drawVariables(question, attempt)
  const fill = (rich: Rich) => fillRich(rich, variables)
  return {
    ...question,
    prompt: question.prompt.map(fill),
    hints: question.hints.map(fill),
    rationale: fill(question.rationale),
    working: question.working.map((step) => ({ ...step, label: fillText(step.label, variables) })),
    mistakes: question.mistakes.map((mistake) => ({ ...mistake, rationale: fill(mistake.rationale) })),
    ...(question.depends ? { depends: fill(question.depends) } : {}),
  }
}
