import { plainText } from '../../core/course/rich.ts'
import type { Path } from '../locate.ts'
import type { Rule } from '../problem.ts'
import { compileInline } from '../rich.ts'
import type { AuthoredQuestion } from '../schemas.ts'

/** A fault of wording that a program can see. */
export interface Fault {
  readonly kind: Extract<Rule, 'negated-prompt' | 'all-or-none' | 'same-option' | 'absolute-word' | 'uneven-options' | 'repeated-rationale'>
  /** Where in the question. */
  readonly path: Path
  readonly message: string
}

/** The words of authored Markdown, without marks. */
export const words = (text: string): string => compileInline(text).paragraphs.map(plainText).join(' ')

/** `text` in lower case with everything but letters and digits as single spaces, for comparing. */
export const bare = (text: string): string => words(text).toLowerCase().replaceAll(/[^\p{L}\p{N}%.]+/gu, ' ').replaceAll(/\.(?= |$)/g, '').trim()

const NEGATED = /\b(?:not|never|except|neither|nor|cannot|least likely)\b|n[’']t\b/i
const ALL_OR_NONE = /\b(?:all|none|both|neither|any) of (?:the above|these|them|those)\b|\b(?:all|none) (?:the )?above\b/i
const ABSOLUTE = /\b(?:always|never|impossible|completely|entirely|absolutely|guaranteed|guarantees|nobody|everybody|in every case|under no circumstances)\b/i

/** The sentences of a prompt that ask: those with a question mark, and the last. */
const askingSentences = (prompt: string): readonly string[] => {
  const sentences = words(prompt).split(/(?<=[.?!:])\s+(?=[\p{Lu}\p{N}“‘"])/u)
  return sentences.filter((sentence, index) => sentence.endsWith('?') || index === sentences.length - 1)
}

type Choice = Extract<AuthoredQuestion, { type: 'single' | 'multiple' }>

/** True when `longer` says `shorter` and something else besides, so that whoever picks one picks part of the other. */
const overlaps = (longer: string, shorter: string): boolean => {
  if (!` ${longer} `.includes(` ${shorter} `)) return false
  const rest = ` ${longer} `.replace(` ${shorter} `, ' ')
  return /^ (?:both|either)? ?(?:and|or) | (?:and|or) $| (?:and|or) /.test(rest)
}

const optionFaults = ({ options, type }: Choice): Fault[] => {
  const faults: Fault[] = []
  const texts = options.map((option) => bare(option.text))
  options.forEach((option, index) => {
    const path = ['options', index, 'text']
    const text = texts[index] ?? ''
    if (ALL_OR_NONE.test(option.text)) faults.push({ kind: 'all-or-none', path, message: `“${option.text}” can be picked without knowing why. Write an option that stands by itself.` })
    const other = texts.findIndex((candidate, at) => at !== index && (candidate === text ? at < index : overlaps(text, candidate)))
    if (other >= 0) faults.push({ kind: 'same-option', path, message: `This option says what option ${other + 1} says${texts[other] === text ? '' : ', and more'}.` })
    const absolute = ABSOLUTE.exec(option.text)
    if (absolute && !option.correct && !options.some((candidate) => candidate.correct && ABSOLUTE.test(candidate.text))) {
      faults.push({ kind: 'absolute-word', path, message: `“${absolute[0]}” gives a wrong option away when no right one has such a word.` })
    }
  })
  const lengths = options.map((option) => words(option.text).length)
  const longest = Math.max(...lengths)
  const shortest = Math.min(...lengths)
  if (type === 'single' && longest > 2.2 * shortest + 12) {
    const path = ['options', lengths.indexOf(longest), 'text']
    faults.push({ kind: 'uneven-options', path, message: `This option has ${longest} characters, the shortest ${shortest}. Options alike in length give nothing away.` })
  }
  return faults
}

/** A rationale teaches: it says more than “right”, and more than its option. */
const rationaleFaults = (question: AuthoredQuestion): Fault[] => {
  const field = 'options' in question ? 'options' : 'items'
  const entries: readonly { readonly text: string; readonly rationale: string }[] = 'options' in question ? question.options : 'items' in question ? question.items : []
  return entries.flatMap(({ text, rationale }, index): Fault[] => {
    const said = new Set(bare(text).split(' '))
    const added = bare(rationale).split(' ').filter((word) => !said.has(word))
    const path = [field, index, 'rationale']
    if (added.length >= 3) return []
    return [{ kind: 'repeated-rationale', path, message: 'This rationale says nothing that the text above it does not. Say why.' }]
  })
}

/** Every fault of wording in `question`. */
export const wordingFaults = (question: AuthoredQuestion): readonly Fault[] => {
  const negated = askingSentences(question.prompt).map((sentence) => NEGATED.exec(sentence)?.[0]).find((word) => word !== undefined)
  const prompt: readonly Fault[] = negated === undefined ? [] : [{
    kind: 'negated-prompt', path: ['prompt'], message: `The prompt asks with “${negated}”, which readers miss. Ask for what is the case.`,
  }]
  return [...prompt, ...('options' in question ? optionFaults(question) : []), ...rationaleFaults(question)]
}
