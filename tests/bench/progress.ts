/**
 * What the progress page costs: `node tests/bench/progress.ts`. Prints each fold of the page on a record of 20,000 answers over 400
 * questions, and all of them as the page runs them after one answer. The figures come from a process of their own each, since what has
 * run once is compiled. Nothing is held here.
 */
import type { CourseOutline } from '../../src/core/course/outline.ts'
import { calibration } from '../../src/core/record/calibration.ts'
import { history } from '../../src/core/record/history.ts'
import { chosenMisconceptions } from '../../src/core/record/misconceptions.ts'
import { continueAt, progress } from '../../src/core/record/progress.ts'
import { effective, recordOf } from '../../src/core/record/record.ts'
import { redosByLesson } from '../../src/core/record/redo.ts'
import { holding } from '../../src/core/record/holding.ts'
import { answer, index, LESSONS, printCold } from './long-record.ts'

const outline: CourseOutline = {
  id: 'bench', title: 'Bench', modules: Array.from({ length: 5 }, (_, module) => ({
    id: `module-${module}`, title: 'Module', discipline: 'sre', lessons: Array.from({ length: LESSONS / 5 }, (_lesson, at) => {
      const n = at * 5 + module
      return {
        id: `lesson-${n}`, number: '1.1', title: 'Lesson', minutes: 10, questions: index.filter(({ lesson }) => lesson === `lesson-${n}`).slice(0, 8).map(({ id }) => id),
        objectives: [0, 1, 2].map((third) => ({ id: `objective-${n + third * LESSONS}`, text: 'Do' })),
      }
    }),
  })),
}

const EVENTS = 20_000
const record = recordOf(Array.from({ length: EVENTS }, (_, n) => answer(n)))
const now = answer(EVENTS).at

const folds: Record<string, () => unknown> = {
  'what counts (shared by the rest)': () => effective(record),
  'progress and where to go on': () => [progress(outline, record), continueAt(outline, record)],
  'mastery of every objective': () => holding(outline, index, record, now),
  'what to redo': () => redosByLesson(index, record, now),
  'beliefs': () => chosenMisconceptions(index, record),
  'calibration': () => calibration(record),
  'twelve weeks of history': () => history(index, record, now, () => 60),
}

const timed = (work: () => unknown): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

const works: Record<string, () => number> = {
  ...Object.fromEntries(Object.entries(folds).map(([name, fold]) => [name, () => timed(fold)])),
  'all of the page after one answer': () => timed(() => Object.values(folds).forEach((fold) => fold())),
}

const chosen = process.argv[2]
if (chosen !== undefined) {
  console.log(works[chosen]?.() ?? NaN)
} else {
  printCold(import.meta.filename, Object.keys(works))
}
