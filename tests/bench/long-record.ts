import { spawnSync } from 'node:child_process'
import type { Answered } from '../../src/core/record/event.ts'
import type { QuestionIndex } from '../../src/core/review/question-index.ts'

/** A long record for benchmarks of what is folded over it, and the way to time them cold. */

export const QUESTIONS = 400
export const LESSONS = 40
export const START_MS = Date.UTC(2026, 0, 5, 9)
const GAP_MS = 26 * 3_600_000
const RUNS = 5

/** Answer number `n`: every question in turn, a day and two hours apart, one in seven of them wrong by one of 60 beliefs. */
export const answer = (n: number): Answered => ({
  id: `laptop:${String(n).padStart(6, '0')}`, v: 1, at: START_MS + Math.floor(n / QUESTIONS) * GAP_MS + (n % QUESTIONS) * 1000,
  type: 'answered', question: `q${n % QUESTIONS}`, lesson: `lesson-${n % LESSONS}`, revision: 1, context: 'review', attempt: 0,
  response: { type: 'single', option: 'a' }, score: n % 7 === 0 ? 0 : 1, hints: n % 11 === 0 ? 1 : 0,
  confidence: 'fairly', misconceptions: n % 7 === 0 ? [`belief-${n % 60}`] : [],
})

/** The questions that are answered. */
export const index: QuestionIndex = Array.from({ length: QUESTIONS }, (_, n) => ({
  id: `q${n}`, lesson: `lesson-${n % LESSONS}`, module: `module-${n % 5}`, discipline: 'sre', objective: `objective-${n % (LESSONS * 3)}`, revision: 1, type: 'single' as const, siblings: [],
}))

/** Times each of `names` in processes of its own, which run the script `file` with the name, since what has run once is compiled. */
export const printCold = (file: string, names: readonly string[]): void => {
  for (const name of names) {
    const times = Array.from({ length: RUNS }, () => Number(spawnSync(process.execPath, [file, name], { encoding: 'utf8' }).stdout))
    const [least, , middle, , most] = times.toSorted((a, b) => a - b).map((time) => time.toFixed(2))
    console.log(`${name}: ${middle} ms cold (${least} to ${most} ms in ${RUNS} processes)`)
  }
}
