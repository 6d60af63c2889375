import type { Mastery } from '../core/record/mastery.ts'
import { date } from './date.ts'
import { count } from './words.ts'

const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })

/** "once", "twice", "5 times". */
const often = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`)

const states: Readonly<Record<Mastery, string>> = {
  new: 'new', learning: 'learning', lapsed: 'lapsed', 'held-7': 'held 7 days', 'held-30': 'held 30 days',
}

/** What the progress page says about learning: how far, how well held, what to redo, which beliefs, how sure. */
export const masteryTexts = {
  empty: 'Nothing is recorded yet. Answer a question in a lesson, and it shows here.',
  start: (lesson: string) => `Start: ${lesson}`,
  continue: (lesson: string) => `Continue: ${lesson}`,
  summary: (answered: number, questions: number, right: number, read: number, lessons: number) =>
    `You have answered ${answered} of ${count(questions, 'question', 'questions')} in the lessons, ${right} of them right, and read ${read} of ${count(lessons, 'lesson', 'lessons')}.`,
  summaryHeld: (held: number, objectives: number) => `You hold ${held} of ${count(objectives, 'objective', 'objectives')}.`,
  indexLoading: 'Loading the list of questions …',
  indexFailed: 'The list of questions could not be loaded. Your record is safe; try again when you are online.',

  standing: 'What you hold',
  standingIntro: 'One square for each objective. It fills as you keep it: an answer today is not yet memory.',
  states,
  how: 'A question is held once you have answered it right 7 days, then 30 days, after an earlier right answer, with no miss in between. Hints and guesses do not count towards it. '
    + 'An objective is held when two of its questions are. It has lapsed when one of them was held and has been missed since.',
  strip: (what: string, all: string) => `${what}: ${all}`,
  course: 'The whole course',
  /** "2 held 30 days, 1 learning, 3 new". */
  counts: (counts: readonly (readonly [state: Mastery, n: number])[]) => counts.map(([state, n]) => `${n} ${states[state]}`).join(', '),
  held: (held: number, objectives: number) => `${held} of ${objectives} held`,
  lessonStates: { new: 'not begun', begun: 'begun', 'review-only': 'review only', read: 'read' },
  lessonLine: (answered: number, questions: number, right: number) =>
    answered === 0 ? `${count(questions, 'question', 'questions')} in the lesson, none answered.` : `${answered} of ${count(questions, 'question', 'questions')} in the lesson answered, ${right} right.`,
  questionsHeld: (held: number, questions: number) => `${held} of ${count(questions, 'question', 'questions')} held`,
  openLesson: (lesson: string) => `Open the lesson: ${lesson}`,

  redo: 'To look at again',
  redoIntro: 'Questions whose last answer was not right, wherever they were asked.',
  redoNone: 'None: every last answer was right.',
  redoIn: (waiting: number, putRight: number) =>
    [...(waiting > 0 ? [count(waiting, 'question', 'questions')] : []), ...(putRight > 0 ? [`${putRight} put right`] : [])].join(', '),
  missed: (times: number, at: number) => `${times === 1 ? 'missed once' : `missed ${often(times)}, last`} on ${date.format(at)}`,
  questionNumber: (n: number) => `Question ${n}`,
  promptsFailed: 'The questions could not be loaded. Check the connection, then open the lesson again.',
  redoOne: 'Redo',
  redoAll: (n: number) => `Redo the ${n} one after the other`,
  closeOne: 'Close',
  nextOne: 'Next question',
  putRight: 'Put right',
  gone: 'The course no longer has this question.',

  beliefs: 'Beliefs that keep coming back',
  beliefsIntro: 'Wrong answers with one idea behind them, the most frequent first. A belief is put right when every question it was chosen at has been answered right since.',
  beliefsNone: 'None at the moment.',
  beliefsMore: (n: number) => `${count(n, 'more belief', 'more beliefs')}`,
  beliefsPutRight: (n: number) => `${count(n, 'belief', 'beliefs')} put right`,
  chosen: (times: number, lastAt: number) => `chosen ${often(times)}, last on ${date.format(lastAt)}`,
  beliefPutRight: 'Not chosen again since',
  unknownBelief: 'A belief that this version of the course no longer lists.',
  whyHeld: 'Why it is believed:',
  answeredIn: (lesson: string) => `What “${lesson}” says about it`,

  calibration: 'How sure, how right',
  calibrationIntro: 'The dot is how often you were right, the line how far off that may be with so few answers, and the tick where the word should put you.',
  calibrationNone: 'Say how sure you are when you answer, and this shows how often you are right when you say it.',
  confidence: { guess: 'Guess', fairly: 'Fairly sure', certain: 'Certain' },
  confidenceLine: (right: number, answers: number) => `${right} of ${count(answers, 'answer', 'answers')} right`,
  confidenceFew: (right: number, answers: number) => `${right} of ${count(answers, 'answer', 'answers')} right: too few to say`,
  confidenceNone: 'no answers yet',
  share: (share: number) => percent.format(share),
  certainLine: (share: number) =>
    `When you say “certain” you are right ${percent.format(share)} of the time. Errors made with certainty, once explained, are the ones best corrected.`,
} as const
