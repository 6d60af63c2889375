import { createHash } from 'node:crypto'
import type { AntiPattern, Claim, Drawing, Lesson, SectionAddress, Term } from '../core/course/course.ts'
import type { Rich } from '../core/course/rich.ts'
import type { Debate } from '../core/debate/debate.ts'
import type { Question, VariableRange } from '../core/quiz/question.ts'
import type { YamlSource, Path } from './locate.ts'
import type { LessonText } from './lesson-text.ts'
import type { Report } from './problem.ts'
import { compileInline } from './rich.ts'
import type { AuthoredAntiPattern, AuthoredClaim, AuthoredLesson, AuthoredQuestion, AuthoredTerm } from './schemas.ts'
import type { Located } from './validate.ts'

/** Compiles the Markdown at a path of one file, reporting what cannot stand there. */
interface Marks {
  readonly paragraphs: (text: string, path: Path) => readonly Rich[]
  /** Exactly one paragraph. */
  readonly line: (text: string, path: Path) => Rich
}

const marksOf = (source: YamlSource, root: Path, report: Report): Marks => {
  const paragraphs = (text: string, path: Path): readonly Rich[] => {
    const compiled = compileInline(text)
    for (const refusal of compiled.refused) report(source.place([...root, ...path]), 'inline-only', refusal)
    return compiled.paragraphs
  }
  return {
    paragraphs,
    line: (text, path) => {
      const [first = [], ...more] = paragraphs(text, path)
      if (more.length > 0) report(source.place([...root, ...path]), 'inline-only', 'Only one paragraph can stand here; remove the empty line.')
      return first
    },
  }
}

const rangeOf = (range: { from?: number; to?: number; step?: number; 'one-of'?: number[] }): VariableRange =>
  range['one-of'] ? { oneOf: range['one-of'] } : { from: range.from ?? 0, to: range.to ?? 0, step: range.step ?? 1 }

/** What an author wrote about the beliefs behind an item, group by group: one belief alone is shown by each of the `wrong` groups. */
const byWrongGroup = (misconception: string | Readonly<Record<string, string>>, wrong: readonly { readonly id: string }[]): Readonly<Record<string, string>> =>
  typeof misconception === 'string' ? Object.fromEntries(wrong.map(({ id }) => [id, misconception])) : misconception

/** The question that `written` says, in the form the browser works with. */
export const compileQuestion = ({ value, source, path }: Located<AuthoredQuestion>, lesson: string, report: Report): Question => {
  const marks = marksOf(source, path, report)
  const reasoned = <Entry extends { text: string; rationale: string }>(entry: Entry, at: Path): Omit<Entry, 'text' | 'rationale'> & { text: Rich; rationale: Rich } =>
    ({ ...entry, text: marks.line(entry.text, [...at, 'text']), rationale: marks.line(entry.rationale, [...at, 'rationale']) })
  const base = {
    id: value.id,
    lesson,
    objective: value.objective,
    revision: value.revision,
    role: value.role,
    prompt: marks.paragraphs(value.prompt, ['prompt']),
    hints: value.hints.map((hint, index) => marks.line(hint, ['hints', index])),
    source: value.source,
    scenario: value.scenario,
    siblingOf: value['sibling-of'],
    depends: value.depends === undefined ? undefined : marks.line(value.depends, ['depends']),
  }
  switch (value.type) {
    case 'single':
    case 'multiple':
      return { ...base, type: value.type, options: value.options.map((option, index) => reasoned(option, ['options', index])) }
    case 'order':
      return { ...base, type: 'order', items: value.items.map((item, index) => reasoned(item, ['items', index])) }
    case 'match':
      return {
        ...base,
        type: 'match',
        groups: value.groups.map((group, index) => ({ id: group.id, text: marks.line(group.text, ['groups', index, 'text']) })),
        items: value.items.map(({ misconception, ...item }, index) => ({
          ...reasoned(item, ['items', index]),
          ...(misconception !== undefined && { misconceptions: byWrongGroup(misconception, value.groups.filter(({ id }) => id !== item.group)) }),
        })),
      }
    case 'number':
      return {
        ...base,
        type: 'number',
        variables: Object.fromEntries(Object.entries(value.variables).map(([name, range]) => [name, rangeOf(range)])),
        key: value.key,
        unit: value.unit,
        tolerance: value.tolerance.relative === undefined ? { absolute: value.tolerance.absolute ?? 0 } : { relative: value.tolerance.relative },
        decimals: value.decimals,
        working: value.working,
        rationale: marks.line(value.rationale, ['rationale']),
        mistakes: value.mistakes.map((mistake, index) => ({ ...mistake, rationale: marks.line(mistake.rationale, ['mistakes', index, 'rationale']) })),
      }
    case 'text':
      return {
        ...base,
        type: 'text',
        accept: value.accept,
        rationale: marks.line(value.rationale, ['rationale']),
        near: value.near.map((near, index) => ({ ...near, rationale: marks.line(near.rationale, ['near', index, 'rationale']) })),
      }
  }
}

/** The glossary entry that `written` says. */
export const compileTerm = ({ value, source, path }: Located<AuthoredTerm>, report: Report): Term =>
  ({ ...value, definition: marksOf(source, path, report).line(value.definition, ['definition']) })

/** The anti-pattern that `written` says. */
export const compileAntiPattern = (id: string, { value, source, path }: Located<AuthoredAntiPattern>, report: Report): AntiPattern => {
  const marks = marksOf(source, path, report)
  const line = (field: 'symptom' | 'mechanism' | 'test' | 'first-step'): Rich => marks.line(value[field], [field])
  const side = (field: 'evidence-for' | 'evidence-against'): AntiPattern['evidenceFor'] =>
    value[field].map((argument, index) => ({ ...argument, text: marks.line(argument.text, [field, index, 'text']) }))
  return {
    id,
    title: value.title,
    discipline: value.discipline,
    symptom: line('symptom'),
    mechanism: line('mechanism'),
    evidenceFor: side('evidence-for'),
    evidenceAgainst: side('evidence-against'),
    test: line('test'),
    firstStep: line('first-step'),
    lesson: value.lesson,
  }
}

const sectionOf = (address: string): SectionAddress => {
  const [lesson = '', heading = ''] = address.split('#')
  return { lesson, heading }
}

/** The claim as `authored`, with the addresses of its sections taken apart. */
export const compileClaim = (authored: AuthoredClaim): Claim => {
  const { section, 'disputed-in': disputedIn, ...rest } = authored
  return { ...rest, ...(section !== undefined && { section: sectionOf(section) }), ...(disputedIn !== undefined && { disputedIn: sectionOf(disputedIn) }) }
}

/** What a lesson is compiled from. */
export interface LessonParts {
  readonly id: string
  readonly module: string
  readonly front: AuthoredLesson
  readonly text: LessonText
  readonly questions: readonly Question[]
  readonly drawings: readonly Drawing[]
  readonly debate: Debate | undefined
  /** The texts of the lesson's own files. */
  readonly written: readonly string[]
}

/** Attributes of components that name a source. */
const CITING = new Set(['Evidence', 'Practice', 'Commentary'])

/** The lesson made of `parts`. */
export const compileLesson = ({ id, module, front, text, questions, drawings, debate, written }: LessonParts): Lesson => {
  const attribute = (names: ReadonlySet<string>, name: string): string[] => text.uses.flatMap((use) => {
    const value = names.has(use.name) ? use.attributes.get(name) : undefined
    return typeof value === 'string' ? [value] : []
  })
  return {
    id,
    module,
    number: front.number,
    title: front.title,
    promise: front.promise,
    minutes: front.minutes,
    objectives: front.objectives,
    headings: text.headings.flatMap(({ depth, slug, text: words }) => (depth === 2 || depth === 3 ? [{ depth, slug, text: words }] : [])),
    questions,
    placed: attribute(new Set(['Question']), 'id'),
    sources: [...new Set([...attribute(CITING, 'source'), ...questions.flatMap((question) => question.source ?? []), ...(debate?.cards ?? []).map((card) => card.source)])],
    drawings,
    ...(debate && { debate }),
    next: front.next,
    revision: createHash('sha256').update(written.join('\0')).digest('hex').slice(0, 12),
  }
}
