/**
 * What remembering costs: `node tests/bench/review.ts`. Prints the fold of a record of 20,000 answers over 400 questions, of one more
 * answer, of 2,000 answers, and of ts-fsrs alone over as many steps. The cold figures come from a process of their own each, since
 * what has run once is compiled. Nothing is held here.
 */
import { fsrs, createEmptyCard, Rating, type Card } from 'ts-fsrs'
import { mastery } from '../../src/core/record/mastery.ts'
import { recordOf } from '../../src/core/record/record.ts'
import { createFsrs } from '../../src/core/review/fsrs.ts'
import { memories } from '../../src/core/review/memories.ts'
import { dueOf } from '../../src/core/review/queue.ts'
import { answer, index, printCold, QUESTIONS, START_MS } from './long-record.ts'

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
  printCold(import.meta.filename, Object.keys(works))
}
