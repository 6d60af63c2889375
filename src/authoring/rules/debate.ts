import type { Side } from '../../core/debate/debate.ts'
import { declaredIn, expectKnown, type Names } from '../names.ts'
import { didYouMean, type Place, type Report } from '../problem.ts'
import type { WrittenLesson } from '../written-course.ts'

const SIDES: readonly (readonly [side: Side, what: string])[] = [
  ['for', 'speaks for it'], ['against', 'speaks against it'], ['limits', 'says what the evidence leaves open'],
]

/** Cards cite sources that exist, belong to a clause, and leave no clause with one side only. */
const checkCards = ({ debate }: WrittenLesson, names: Names, report: Report): void => {
  if (!debate) return
  const { value, source } = debate
  const clauses = declaredIn(source, ['clauses'])
  value.cards.forEach((card, index) => {
    expectKnown(card.clause, clauses, 'clause', 'this debate', source.place(['cards', index, 'clause']), report)
    expectKnown(card.source, names.sources, 'source', 'sources.yaml', source.place(['cards', index, 'source']), report)
  })
  // A card whose clause is misspelt may be the one that is missed.
  if (value.cards.some((card) => !clauses.has(card.clause))) return
  value.clauses.forEach(({ id }, index) => {
    const sides = new Set(value.cards.filter((card) => card.clause === id).map(({ side }) => side))
    for (const [side, what] of SIDES) {
      if (!sides.has(side)) report(source.place(['clauses', index, 'id']), 'debate', `No card of the clause “${id}” ${what}: add one with “side: ${side}”.`)
    }
  })
}

/** The debate beside `lesson` is whole, and its text leads to it once. */
export const checkDebate = (lesson: WrittenLesson, names: Names, report: Report): void => {
  checkCards(lesson, names, report)
  if (!lesson.text.blocks) return
  const mine = [...names.debates].find(([, home]) => home === lesson.listed.id)?.[0]
  let placed: Place | undefined
  for (const use of lesson.text.uses) {
    const id = use.name === 'Debate' ? use.attributes.get('id') : undefined
    if (typeof id !== 'string' || id === '') continue
    const place = use.attributePlace('id')
    const home = names.debates.get(id)
    // A file that cannot be read is reported already, and may hold any debate.
    if (home === undefined && lesson.debateSource && lesson.debateSource.data === undefined) continue
    if (home === undefined) report(place, 'unknown-reference', `There is no debate “${id}” beside this lesson.${didYouMean(id, names.debates.keys())}`)
    else if (home !== lesson.listed.id) report(place, 'debate', `The debate “${id}” belongs to the lesson “${home}”; place it there.`)
    else if (placed) report(place, 'debate', `The debate “${id}” is placed already, in line ${placed.line}.`)
    placed ??= place
  }
  if (mine !== undefined && !placed && lesson.debateSource) {
    report(lesson.debateSource.place(['id']), 'debate', `Nothing leads to this debate: place <Debate id="${mine}" /> in the text of the lesson.`)
  }
}
