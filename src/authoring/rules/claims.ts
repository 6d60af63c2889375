import { expectKnown, type Names } from '../names.ts'
import { didYouMean, type Place, type Report } from '../problem.ts'
import type { AuthoredClaim } from '../schemas.ts'
import type { Located } from '../validate.ts'
import type { WrittenCourse } from '../written-course.ts'

/** The section that `address` names is there, in a lesson that the claim lists. */
const checkSection = (address: string, lessons: readonly string[], names: Names, place: Place, report: Report): void => {
  const [lesson = '', heading = ''] = address.split('#')
  if (heading === '') {
    report(place, 'claim', `“${address}” is no section: write <lesson>#<heading>.`)
    return
  }
  if (!expectKnown(lesson, names.lessons, 'lesson', 'the course', place, report)) return
  if (!lessons.includes(lesson)) report(place, 'claim', `The section is in “${lesson}”, which is not one of the lessons of this claim. Add it to “lessons”.`)
  const headings = names.headings.get(lesson)
  if (headings && !headings.has(heading)) {
    report(place, 'unknown-reference', `There is no heading “#${heading}” in the lesson “${lesson}”.${didYouMean(heading, headings)}`)
  }
}

const checkQuestionsOf = ({ value, source, path }: Located<AuthoredClaim>, names: Names, report: Report): void => {
  const banks = new Set(names.questions.values())
  // Where a bank cannot be read, that is reported already, and any question may be in it.
  const readable = value.lessons.every((lesson) => banks.has(lesson) || names.planned.has(lesson) || !names.lessons.has(lesson))
  value.questions.forEach((question, index) => {
    const place = source.place([...path, 'questions', index])
    if (!readable && !names.questions.has(question)) return
    if (!expectKnown(question, names.questions, 'question', 'any bank', place, report)) return
    if (value.questions.indexOf(question) < index) report(place, 'claim', `“${question}” is listed twice; a claim is tested by two different questions.`)
    const home = names.questions.get(question)
    if (home !== undefined && !value.lessons.includes(home)) {
      report(place, 'claim', `“${question}” is a question of the lesson “${home}”, which this claim does not list. Add the lesson, or choose another question.`)
    }
  })
}

/** Every claim leads to lessons, questions and sections that exist and belong together, and a disputed one says where it is disputed. */
export const checkClaims = (course: WrittenCourse, names: Names, report: Report): void => {
  for (const claim of course.claims.entries) {
    const { value, source, path } = claim
    value.lessons.forEach((lesson, index) => expectKnown(lesson, names.lessons, 'lesson', 'the course', source.place([...path, 'lessons', index]), report))
    checkQuestionsOf(claim, names, report)
    for (const field of ['section', 'disputed-in'] as const) {
      const address = value[field]
      if (address !== undefined) checkSection(address, value.lessons, names, source.place([...path, field]), report)
    }
    if (value.verdict === 'dispute' && value['disputed-in'] === undefined) {
      report(source.place([...path, 'verdict']), 'claim', `“${value.id}” is disputed: say in “disputed-in” which section contests it, as <lesson>#<heading>.`)
    }
  }
}
