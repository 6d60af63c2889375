import { evaluate, parseExpression, variablesOf, type Expression } from '../../core/quiz/expression.ts'
import type { Path } from '../locate.ts'
import { didYouMean, type Place, type Report } from '../problem.ts'
import type { AuthoredQuestion } from '../schemas.ts'

type NumberQuestion = Extract<AuthoredQuestion, { type: 'number' }>
type Values = Readonly<Record<string, number>>
type At = (...path: Path) => Place

/** The most draws of a question that are computed; with more, an even spread over all of them. */
const MOST_DRAWS = 20_000

/** “no variables”, or their names. */
export const variableNames = (names: readonly string[]): string =>
  names.length === 0 ? 'no variables' : `the variable${names.length === 1 ? '' : 's'} ${names.join(', ')}`

/** Every value of a range, without the error that adding steps would pile up. */
const valuesOf = (range: NumberQuestion['variables'][string]): readonly number[] => {
  if (range['one-of']) return range['one-of']
  const { from = 0, to = 0, step = 1 } = range
  const places = Math.max(...[from, step].map((value) => (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length))
  const count = Math.floor((to - from) / step + 1e-9) + 1
  return Array.from({ length: Math.max(0, Math.min(count, 10_000)) }, (_, index) => Number((from + index * step).toFixed(places)))
}

/** The combinations of values that the question may draw, at most `MOST_DRAWS` of them, evenly spread. */
const drawsOf = (ranges: readonly (readonly [name: string, values: readonly number[]])[]): readonly Values[] => {
  const all = ranges.reduce((count, [, values]) => count * values.length, 1)
  const taken = Math.min(all, MOST_DRAWS)
  return Array.from({ length: taken }, (_, nth) => {
    let rest = taken === all ? nth : Math.round((nth * (all - 1)) / (taken - 1))
    return Object.fromEntries(ranges.map(([name, values]) => {
      const value = values[rest % values.length] ?? NaN
      rest = Math.floor(rest / values.length)
      return [name, value]
    }))
  })
}

const checkRanges = (value: NumberQuestion, at: At, report: Report): boolean => {
  let sound = true
  for (const [name, range] of Object.entries(value.variables)) {
    const wrong = (message: string): void => {
      sound = false
      report(at('variables', name), 'variable', message)
    }
    const stepped = [range.from, range.to, range.step].filter((part) => part !== undefined).length
    if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) wrong(`“${name}” cannot be the name of a variable: use letters and digits, such as “failedShare”.`)
    else if (range['one-of'] ? stepped > 0 : stepped < 3) wrong('A variable has either from, to and step, or one-of.')
    else if (valuesOf(range).length < 2) wrong(`“${name}” has only one value, so it is no variable: write the number itself.`)
  }
  return sound
}

/** A variable that may be 1 does not stand in front of a plural: “1 hours”. */
const checkPlurals = ({ prompt, variables }: NumberQuestion, at: At, report: Report): void => {
  for (const [name, range] of Object.entries(variables)) {
    const plural = new RegExp(`\\{${name}\\}\\s(\\p{L}*[^\\Ws]s)\\b`, 'u').exec(prompt)?.[1]
    if (plural && valuesOf(range).includes(1)) {
      report(at('variables', name), 'variable', `“${name}” may be 1, and the prompt would say “1 ${plural}”: leave the 1 out, or put it in words that fit both.`)
    }
  }
}

/** Parses the expression `text` and checks that its variables are declared. */
const parsed = (text: string, names: readonly string[], place: Place, report: Report): Expression | undefined => {
  const result = parseExpression(text)
  if (!result.ok) {
    report(place, 'expression', `“${text}” cannot be computed: ${result.error.message} (at character ${result.error.offset + 1}).`)
    return undefined
  }
  const unknown = variablesOf(result.value).find(({ name }) => !names.includes(name))
  if (!unknown) return result.value
  report(place, 'expression', `There is no variable “${unknown.name}” in this question.${didYouMean(unknown.name, names) || ` It has ${variableNames(names)}.`}`)
  return undefined
}

const drawn = (values: Values): string => {
  const parts = Object.entries(values).map(([name, value]) => `${name} = ${value}`)
  return parts.length === 0 ? '' : ` for ${parts.join(', ')}`
}

const shown = (value: number): string => String(Number(value.toPrecision(6)))

const slackOf = ({ tolerance }: NumberQuestion, key: number): number =>
  tolerance.relative === undefined ? (tolerance.absolute ?? 0) : Math.abs(key) * tolerance.relative

/** The key of a number question is a number for every draw, as shown it is accepted, and its working and mistakes agree. */
export const checkNumber = (value: NumberQuestion, at: At, report: Report): void => {
  if ((value.tolerance.absolute === undefined) === (value.tolerance.relative === undefined)) {
    report(at('tolerance'), 'tolerance', 'State the tolerance either as absolute, in the unit, or as relative, a share of the key.')
  }
  if (!checkRanges(value, at, report)) return
  checkPlurals(value, at, report)
  const names = Object.keys(value.variables)
  const read = (text: string, ...path: Path): Expression | undefined => parsed(text, names, at(...path), report)
  const key = read(value.key, 'key')
  const working = value.working.map((step, index) => read(step.value, 'working', index, 'value'))
  const mistakes = value.mistakes.map((mistake, index) => read(mistake.value, 'mistakes', index, 'value'))
  if (!key) return
  const draws = drawsOf(Object.entries(value.variables).map(([name, range]) => [name, valuesOf(range)] as const))

  const firstWhere = (holds: (values: Values, key: number) => boolean): Values | undefined => draws.find((values) => holds(values, evaluate(key, values)))
  const broken = firstWhere((_, result) => !Number.isFinite(result))
  if (broken) {
    report(at('key'), 'key', `The key is not a number${drawn(broken)}.`)
    return
  }
  const refused = firstWhere((_, result) => Math.abs(Number(result.toFixed(value.decimals)) - result) > slackOf(value, result) + 1e-9)
  if (refused) {
    const result = evaluate(key, refused)
    report(at('decimals'), 'tolerance', `The key ${shown(result)}${drawn(refused)} is shown as ${result.toFixed(value.decimals)}, which the tolerance would refuse.`)
  }
  working.forEach((step, index) => {
    const off = step && firstWhere((values, result) => {
      const stepped = evaluate(step, values)
      return !Number.isFinite(stepped) || (index === working.length - 1 && Math.abs(stepped - result) > Math.max(Math.abs(result), 1) * 1e-9)
    })
    if (step && off) report(at('working', index, 'value'), 'working', `This gives ${shown(evaluate(step, off))}${drawn(off)}, and the key is ${shown(evaluate(key, off))}. The working must end in the key.`)
  })
  mistakes.forEach((mistake, index) => {
    const same = mistake && firstWhere((values, result) => {
      const wrong = evaluate(mistake, values)
      return !Number.isFinite(wrong) || Math.abs(wrong - result) <= slackOf(value, result)
    })
    if (mistake && same) report(at('mistakes', index, 'value'), 'mistake', `This gives ${shown(evaluate(mistake, same))}${drawn(same)}, where the key is ${shown(evaluate(key, same))}: a right answer would be taken for this mistake.`)
  })
}
