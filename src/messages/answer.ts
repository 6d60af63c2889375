import type { NumberProblem } from '../core/quiz/normalize.ts'
import type { QuestionType } from '../core/quiz/question.ts'
import type { Grade } from '../core/quiz/grade.ts'
import type { Unfinished } from '../core/quiz/unfinished.ts'
import { count } from './words.ts'

/** “A”, “A” and “B”, “A”, “B” and “C”. */
const list = (texts: readonly string[], word: string) => {
  const quoted = texts.map((text) => `“${text}”`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1) ?? ''}`
}

const TIMES = /^(?:s|min|h|d)$/

/** A form that the learner's answer could have; never near a key. */
const form = (unit: string) => {
  if (TIMES.test(unit)) return 'such as 12.5, 12.5 min or 1h 30m'
  if (unit === '%') return 'such as 12.5 or 12.5%'
  return unit === '' ? 'such as 12.5 or 1,250' : `such as 12.5 or 12.5 ${unit}`
}

const numberProblems: Readonly<Record<NumberProblem, (unit: string) => string>> = {
  empty: (unit) => `Write a number first, ${form(unit)}.`,
  'not-a-number': (unit) => `That cannot be read as one number. Write it ${form(unit)}.`,
  sum: (unit) => `That is a sum or a range. Work it out and write one number, ${form(unit)}.`,
  separators: () => 'Dots and commas could mean two numbers here. Write 1,250.5 or 1250.5.',
  unit: (unit) => (unit === '' ? 'No unit is needed here. Write the number alone.' : `That unit does not fit. Write the number ${form(unit)}.`),
}

const unfinished = (problem: Unfinished): string => {
  switch (problem.kind) {
    case 'choose-one':
      return 'Choose one answer first.'
    case 'choose-some':
      return 'Choose at least one answer first.'
    case 'sort-all':
      return problem.left === 1 ? 'One line has no group yet. Choose one for it.' : `${problem.left} lines have no group yet. Choose one for each.`
    case 'write':
      return 'Write a word or a short phrase first.'
    case 'number':
      return numberProblems[problem.problem](problem.unit)
  }
}

/** The result sentence: the verdict, with what was answered and what the answer is. */
const result = (type: QuestionType, { verdict, parts }: Grade, given: readonly string[], key: readonly string[]): string => {
  const right = parts.filter((part) => part.right).length
  switch (type) {
    case 'single':
      return verdict === 'correct' ? `Correct: ${list(given, 'and')}.` : `Not yet. You chose ${list(given, 'and')}; it is ${list(key, 'or')}.`
    case 'multiple': {
      const hits = parts.filter((part) => part.chosen && part.right).length
      const wrong = parts.filter((part) => part.chosen && !part.right).length
      if (verdict === 'correct') return `Correct: ${list(given, 'and')}.`
      const missing = hits === key.length ? `all ${key.length} that hold` : `${hits || 'none'} of the ${key.length} that hold`
      return `${verdict === 'partial' ? 'In part' : 'Not yet'}. You chose ${missing}${wrong ? `, and ${wrong} that ${wrong === 1 ? 'does' : 'do'} not` : ''}.`
    }
    case 'order':
      if (verdict === 'correct') return `Correct: all ${parts.length} are in order.`
      if (verdict === 'incorrect') return 'Not yet. You had the order the other way round.'
      return `In part: ${right} of ${parts.length} are in order; move ${count(parts.length - right, 'line', 'lines')}.`
    case 'match':
      if (verdict === 'correct') return `Correct: all ${parts.length} are in their group.`
      return `${verdict === 'partial' ? 'In part' : 'Not yet'}: ${right} of ${parts.length} are in their group.`
    case 'number':
    case 'text':
      return verdict === 'correct' ? `Correct: ${key.join('')}.` : `Not yet. You wrote “${given.join('')}”; it is ${type === 'text' ? list(key, 'or') : key.join('')}.`
  }
}

/** What is said about an answer, on the screen, in the closed answer and on paper. */
export const answerTexts = {
  result,
  unfinished,
  fresh: 'Another try. Read it again: the numbers, the order or the question may have changed.',
  tryAgain: 'Try again',
  hint: (open: number, all: number) => `Next hint (${open + 1} of ${all})`,
  hintTitle: (at: number, all: number) => (all === 1 ? 'Hint:' : `Hint ${at} of ${all}:`),
  noMoreHints: 'No more hints',
  showReasons: 'Show reasons',
  hideReasons: 'Hide reasons',
  verdicts: { correct: 'Correct', partial: 'In part', incorrect: 'Not yet' },
  putRight: 'Put right',
  saved: 'Saved on this device',
  saving: 'Saving',
  notSaved: {
    blocked: 'Not saved: this browser does not let the page keep anything.',
    full: 'Not saved: there is no room left on this device.',
    newer: 'Not saved: a newer version of the course has written here. Reload the page.',
    failed: 'Not saved: the browser refused to write.',
  },
  closed: 'Answer',
  comesBack: 'This one comes back at the end of the lesson.',
  depends: 'It depends:',
  accepted: (from: string, to: string) => `Accepted from ${from} to ${to}.`,
  option: {
    keyChosen: 'Your answer, correct',
    key: 'Correct answer',
    chosen: 'Your answer',
    other: 'Does not fit',
    ticked: 'Rightly chosen',
    missed: 'Holds too',
    wrong: 'Does not hold',
    left: 'Rightly left out',
  },
  order: { right: 'In order', wrong: (at: number) => `Belongs at ${at}` },
  match: { right: 'Right', wrong: (group: string) => `Belongs to: ${group}` },
  comparison: { guess: 'Your guess', answer: 'The text’s answer' },
  printedKey: { title: 'Answers', question: 'Question', answer: 'Answer' },
} as const
