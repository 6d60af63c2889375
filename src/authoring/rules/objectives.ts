import type { Report } from '../problem.ts'
import { validate } from '../validate.ts'
import { objectiveSchema } from '../schemas.ts'
import type { WrittenLesson } from '../written-course.ts'

/** Verbs that no answer can show, and words that are no verb at all. */
const VAGUE = new Set(`
  understand know learn appreciate grasp realise realize recognise recognize see be become explore discover familiarise familiarize get feel think
  consider study review remember master internalise believe value enjoy look discuss gain develop acquire
  the a an to how what why when who which about more some your you it this that these an in on for with of and
`.trim().split(/\s+/))

/** Two to four objectives, each a thing that an answer can show. */
export const checkObjectives = ({ text: { frontMatter }, front }: WrittenLesson, report: Report): void => {
  const data = frontMatter.data as { objectives?: unknown } | null | undefined
  const count = Array.isArray(data?.objectives) ? data.objectives.length : 0
  if (front && (count < 2 || count > 4)) {
    report(frontMatter.keyPlace(['objectives']), 'objectives', `A lesson has two to four objectives; this one has ${count}.`)
  }
  for (let index = 0; index < count; index += 1) {
    const objective = validate(objectiveSchema, frontMatter, ['objectives', index], () => undefined)
    if (!objective) continue
    const place = frontMatter.place(['objectives', index, 'text'])
    const first = /^\S+/.exec(objective.value.text)?.[0] ?? ''
    if (VAGUE.has(first.toLowerCase().replaceAll(/[^a-z]/g, ''))) {
      report(place, 'objectives', `“${first}” cannot be measured. Start with what the learner does: compute, choose, order, name, tell apart …`)
    } else if (/^\p{Ll}/u.test(first)) {
      report(place, 'objectives', 'An objective starts with a verb and a capital letter.')
    }
  }
}
