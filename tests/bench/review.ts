/**
 * What remembering costs: `node tests/bench/review.ts`. Prints the fold of a record of 20,000 answers over 400 questions, of one more
 * answer, of 2,000 answers, and of ts-fsrs alone over as many steps. The cold figures come from a process of their own each, since
 * what has run once is compiled. Nothing is held here.
 */
import { spawnSync } from 'node:child_process'
import { fsrs, createEmptyCard, Rating, type Card } from 'ts-fsrs'
import type { Answered } from '../../src/core/record/event.ts'
import type { QuestionIndex } from '../../src/core/review/question-index.ts'
import { mastery } from '../../src/core/record/mastery.ts'
import { recordOf } from '../../src/core/record/record.ts'
import { createFsrs } from '../../src/core/review/fsrs.ts'
import { memories } from '../../src/core/review/memories.ts'
import { dueOf } from '../../src/core/review/queue.ts'

const QUESTIONS = 400
const START_MS = Date.UTC(2026, 0, 5, 9)
const GAP_MS = 26 * 3_600_000
const RUNS = 5

/** Answer number `n`: every question in turn, a day and two hours apart, one in seven of them wrong. */
const answer = (n: number): Answered => ({
  id: `laptop:${String(n).padStart(6, '0')}`, v: 1, at: START_MS + Math.floor(n / QUESTIONS) * GAP_MS + (n % QUESTIONS) * 1000,
  type: 'answered', question: `q${n % QUESTIONS}`, lesson: `lesson-${n % 40}`, revision: 1, context: 'review', attempt: 0,
  response: { type: 'single', option: 'a' }, score: n % 7 === 0 ? 0 : 1, hints: n % 11 === 0 ? 1 : 0, misconceptions: [],
})

const index: QuestionIndex = Array.from({ length: QUESTIONS }, (_, n) => ({
  id: `q${n}`, lesson: `lesson-${n % 40}`, module: `module-${n % 5}`, discipline: 'sre', objective: `objective-${n % 120}`, revision: 1, siblings: [],
}))

const timed = (work: () => unknown): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

const rawSteps = (steps: number, perStep: (card: Card, at: number, wrong: boolean) => Card) => {
  const cards: Card[] = Array.from({ length: QUESTIONS }, () => createEmptyCard(START_MS))
  for (let n = 0; n < steps; n += 1) {
    const card = cards[n % QUESTIONS]
    if (card) cards[n % QUESTIONS] = perStep(card, answer(n).at, n % 7 === 0)
  }
}

const works: Record<string, () => number> = {
  'fold of 20,000 answers': () => {
    const record = recordOf(Array.from({ length: 20_000 }, (_, n) => answer(n)))
    return timed(() => memories(index, record, createFsrs()))
  },
  'fold of 2,000 answers': () => {
    const record = recordOf(Array.from({ length: 2_000 }, (_, n) => answer(n)))
    return timed(() => memories(index, record, createFsrs()))
  },
  'one more answer on 20,000, and what is due': () => {
    const record = recordOf(Array.from({ length: 20_000 }, (_, n) => answer(n)))
    const scheduler = createFsrs()
    const known = memories(index, record, scheduler)
    const one = answer(20_000)
    const grown = recordOf([...record, one])
    return timed(() => dueOf(memories(index, grown, scheduler, known), one.at))
  },
  'mastery of 20,000 answers': () => {
    const record = recordOf(Array.from({ length: 20_000 }, (_, n) => answer(n)))
    return timed(() => mastery(index, record, answer(20_000).at))
  },
  'ts-fsrs alone, 20,000 steps of its memory model': () => {
    const model = fsrs({ enable_short_term: false })
    const strengths: ({ stability: number; difficulty: number } | null)[] = Array.from({ length: QUESTIONS }, () => null)
    return timed(() => {
      for (let n = 0; n < 20_000; n += 1) {
        const before = strengths[n % QUESTIONS] ?? null
        strengths[n % QUESTIONS] = model.next_state(before, before ? 1 : 0, n % 7 === 0 ? Rating.Again : Rating.Good)
      }
    })
  },
  'ts-fsrs alone, 20,000 steps of its scheduler': () => {
    const model = fsrs({ enable_short_term: false })
    return timed(() => rawSteps(20_000, (card, at, wrong) => model.next(card, at, wrong ? Rating.Again : Rating.Good).card))
  },
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
