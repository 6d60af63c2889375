import type { Path } from '../locate.ts'
import { declaredIn, expectKnown, type Names } from '../names.ts'
import type { Place, Report } from '../problem.ts'
import type { AuthoredQuestion } from '../schemas.ts'
import type { WrittenCourse, WrittenLesson } from '../written-course.ts'

/** What the shared lists refer to exists. */
export const checkListReferences = (course: WrittenCourse, names: Names, report: Report): void => {
  for (const { value, source, path } of course.terms.entries) {
    expectKnown(value.taught, names.lessons, 'lesson', 'the course', source.place([...path, 'taught']), report)
  }
  for (const { value, source, path } of course.misconceptions.entries) {
    expectKnown(value.lesson, names.lessons, 'lesson', 'the course', source.place([...path, 'lesson']), report)
  }
  for (const { written } of course.antiPatterns) {
    if (!written) continue
    expectKnown(written.value.lesson, names.lessons, 'lesson', 'the course', written.source.place(['lesson']), report)
    for (const field of ['evidence-for', 'evidence-against'] as const) {
      written.value[field].forEach((argument, index) => {
        if (argument.source === undefined) return
        expectKnown(argument.source, names.sources, 'source', 'sources.yaml', written.source.place([field, index, 'source']), report)
      })
    }
  }
}

/** The misconception that a wrong answer shows, or, for an item to sort, those of some groups. */
type Belief = string | Readonly<Record<string, string>> | undefined

/** What the questions of `lesson` refer to exists: objective, source, misconceptions, groups and the question stood in for. */
export const checkQuestionReferences = (lesson: WrittenLesson, names: Names, report: Report): void => {
  const objectives = declaredIn(lesson.text.frontMatter, ['objectives'])
  for (const { value, source, path } of lesson.questions) {
    const at = (...inner: Path): Place => source.place([...path, ...inner])
    expectKnown(value.objective, objectives, 'objective', `the front matter of ${lesson.file}`, at('objective'), report)
    if (value.source !== undefined) expectKnown(value.source, names.sources, 'source', 'sources.yaml', at('source'), report)
    const expectBelief = (belief: Belief, ...inner: Path): void => {
      if (typeof belief === 'string') expectKnown(belief, names.misconceptions, 'misconception', 'misconceptions.yaml', at(...inner), report)
      else for (const [group, shown] of Object.entries(belief ?? {})) expectBelief(shown, ...inner, group)
    }
    const believed: readonly (readonly [field: string, entries: readonly { readonly misconception?: Belief }[]])[] = [
      ['options', 'options' in value ? value.options : []],
      ['items', 'items' in value ? value.items : []],
      ['mistakes', 'mistakes' in value ? value.mistakes : []],
      ['near', 'near' in value ? value.near : []],
    ]
    for (const [field, entries] of believed) {
      entries.forEach(({ misconception }, index) => expectBelief(misconception, field, index, 'misconception'))
    }
    if (value.type === 'match') {
      const groups = new Set(value.groups.map((group) => group.id))
      const expectGroup = (group: string, place: Place) => expectKnown(group, groups, 'group', 'this question', place, report)
      value.items.forEach(({ group, misconception }, index) => {
        expectGroup(group, at('items', index, 'group'))
        if (typeof misconception !== 'object') return
        for (const wrong of Object.keys(misconception)) expectGroup(wrong, source.keyPlace([...path, 'items', index, 'misconception', wrong]))
      })
    }
    checkSibling(lesson, value, at('sibling-of'), names, report)
  }
}

const checkSibling = (lesson: WrittenLesson, value: AuthoredQuestion, place: Place, names: Names, report: Report): void => {
  const of = value['sibling-of']
  if (of === undefined || !expectKnown(of, names.questions, 'question', 'any bank', place, report)) return
  const other = lesson.questions.find((question) => question.value.id === of)?.value
  const home = names.questions.get(of)
  if (home !== lesson.listed.id) report(place, 'sibling', `“${of}” is a question of the lesson “${String(home)}”; a sibling stands in the same bank.`)
  else if (of === value.id) report(place, 'sibling', 'A question cannot stand in for itself.')
  else if (other && other.type !== value.type) report(place, 'sibling', `“${of}” is of the type ${other.type}, this is ${value.type}; a sibling has the same type.`)
  else if (other && other.objective !== value.objective) report(place, 'sibling', `“${of}” tests the objective “${other.objective}”; a sibling tests the same one.`)
  else if (other?.['sibling-of'] !== undefined) report(place, 'sibling', `“${of}” is a sibling itself; name the question that stands on the page, “${other['sibling-of']}”.`)
  else if (other?.role === 'prediction') report(place, 'sibling', `“${of}” is a prediction, which is asked once only.`)
}

/** Where each component's attributes point to. */
const ATTRIBUTES: readonly (readonly [components: readonly string[], attribute: string, kind: string, list: 'sources' | 'terms' | 'misconceptions', where: string])[] = [
  [['Evidence', 'Practice', 'Commentary'], 'source', 'source', 'sources', 'sources.yaml'],
  [['Term'], 'id', 'term', 'terms', 'glossary.yaml'],
  [['Trap'], 'misconception', 'misconception', 'misconceptions', 'misconceptions.yaml'],
]

/** What the components in the text of `lesson` refer to exists. */
export const checkTextReferences = (lesson: WrittenLesson, names: Names, report: Report): void => {
  for (const use of lesson.text.uses) {
    for (const [components, attribute, kind, list, where] of ATTRIBUTES) {
      const name = components.includes(use.name) ? use.attributes.get(attribute) : undefined
      if (typeof name === 'string' && name !== '') expectKnown(name, names[list], kind, where, use.attributePlace(attribute), report)
    }
  }
}
