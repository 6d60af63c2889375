import { didYouMean, type Place, type Report } from '../problem.ts'
import type { Names } from '../names.ts'
import type { WrittenLesson } from '../written-course.ts'

/** Questions are placed once, in their own lesson; the prediction comes first; siblings wait for a second try. */
export const checkPlacing = (lesson: WrittenLesson, names: Names, report: Report): void => {
  const { text } = lesson
  if (!text.blocks || lesson.bank.data === undefined) return
  const placed = new Map<string, Place>()
  for (const use of text.uses) {
    const id = use.name === 'Question' ? use.attributes.get('id') : undefined
    if (typeof id !== 'string' || id === '') continue
    const place = use.attributePlace('id')
    const home = names.questions.get(id)
    const before = placed.get(id)
    const question = lesson.questions.find((candidate) => candidate.value.id === id)?.value
    if (home === undefined) report(place, 'unknown-reference', `There is no question “${id}” in the bank of this lesson.${didYouMean(id, [...names.questions.keys()])}`)
    else if (home !== lesson.listed.id) report(place, 'placing', `The question “${id}” belongs to the lesson “${home}”; place it there.`)
    else if (before) report(place, 'placing', `The question “${id}” is placed already, in line ${before.line}.`)
    else if (question?.['sibling-of'] !== undefined) report(place, 'placing', `“${id}” stands in for “${question['sibling-of']}” on a second try; place that one.`)
    if (!before) placed.set(id, place)
  }
  checkPrediction(lesson, placed, report)
}

const checkPrediction = (lesson: WrittenLesson, placed: ReadonlyMap<string, Place>, report: Report): void => {
  const predictions = lesson.questions.filter((question) => question.value.role === 'prediction')
  const [prediction, ...more] = predictions
  for (const { source, path } of more) report(source.place([...path, 'role']), 'prediction', 'A lesson has one prediction; this is another.')
  // A bank with broken questions may hold the prediction in one of them.
  const whole = Array.isArray(lesson.bank.data) && lesson.bank.data.length === lesson.questions.length
  if (!prediction) {
    if (whole) report(lesson.bank.place([]), 'prediction', 'The lesson has no prediction: give one single question “role: prediction” and place it first in the text.')
    return
  }
  const { value, source, path } = prediction
  if (value.type !== 'single') report(source.place([...path, 'type']), 'prediction', `A prediction is a single choice, not ${value.type}.`)
  const place = placed.get(value.id)
  const first = lesson.text.blocks?.[0]
  const leads = first?.type === 'mdxJsxFlowElement' && first.name === 'Question' && first.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && attribute.value === value.id)
  if (!place) report(source.place([...path, 'role']), 'prediction', `The prediction is not placed: start the lesson’s text with <Question id="${value.id}" />.`)
  else if (!leads) report(place, 'prediction', 'The prediction is the first thing in the text, before any heading or paragraph.')
}
