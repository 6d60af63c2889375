/** A place in a content file. `file` is relative to the content folder, with `/`; lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Every rule that a problem can break; each has a broken course in tests/fixtures that pins its messages. */
export const RULES = [
  // Files and their form
  'missing-file', 'unlisted-file', 'planned-and-written', 'yaml-syntax', 'mdx-syntax', 'front-matter',
  'missing-field', 'unknown-field', 'wrong-field', 'inline-only',
  // Names
  'id-format', 'duplicate-id', 'unknown-reference', 'link',
  // Lesson text
  'no-programs', 'unknown-component', 'unknown-attribute', 'missing-attribute', 'component-content', 'not-in-lessons', 'heading',
  'objectives', 'figure', 'drawing', 'sum', 'placing', 'prediction',
  // Questions
  'sibling', 'hints', 'option-count', 'item-count', 'accepted-and-near', 'believed-key', 'placeholder', 'variable', 'expression', 'key', 'tolerance', 'working',
  'mistake', 'negated-prompt', 'all-or-none', 'same-option', 'absolute-word', 'uneven-options', 'repeated-rationale', 'same-prompt',
  // Claims
  'claim',
  // Debates
  'debate',
  // Banks
  'bank', 'key-longest', 'key-position',
] as const

/** The name of a rule. */
export type Rule = (typeof RULES)[number]

/** Something an author has to mend: where, which rule, and a plain sentence that says what to do. */
export interface Problem extends Place {
  readonly rule: Rule
  readonly message: string
}

/** Takes note of a problem. */
export type Report = (place: Place, rule: Rule, message: string) => void

/** The start of a file, for problems that belong to the whole of it. */
export const startOf = (file: string): Place => ({ file, line: 1, column: 1 })

/** Problems in reading order, each said once. */
export const inOrder = (problems: readonly Problem[]): Problem[] => {
  const compare = (a: Problem, b: Problem): number =>
    a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column || a.message.localeCompare(b.message, 'en')
  const sorted = [...problems].sort(compare)
  return sorted.filter((problem, index) => {
    const previous = sorted[index - 1]
    return !previous || compare(previous, problem) !== 0
  })
}

/** How many single-letter changes (swaps of neighbours count as one) turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** ` Did you mean “x”?` for the candidate nearest to `word`, or an empty text when none is near. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= limit && (!best || distance < best.distance)) best = { candidate, distance }
  }
  return best ? ` Did you mean “${best.candidate}”?` : ''
}
