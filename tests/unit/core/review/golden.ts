import { createEmptyCard, fsrs, Rating, type Card, type Grade } from 'ts-fsrs'
import type { Answered } from '../../../../src/core/record/event.ts'
import { answerAt, day } from './answers.ts'

/** Ninety days of one learner, told apart from the code they check: what is answered, and how ts-fsrs itself plans it. */

export const DAYS = 90
const QUESTIONS = Array.from({ length: 24 }, (_, n) => `q${String(n + 1).padStart(2, '0')}`)

export const goldenQuestions: readonly string[] = QUESTIONS

/** The learner meets two questions a day at first, and is away for ten days. */
const metOn = (dayNumber: number): readonly string[] => QUESTIONS.slice(dayNumber * 2, dayNumber * 2 + 2)
const isAway = (dayNumber: number): boolean => dayNumber >= 40 && dayNumber < 50

/** Ways to answer, with the rating that each must have. */
const WAYS: readonly (readonly [Partial<Answered>, Grade])[] = [
  [{ score: 1 }, Rating.Good],
  [{ score: 1, confidence: 'certain' }, Rating.Good],
  [{ score: 0 }, Rating.Again],
  [{ score: 1, hints: 1 }, Rating.Hard],
  [{ score: 1, confidence: 'fairly' }, Rating.Good],
  [{ score: 0.75 }, Rating.Hard],
  [{ score: 0, confidence: 'certain' }, Rating.Again],
  [{ score: 1, confidence: 'guess' }, Rating.Hard],
  [{ score: 0.75, confidence: 'certain' }, Rating.Again],
  [{ score: 1 }, Rating.Good],
  [{ score: 1 }, Rating.Good],
]

const wayOf = (question: string, dayNumber: number) => {
  const way = WAYS[(QUESTIONS.indexOf(question) * 7 + dayNumber * 5) % WAYS.length]
  if (!way) throw new Error('every question has a way to be answered')
  return way
}

/**
 * What the learner answers on a day on which `due` is due: everything, and right again ten minutes later where it was missed. The second
 * try must change nothing.
 */
export const answersOn = (dayNumber: number, due: readonly string[]): readonly { readonly event: Answered; readonly grade?: Grade }[] =>
  isAway(dayNumber) ? [] : [...due, ...metOn(dayNumber)].flatMap((question, place) => {
    const [fields, grade] = wayOf(question, dayNumber)
    const at = day(dayNumber) + place * 60_000
    const first = { event: answerAt(question, at, { context: due.includes(question) ? 'review' : 'lesson', ...fields }), grade }
    return fields.score === 1 ? [first] : [first, { event: answerAt(question, at + 600_000, { context: 'again' }) }]
  })

/** The due sets of every day, sorted by id, as ts-fsrs plans them when it is called directly. */
export const plannedByFsrs = (): string[][] => {
  const model = fsrs({ request_retention: 0.9, maximum_interval: 365, enable_fuzz: false, enable_short_term: false })
  const cards = new Map<string, Card>()
  const eightHours = 8 * 3_600_000
  return Array.from({ length: DAYS }, (_, dayNumber) => {
    const due = QUESTIONS.filter((question) => {
      const card = cards.get(question)
      return card !== undefined && card.due.getTime() - eightHours <= day(dayNumber)
    })
    for (const { event: { question, at }, grade } of answersOn(dayNumber, due)) {
      if (grade) cards.set(question, model.next(cards.get(question) ?? createEmptyCard(at), at, grade).card)
    }
    return due
  })
}
