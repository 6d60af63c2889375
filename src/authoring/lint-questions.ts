import type { QuestionType } from '../core/quiz/question.ts'
import { startOf, type Problem, type Report } from './problem.ts'
import { bare, words, wordingFaults, type Fault } from './rules/wording.ts'
import type { AuthoredQuestion } from './schemas.ts'
import { idsIn } from './validate.ts'
import type { WrittenCourse, WrittenLesson } from './written-course.ts'

/** What the bank as a whole looks like; shares are from 0 to 1. */
export interface BankFigures {
  readonly lessons: number
  readonly questions: number
  readonly types: Readonly<Partial<Record<QuestionType, number>>>
  /** Single questions with three options and one key. */
  readonly threeOptions: number
  /** Share of them whose key is longer than every other option. */
  readonly keyLongest: number
  /** Share of them whose key is written first, second and third. */
  readonly keyPositions: readonly [number, number, number]
  /** How often each fault of wording occurs. */
  readonly faults: Readonly<Record<Fault['kind'], number>>
  readonly scenarios: number
  readonly siblings: number
  /** Objectives with fewer than two practice questions. */
  readonly thinObjectives: number
  /** Share of single choice among the practice questions of each lesson. */
  readonly singleShare: readonly { readonly lesson: string; readonly share: number }[]
}

/** Fewer three-option questions than this say nothing about a habit of the authors. */
const ENOUGH_FOR_SHARES = 20
const MOST_LONGEST = 0.4
const MOST_OFF_EVEN = 0.1
const LEAST_QUESTIONS = 8
const LEAST_PER_OBJECTIVE = 2
const MOST_SINGLE = 0.5

const percent = (share: number): string => `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(share * 100)}%`

const practiceOf = (lesson: WrittenLesson): readonly AuthoredQuestion[] =>
  lesson.questions.map((question) => question.value).filter((question) => question.role === 'practice')

const singleShareOf = (questions: readonly AuthoredQuestion[]): number =>
  questions.length === 0 ? 0 : questions.filter((question) => question.type === 'single').length / questions.length

const thinObjectivesOf = (lesson: WrittenLesson): readonly { readonly id: string; readonly count: number }[] =>
  idsIn(lesson.text.frontMatter, ['objectives'])
    .map(({ id }) => ({ id, count: practiceOf(lesson).filter((question) => question.objective === id).length }))
    .filter(({ count }) => count < LEAST_PER_OBJECTIVE)

/** A bank with broken questions is counted once they are mended. */
const isWhole = ({ bank, questions }: WrittenLesson): boolean => Array.isArray(bank.data) && bank.data.length === questions.length

const lintLesson = (lesson: WrittenLesson, report: Report): void => {
  if (!isWhole(lesson)) return
  const practice = practiceOf(lesson)
  const say = (message: string): void => report(startOf(lesson.bank.file), 'bank', message)
  const has = (...types: readonly QuestionType[]): boolean => practice.some((question) => types.includes(question.type))
  if (practice.length < LEAST_QUESTIONS) say(`A lesson has at least ${LEAST_QUESTIONS} practice questions, siblings included; this bank has ${practice.length}.`)
  for (const { id, count } of thinObjectivesOf(lesson)) {
    say(`The objective “${id}” has ${count === 0 ? 'no practice question' : 'one practice question'}; a second try and a review need two.`)
  }
  if (singleShareOf(practice) > MOST_SINGLE) {
    const count = practice.filter((question) => question.type === 'single').length
    say(`${count} of ${practice.length} practice questions are single choice; at most half may be.`)
  }
  if (!has('number', 'text')) say('The bank asks nobody to produce an answer: add a number or a text question.')
  if (!has('order', 'match')) say('The bank has nothing to order or to sort: add an order or a match question.')
  if (!practice.some((question) => question.scenario)) say('No practice question sets a scene to judge: add one and mark it “scenario: true”.')
}

const lintPrompts = (course: WrittenCourse, report: Report): void => {
  const first = new Map<string, string>()
  for (const { value, source, path } of course.lessons.flatMap((lesson) => lesson.questions)) {
    const prompt = bare(value.prompt)
    const before = first.get(prompt)
    // Two orderings or sortings may be introduced alike; what differs is what is ordered.
    if (before !== undefined && before !== value.id && !('items' in value)) report(source.place([...path, 'prompt']), 'same-prompt', `“${before}” asks the same in the same words.`)
    first.set(prompt, before ?? value.id)
  }
}

interface ThreeOption {
  readonly id: string
  readonly longest: boolean
  readonly position: number
}

const threeOptionsOf = (questions: readonly AuthoredQuestion[]): readonly ThreeOption[] => questions.flatMap((question) => {
  if (question.type !== 'single' || question.options.length !== 3 || question.options.filter((option) => option.correct).length !== 1) return []
  const lengths = question.options.map((option) => words(option.text).length)
  const position = question.options.findIndex((option) => option.correct)
  const others = lengths.filter((_, index) => index !== position)
  return [{ id: question.id, position, longest: (lengths[position] ?? 0) > Math.max(...others) }]
})

const lintShares = (three: readonly ThreeOption[], figures: BankFigures, report: Report): void => {
  if (three.length < ENOUGH_FOR_SHARES) return
  const place = startOf('course.yaml')
  if (figures.keyLongest > MOST_LONGEST) {
    const longest = three.filter((question) => question.longest).map((question) => question.id)
    report(place, 'key-longest', `The key is the longest option in ${longest.length} of ${three.length} three-option questions; at most ${percent(MOST_LONGEST)} may be. Shorten the key or lengthen a distractor in some of: ${longest.join(', ')}.`)
  }
  figures.keyPositions.forEach((share, position) => {
    if (Math.abs(share - 1 / 3) <= MOST_OFF_EVEN) return
    report(place, 'key-position', `The key is written ${['first', 'second', 'third'][position]} in ${percent(share)} of three-option questions; between ${percent(1 / 3 - MOST_OFF_EVEN)} and ${percent(1 / 3 + MOST_OFF_EVEN)} is even. Move some options.`)
  })
}

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)

/** Checks the rules of good questions that a program can see, over the whole bank, and counts what it saw. */
export const lintBank = (course: WrittenCourse): { readonly problems: readonly Problem[]; readonly figures: BankFigures } => {
  const problems: Problem[] = []
  const report: Report = (place, rule, message) => problems.push({ ...place, rule, message })
  const faults: Record<Fault['kind'], number> = {
    'negated-prompt': 0, 'all-or-none': 0, 'same-option': 0, 'absolute-word': 0, 'uneven-options': 0, 'repeated-rationale': 0,
  }
  const located = course.lessons.flatMap((lesson) => lesson.questions)
  for (const { value, source, path } of located) {
    for (const fault of wordingFaults(value)) {
      faults[fault.kind] += 1
      report(source.place([...path, ...fault.path]), fault.kind, fault.message)
    }
  }
  for (const lesson of course.lessons) lintLesson(lesson, report)
  lintPrompts(course, report)
  const questions = located.map((question) => question.value)
  const three = threeOptionsOf(questions)
  const at = (position: number): number => share(three.filter((question) => question.position === position).length, three.length)
  const types: Partial<Record<QuestionType, number>> = {}
  for (const { type } of questions) types[type] = (types[type] ?? 0) + 1
  const figures: BankFigures = {
    lessons: course.lessons.length,
    questions: questions.length,
    types,
    threeOptions: three.length,
    keyLongest: share(three.filter((question) => question.longest).length, three.length),
    keyPositions: [at(0), at(1), at(2)],
    faults,
    scenarios: questions.filter((question) => question.scenario).length,
    siblings: questions.filter((question) => question['sibling-of'] !== undefined).length,
    thinObjectives: course.lessons.filter(isWhole).reduce((count, lesson) => count + thinObjectivesOf(lesson).length, 0),
    singleShare: course.lessons.map((lesson) => ({ lesson: lesson.listed.id, share: singleShareOf(practiceOf(lesson)) })),
  }
  lintShares(three, figures, report)
  return { problems, figures }
}

/** The figures for a terminal. */
export const figuresReport = (figures: BankFigures): string => [
  `Questions: ${figures.questions} in ${figures.lessons} written lessons (${Object.entries(figures.types).map(([type, count]) => `${type} ${count}`).join(', ')})`,
  `Key is the longest option: ${percent(figures.keyLongest)} of ${figures.threeOptions} three-option questions (at most ${percent(MOST_LONGEST)})`,
  `Key written first, second, third: ${figures.keyPositions.map(percent).join(', ')}`,
  ...Object.entries(figures.faults).map(([kind, count]) => `${kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())}: ${count}`),
  `Scenes to judge: ${figures.scenarios}; siblings: ${figures.siblings}; objectives with fewer than two questions: ${figures.thinObjectives}`,
  `Single choice per lesson: ${figures.singleShare.map(({ lesson, share: part }) => `${lesson} ${percent(part)}`).join(', ')}`,
].join('\n')
