import type { Path } from '../locate.ts'
import type { Place, Report } from '../problem.ts'
import type { AuthoredQuestion } from '../schemas.ts'
import type { WrittenLesson } from '../written-course.ts'
import { checkNumber, variableNames } from './numbers.ts'

type At = (...path: Path) => Place

const between = (count: number, least: number, most: number): boolean => count >= least && count <= most

const checkOptions = (value: Extract<AuthoredQuestion, { type: 'single' | 'multiple' }>, at: At, report: Report): void => {
  const correct = value.options.filter((option) => option.correct).length
  const count = value.options.length
  const [least, most] = value.type === 'single' ? [2, 5] : [3, 6]
  if (!between(count, least, most)) report(at('options'), 'option-count', `A ${value.type} question has ${least} to ${most} options; this one has ${count}.`)
  if (correct === 0) report(at('options'), 'option-count', 'No option is marked “correct: true”.')
  else if (correct === count) report(at('options'), 'option-count', 'Every option is marked correct, so there is nothing to choose.')
  else if (value.type === 'single' && correct > 2) report(at('options'), 'option-count', `${correct} options are correct. At most two can be defensible; otherwise it is a multiple question.`)
  if (value.type === 'single' && correct === 2 && value.depends === undefined) {
    report(at('options'), 'option-count', 'Two options are accepted, so say what the answer depends on: “depends: …”.')
  }
  value.options.forEach(({ correct: isKey, misconception }, index) => {
    if (!isKey || misconception === undefined) return
    report(at('options', index, 'misconception'), 'believed-key',
      `This option is correct, so picking it shows no belief in “${misconception}”, and nobody counts it. Move it to the wrong option that says so, or leave it out.`)
  })
}

const checkMatch = ({ groups, items }: Extract<AuthoredQuestion, { type: 'match' }>, at: At, keyAt: At, report: Report): void => {
  if (!between(groups.length, 2, 5)) report(at('groups'), 'item-count', `A match question has two to five groups; this one has ${groups.length}.`)
  if (!between(items.length, 3, 12)) report(at('items'), 'item-count', `A match question has three to twelve items; this one has ${items.length}.`)
  groups.forEach((group, index) => {
    if (!items.some((item) => item.group === group.id)) report(at('groups', index), 'item-count', `Nothing belongs to the group “${group.id}”.`)
  })
  items.forEach(({ group, misconception }, index) => {
    const believed = typeof misconception === 'object' ? misconception[group] : undefined
    if (believed === undefined) return
    const wrong = groups.filter(({ id }) => id !== group).map(({ id }) => `“${id}”`).join(' or ')
    report(keyAt('items', index, 'misconception', group), 'believed-key',
      `“${group}” is where this item belongs, so putting it there shows no belief in “${believed}”, and nobody counts it. Name a wrong group, ${wrong}, or leave it out.`)
  })
}

const checkParts = (value: AuthoredQuestion, at: At, keyAt: At, report: Report): void => {
  if (value.type === 'single' || value.type === 'multiple') checkOptions(value, at, report)
  if (value.type === 'order' && !between(value.items.length, 3, 7)) {
    report(at('items'), 'item-count', `An order question has three to seven items; this one has ${value.items.length}.`)
  }
  if (value.type === 'match') checkMatch(value, at, keyAt, report)
  if (value.type === 'text') {
    const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
    const accepted = new Set(value.accept.map(plain))
    value.near.forEach((near, index) => near.match.forEach((match, inner) => {
      if (accepted.has(plain(match))) report(at('near', index, 'match', inner), 'accepted-and-near', `“${match}” is accepted as right above; it cannot be a known wrong answer too.`)
    }))
  }
}

/** Every text of a question that may show a drawn value, with its path. */
const textsOf = (value: AuthoredQuestion): (readonly [text: string, path: Path])[] => [
  [value.prompt, ['prompt']],
  ...value.hints.map((hint, index): readonly [string, Path] => [hint, ['hints', index]]),
  ...('rationale' in value ? [[value.rationale, ['rationale']] as const] : []),
  ...('mistakes' in value ? value.mistakes.map(({ rationale }, index): readonly [string, Path] => [rationale, ['mistakes', index, 'rationale']]) : []),
]

const checkPlaceholders = (value: AuthoredQuestion, at: At, report: Report): void => {
  const names = value.type === 'number' ? Object.keys(value.variables) : []
  for (const [text, path] of textsOf(value)) {
    for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
      if (!names.includes(name)) report(at(...path), 'placeholder', `“{${name}}” stands for a drawn value, but this question has ${variableNames(names)}.`)
    }
  }
  for (const name of names) {
    if (!value.prompt.includes(`{${name}}`)) report(at('variables', name), 'placeholder', `The prompt does not show “{${name}}”, so nobody can know its value.`)
  }
}

/** Each question of `lesson` can be asked: enough parts, hints, and a key that is a number wherever it is drawn. */
export const checkQuestions = (lesson: WrittenLesson, report: Report): void => {
  for (const { value, source, path } of lesson.questions) {
    const at: At = (...inner) => source.place([...path, ...inner])
    const { length } = value.hints
    if (value.role === 'practice' && !between(length, 1, 3)) {
      report(at('hints'), 'hints', `A question has one to three hints; this one has ${length}.`)
    }
    checkParts(value, at, (...inner) => source.keyPlace([...path, ...inner]), report)
    checkPlaceholders(value, at, report)
    if (value.type === 'number') checkNumber(value, at, report)
  }
}
