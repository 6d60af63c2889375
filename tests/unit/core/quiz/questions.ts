import type { Rich } from '../../../../src/core/course/rich.ts'
import type { MatchQuestion, MultipleQuestion, NumberQuestion, OrderQuestion, SingleQuestion, TextQuestion } from '../../../../src/core/quiz/question.ts'

const rich = (text: string): Rich => [text]

const base = (id: string) => ({
  id, lesson: 'lesson', objective: 'objective', revision: 1, role: 'practice' as const, prompt: [rich(`Prompt of ${id}`)], hints: [rich('First hint'), rich('Second hint')], scenario: false,
})

const option = (id: string, correct: boolean, misconception?: string) =>
  ({ id, text: rich(`Option ${id}`), correct, rationale: rich(`Reason ${id}`), ...(misconception && { misconception }) })

const item = (id: string, misconception?: string) => ({ id, text: rich(`Item ${id}`), rationale: rich(`Reason ${id}`), ...(misconception && { misconception }) })

/** One question of each type, made for tests. */
export const single: SingleQuestion = { ...base('single'), type: 'single', options: [option('a', false, 'belief-a'), option('b', true), option('c', false)] }

export const multiple: MultipleQuestion = {
  ...base('multiple'), type: 'multiple', options: [option('a', true), option('b', false, 'belief-b'), option('c', true), option('d', false), option('e', true)],
}

export const order: OrderQuestion = { ...base('order'), type: 'order', items: [item('one', 'belief-one'), item('two'), item('three'), item('four')] }

export const match: MatchQuestion = {
  ...base('match'), type: 'match', groups: [{ id: 'left', text: rich('Left') }, { id: 'right', text: rich('Right') }],
  items: [{ ...item('p'), group: 'left', misconceptions: { right: 'belief-p' } }, { ...item('q'), group: 'right' }, { ...item('r'), group: 'left' }],
}

export const numeric: NumberQuestion = {
  ...base('numeric'), type: 'number', prompt: [rich('{percent}% fail for {minutes} minutes.')],
  variables: { percent: { from: 5, to: 40, step: 5 }, minutes: { oneOf: [20, 30, 45, 60, 90] } },
  key: 'percent / 100 * minutes / 43.2 * 100', unit: '%', tolerance: { absolute: 0.05 }, decimals: 1,
  working: [
    { label: 'cost of {minutes} minutes', value: 'percent / 100 * minutes', unit: 'min', decimals: 1 },
    { label: 'spent', value: 'percent / 100 * minutes / 43.2 * 100', unit: '%', decimals: 1 },
  ],
  rationale: rich('Share times time.'),
  mistakes: [{ id: 'whole', value: 'minutes / 43.2 * 100', rationale: rich('As if all had failed for {minutes}.'), misconception: 'belief-whole' }],
}

export const text: TextQuestion = {
  ...base('text'), type: 'text', accept: ['canary release', 'canary'], rationale: rich('A small share first.'),
  near: [{ id: 'swap', match: ['blue-green'], rationale: rich('That moves all at once.'), misconception: 'belief-swap' }],
}

export const all = [single, multiple, order, match, numeric, text] as const
