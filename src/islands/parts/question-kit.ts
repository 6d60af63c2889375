import './answered.css'
import type { Question } from '../../core/quiz/question.ts'
import type { Grade } from '../../core/quiz/grade.ts'
import type { Answered } from '../../core/record/event.ts'
import type { AttemptState, Desk, Work } from './use-attempt.ts'
import { ask } from '../../core/quiz/asked.ts'
import { answeredEvent, check as checkDraft, draftOfAnswer } from '../../core/quiz/attempt.ts'
import { freshDraft } from '../../core/quiz/draft.ts'
import { nextAttempt } from '../../core/quiz/next-attempt.ts'
import { attemptOf, readDraft } from '../../core/quiz/read-draft.ts'
import { learningAnswers } from '../../core/record/answers.ts'
import { answersIn } from '../../core/record/counted-answers.ts'
import { record } from '../../stores/app.ts'
import { comparisonOf, notesOf } from './notes-of.ts'
import { marksOf, type Mark } from './question-answer.tsx'
import { countsFor } from '../../core/record/record.ts'

/**
 * What a question can do once somebody answers. Islands load it with the question's bank at the first sign of use, so that
 * an unread question does not pay for it. What is graded, recorded and asked next is decided in `core/quiz`.
 */
export * as view from './question-answer.tsx'

/** The question `id` of the bank; throws when the page is older than the bank. */
const questionIn = ({ bank }: Pick<Work, 'bank'>, id: string): Question => {
  const found = bank.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`The question bank of this lesson has no “${id}”`)
  return found
}

/** What each option or item shows after `grade`. */
export const marksFor = (work: Pick<Work, 'bank'>, question: string, grade: Grade): ReadonlyMap<string, Mark> =>
  marksOf(notesOf(questionIn(work, question), grade))

/** What each option of a prediction shows beside the text's answer. */
export const marksOfGuess = (work: Pick<Work, 'bank'>, question: string, guess: string): ReadonlyMap<string, Mark> =>
  marksOf(comparisonOf(questionIn(work, question), guess))

/** Grades the draft and records it, or says what is missing. */
export const check = ({ name, root, occasion, state, set }: Desk, work: Work): void => {
  const { draft } = state()
  const question = questionIn(work, draft.question)
  const checked = checkDraft(question, draft)
  if (!occasion?.silent || checked.unfinished) set({ checked, open: true, putRight: false })
  if (!checked.grade) return
  set({ keeping: 'saving' })
  const answer = answeredEvent(question, draft, checked.grade, occasion?.context ?? 'lesson', root, occasion?.sitting)
  void record.append(answer).then((keeping) => set({ keeping }))
  record.clearDraft(name)
  occasion?.onAnswered?.(answer)
}

/** Opens one more hint. */
export const hint = ({ name, state, set }: Desk): void => {
  const { asked, draft, hintsShown: before } = state()
  const hintsShown = Math.min(before + 1, asked.hints)
  set({ hintsShown, draft: { ...draft, hints: Math.max(draft.hints, hintsShown) } })
  record.saveDraft(name, state().draft)
}

/** Starts another try: a sibling, or other numbers or another order. */
export const retry = ({ name, root, state, set }: Desk, work: Work): void => {
  const next = nextAttempt(questionIn(work, root), work.bank, answersIn(record.$state.get().events))
  const asked = ask(next.question, next.number)
  set({ asked, draft: freshDraft(asked, next.number), checked: undefined, keeping: undefined, open: true, putRight: false, hintsShown: 0, notice: 'fresh' })
  record.saveDraft(name, state().draft)
  document.getElementById(name)?.scrollIntoView({ block: 'nearest' })
}

/** Takes up a kept draft; one that no longer fits is left alone. */
export const restore = ({ root, occasion, state, set }: Desk, work: Work, kept: unknown): void => {
  const attempt = attemptOf(kept)
  const question = work.bank.find(({ id, siblingOf }) => id === attempt?.question && (id === root || siblingOf === root))
  if (!attempt || !question) return
  const { asked: shown, draft: begun } = state()
  if (occasion && (shown.id !== question.id || begun.number !== attempt.number)) return
  const asked = ask(question, attempt.number)
  const draft = readDraft(kept, asked)
  if (draft) set({ asked, draft })
}

/** Brings back the last answer from the record, with its reasons closed. */
export const recall = ({ root, set }: Desk, work: Work): void => {
  const answers = learningAnswers(record.$state.get().events).filter((event) => countsFor(event) === root)
  const last = answers.at(-1)
  const own = answers.findLast((event) => event.question === root)
  if (!own) return
  bringBack(own, { open: false, putRight: last !== own && last?.score === 1 }, set, work)
}

/** Shows the answer that the occasion names, with its reasons. */
export const show = ({ occasion, set }: Desk, work: Work): void => {
  if (occasion?.given) bringBack(occasion.given, { open: true }, set, work)
}

/** Grades `answer` again and shows it as it was given, with `look`. */
const bringBack = (answer: Answered, look: Partial<AttemptState>, set: Desk['set'], work: Work): void => {
  const question = questionIn(work, answer.question)
  const draft = draftOfAnswer(answer)
  const checked = checkDraft(question, draft)
  if (checked.grade) set({ asked: ask(question, answer.attempt), draft, checked, ...look })
}
