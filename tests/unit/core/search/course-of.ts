import type { AntiPattern, Course, Heading, Lesson, Module, Term } from '../../../../src/core/course/course.ts'

/** A written lesson with only what search reads. */
export const lessonOf = (id: string, module: string, title: string, headings: readonly string[]): Lesson => ({
  id, module, title, number: '1.1', promise: 'You can.', minutes: 12, objectives: [], questions: [], placed: [], sources: [], drawings: [], next: '', revision: '0',
  headings: headings.map((text): Heading => ({ depth: 2, slug: text.toLowerCase().replaceAll(/\W+/g, '-'), text })),
})

const moduleOf = (id: string, title: string, discipline: Module['discipline'], lessons: readonly Lesson[], planned: readonly string[]): Module => ({
  id, title, discipline, summary: '', outcomes: [], lessons,
  order: [...planned, ...lessons.map((lesson) => lesson.id)],
  planned: planned.map((name) => ({ id: name, number: '1.0', title: `Planned ${name}`, minutes: 9 })),
})

const termOf = (id: string, term: string, abbreviation: string | undefined, definition: string, taught: string): Term =>
  ({ id, term, abbreviation, definition: [definition], discipline: 'sre', taught })

const entryOf = (id: string, title: string, lesson: string): AntiPattern => ({
  id, title, discipline: 'commentary', symptom: ['Releases wait for one team.'], mechanism: [['em', ['A queue']], ' forms'],
  evidenceFor: [{ text: ['It was measured'] }], evidenceAgainst: [], test: ['Count the handoffs.'], firstStep: ['Share the pager.'], lesson,
})

/** A small course: two modules with three lessons, two terms, one anti-pattern, and a lesson that is only planned. */
export const course: Course = {
  id: 'small',
  title: 'Small',
  summary: '',
  modules: [
    moduleOf('sre-practice', 'SRE practice', 'sre', [
      lessonOf('error-budget-arithmetic', 'sre-practice', 'Error-budget arithmetic', ['A target is also an allowance', 'Most outages are partial', 'Budget and window']),
      lessonOf('slos', 'sre-practice', 'Indicators and targets', ['What an SLO is']),
    ], ['toil']),
    moduleOf('devops-culture', 'DevOps culture', 'devops', [
      lessonOf('small-batches', 'devops-culture', 'Small batches', ['Queues and budgets', 'Café of changes']),
    ], []),
  ],
  terms: [
    termOf('slo', 'Service level objective', 'SLO', 'A target for a measured ratio of good events to valid events, over a stated window that everybody can check for themselves.', 'slos'),
    termOf('error-budget', 'Error budget', undefined, 'What a target allows to fail.', 'error-budget-arithmetic'),
  ],
  sources: [],
  misconceptions: [],
  antiPatterns: [entryOf('devops-silo', 'The DevOps team as a third silo', 'toil')],
  claims: [],
}
