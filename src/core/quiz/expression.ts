import { err, ok, type Result } from '../result.ts'

/** A parsed arithmetic expression: data, so it can be stored, walked and evaluated without running any code of the author's. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string; readonly offset: number }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'percent'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/' | '^'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }

/** Why a text is not an expression, as a sentence, and where: `offset` counts characters from 0. */
export interface ExpressionError {
  readonly message: string
  readonly offset: number
}

/** The smallest and largest number of arguments, and the computation, of each function an expression may call. */
const FUNCTIONS = {
  sqrt: { least: 1, most: 1, run: (x: number) => Math.sqrt(x) },
  ln: { least: 1, most: 1, run: (x: number) => Math.log(x) },
  exp: { least: 1, most: 1, run: (x: number) => Math.exp(x) },
  min: { least: 1, most: Infinity, run: (...xs: number[]) => Math.min(...xs) },
  max: { least: 1, most: Infinity, run: (...xs: number[]) => Math.max(...xs) },
  round: { least: 1, most: 2, run: (x: number, places = 0) => Math.round(x * 10 ** places) / 10 ** places },
  ceil: { least: 1, most: 1, run: (x: number) => Math.ceil(x) },
  floor: { least: 1, most: 1, run: (x: number) => Math.floor(x) },
} as const

type FunctionName = keyof typeof FUNCTIONS

/** Names of the functions that an expression may call. */
const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS)

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name)

interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end'
  readonly text: string
  readonly offset: number
}

const PLAIN: Readonly<Record<string, string>> = { '−': '-', '–': '-', '×': '*', '·': '*', '÷': '/' }
/** A thousands comma is one that has exactly three digits after it; any other comma parts arguments. */
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|^\.\d+/
const NUMBER_IN_CALL = /^\d+(?:\.\d+)?|^\.\d+/
const NAME = /^[a-zA-Z][a-zA-Z0-9_]*/

/** Thrown inside the parser only; `parseExpression` turns it into a result. */
class Refused extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  let offset = 0
  // Inside a call, `min(1,200)` would be ambiguous; there a comma always parts arguments.
  const open: boolean[] = []
  while (offset < text.length) {
    const rest = text.slice(offset)
    const space = /^\s+/.exec(rest)
    if (space) {
      offset += space[0].length
      continue
    }
    const number = (open.at(-1) ? NUMBER_IN_CALL : NUMBER).exec(rest)
    const name = number ? null : NAME.exec(rest)
    const found = number ?? name
    if (found) {
      tokens.push({ kind: number ? 'number' : 'name', text: found[0], offset })
      offset += found[0].length
      continue
    }
    const symbol = PLAIN[rest.charAt(0)] ?? rest.charAt(0)
    if (!'+-*/^%(),'.includes(symbol)) throw new Refused(`“${rest.charAt(0)}” has no meaning here`, offset)
    if (symbol === '(') open.push(tokens.at(-1)?.kind === 'name')
    if (symbol === ')') open.pop()
    tokens.push({ kind: 'symbol', text: symbol, offset })
    offset += 1
  }
  tokens.push({ kind: 'end', text: '', offset })
  return tokens
}

/** How tightly each operator binds; `^` also groups from the right. */
const STRENGTH: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }
const NEGATION_STRENGTH = 3

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  whole(): Expression {
    const expression = this.#expression(0)
    const left = this.#peek()
    if (left.kind !== 'end') throw new Refused(`“${left.text}” is not expected here; is an operator missing?`, left.offset)
    return expression
  }

  #peek(): Token {
    const token = this.#tokens[this.#at]
    if (!token) throw new Refused('the expression ends too early', 0)
    return token
  }

  #next(): Token {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  #takes(symbol: string): boolean {
    const token = this.#peek()
    if (token.kind !== 'symbol' || token.text !== symbol) return false
    this.#at += 1
    return true
  }

  #expression(least: number): Expression {
    let left = this.#operand()
    for (;;) {
      if (this.#takes('%')) {
        left = { kind: 'percent', of: left }
        continue
      }
      const token = this.#peek()
      const strength = token.kind === 'symbol' ? STRENGTH[token.text] : undefined
      if (strength === undefined || strength <= least) return left
      this.#at += 1
      const operator = token.text as '+' | '-' | '*' | '/' | '^'
      const right = this.#expression(operator === '^' ? strength - 1 : strength)
      left = { kind: 'binary', operator, left, right }
    }
  }

  #operand(): Expression {
    const token = this.#next()
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text.replaceAll(',', '')) }
    if (token.kind === 'name') return this.#named(token)
    if (token.text === '-') return { kind: 'negate', of: this.#expression(NEGATION_STRENGTH) }
    if (token.text === '+') return this.#expression(NEGATION_STRENGTH)
    if (token.text === '(') {
      const inner = this.#expression(0)
      this.#close(token)
      return inner
    }
    throw new Refused(token.kind === 'end' ? 'the expression ends too early' : `“${token.text}” is not expected here`, token.offset)
  }

  #named(token: Token): Expression {
    if (!this.#takes('(')) return { kind: 'variable', name: token.text, offset: token.offset }
    if (!isFunction(token.text)) {
      throw new Refused(`“${token.text}” is not a function; there are ${FUNCTION_NAMES.join(', ')}`, token.offset)
    }
    const of = [this.#expression(0)]
    while (this.#takes(',')) of.push(this.#expression(0))
    this.#close(token)
    const { least, most } = FUNCTIONS[token.text]
    if (of.length < least || of.length > most) {
      throw new Refused(`“${token.text}” takes ${least === most ? least : `${least} to ${most}`} value${most === 1 ? '' : 's'}`, token.offset)
    }
    return { kind: 'call', name: token.text, of }
  }

  #close(opened: Token): void {
    if (!this.#takes(')')) throw new Refused('a closing bracket is missing', opened.offset)
  }
}

/**
 * Reads `text` as arithmetic over numbers and variables: `+ - * / ^ ( )`, the signs `− × ÷`, thousands commas, a `%`
 * after a value (a hundredth), and the functions in `FUNCTION_NAMES`. Nothing of it is ever run as code.
 */
export const parseExpression = (text: string): Result<Expression, ExpressionError> => {
  try {
    return ok(new Parser(text).whole())
  } catch (error) {
    if (error instanceof Refused) return err({ message: error.message, offset: error.offset })
    throw error
  }
}

/** The value of `expression`; `NaN` when a variable has no value, and what arithmetic gives for a division by zero. */
export const evaluate = (expression: Expression, variables: Readonly<Record<string, number>>): number => {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'variable':
      return Object.hasOwn(variables, expression.name) ? (variables[expression.name] ?? NaN) : NaN
    case 'negate':
      return -evaluate(expression.of, variables)
    case 'percent':
      return evaluate(expression.of, variables) / 100
    case 'call': {
      const run: (...values: number[]) => number = FUNCTIONS[expression.name].run
      return run(...expression.of.map((inner) => evaluate(inner, variables)))
    }
    case 'binary': {
      const left = evaluate(expression.left, variables)
      const right = evaluate(expression.right, variables)
      if (expression.operator === '+') return left + right
      if (expression.operator === '-') return left - right
      if (expression.operator === '*') return left * right
      if (expression.operator === '/') return left / right
      return left ** right
    }
  }
}

/** The variables that `expression` reads, with the offset of each in its text, in reading order. */
export const variablesOf = (expression: Expression): readonly { readonly name: string; readonly offset: number }[] => {
  switch (expression.kind) {
    case 'number':
      return []
    case 'variable':
      return [expression]
    case 'negate':
    case 'percent':
      return variablesOf(expression.of)
    case 'call':
      return expression.of.flatMap(variablesOf)
    case 'binary':
      return [...variablesOf(expression.left), ...variablesOf(expression.right)]
  }
}
