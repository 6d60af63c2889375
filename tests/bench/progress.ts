/**
 * What the progress page costs: `node tests/bench/progress.ts`. Prints each fold of the page on a record of 20,000 answers over 400
 * questions, and all of them as the page runs them after one answer. The figures come from a process of their own each, since what has
 * run once is compiled. Nothing is held here.
 */
import { spawnSync } from 'node:child_process'
import type { CourseOutline } from '../../src/core/course/outline.ts'
import type { Answered } from '../../src/core/record/event.ts'
import type { QuestionIndex } from '../../src/core/review/question-index.ts'
import { calibration } from '../../src/core/record/calibration.ts'
import { history } from '../../src/core/record/history.ts'
import { chosenMisconceptions } from '../../src/core/record/misconceptions.ts'
import { continueAt, progress } from '../../src/core/record/progress.ts'
import { effective, recordOf } from '../../src/core/record/record.ts'
import { redosByLesson } from '../../src/core/record/redo.ts'
import { holding } from '../../src/core/record/holding.ts'

const QUESTIONS = 400
const LESSONS = 40
const EVENTS = 20_000
const START_MS = Date.UTC(2026, 0, 5, 9)
const GAP_MS = 26 * 3_600_000
const RUNS = 5

/** Answer number `n`: every question in turn, a day and two hours apart, one in seven of them wrong by one of 60 beliefs. */
const answer = (n: number): Answered => ({
  id: `laptop:${String(n).padStart(6, '0')}`, v: 1, at: START_MS + Math.floor(n / QUESTIONS) * GAP_MS + (n % QUESTIONS) * 1000,
  type: 'answered', question: `q${n % QUESTIONS}`, lesson: `lesson-${n % LESSONS}`, revision: 1, context: 'review', attempt: 0,
  response: { type: 'single', option: 'a' }, score: n % 7 === 0 ? 0 : 1, hints: n % 11 === 0 ? 1 : 0,
  confidence: 'fairly', misconceptions: n % 7 === 0 ? [`belief-${n % 60}`] : [],
})

const index: QuestionIndex = Array.from({ length: QUESTIONS }, (_, n) => ({
  id: `q${n}`, lesson: `lesson-${n % LESSONS}`, module: `module-${n % 5}`, discipline: 'sre', objective: `objective-${n % (LESSONS * 3)}`, revision: 1, siblings: [],
}))

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

const record = recordOf(Array.from({ length: EVENTS }, (_, n) => answer(n)))
const now = answer(EVENTS).at

const folds: Record<string, () => unknown> = {
  'what counts (shared by the rest)': () => effective(record),
  'progress and where to go on': () => [progress(outline, record), continueAt(outline, record)],
  'mastery of every objective': () => holding(outline, index, record, now),
  'what to redo': () => redosByLesson(index, record, now),
  'beliefs': () => chosenMisconceptions(record),
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
  for (const name of Object.keys(works)) {
    const times = Array.from({ length: RUNS }, () => Number(spawnSync(process.execPath, [import.meta.filename, name], { encoding: 'utf8' }).stdout))
    const [least, , middle, , most] = times.toSorted((a, b) => a - b).map((time) => time.toFixed(2))
    console.log(`${name}: ${middle} ms cold (${least} to ${most} ms in ${RUNS} processes)`)
  }
}
