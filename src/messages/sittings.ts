import type { SittingKind } from '../core/record/event.ts'
import { date } from './date.ts'
import { count, duration } from './words.ts'

const questions = (n: number) => count(n, 'question', 'questions')

const names: Readonly<Record<SittingKind, string>> = { pretest: 'pretest', check: 'check', placement: 'placement', final: 'final check' }

/** Texts of pretests, checks, the final check and the placement: everything that sittings share. */
export const sittingTexts = {
  pretest: (module: string) => `Pretest: ${module}`,
  check: (module: string) => `Check: ${module}`,
  final: 'Final check',
  descriptions: {
    pretest: (module: string) => `A few questions before you read “${module}”: they say which lessons to read closely.`,
    check: (module: string) => `Twelve questions on everything that “${module}” teaches.`,
    final: 'Forty questions across the whole course, in as many parts as you like.',
  },
  intros: {
    pretest: 'A few questions before you read. You are not expected to know the answers: trying makes the text stick, and what you miss is never held against you. Each answer explains itself at once.',
    check: 'Questions on everything the module teaches, different ones each time. The reasons come when you hand it in, and what you miss comes back in your reviews.',
    final: 'Questions across the whole course, without a time limit. Every answer is recorded when you give it, so you can stop and go on another day. The reasons come when you hand it in.',
    placement: 'The questions follow your answers: harder ones after a right answer, ones from earlier in the course after a miss. Where you would only guess, say that it is a guess; it then does not count as known.',
  } satisfies Record<SittingKind, string>,
  noScript: 'Asking and keeping answers needs JavaScript, which is off in this browser. The lessons show their questions and answers without.',
  loading: 'Reading your record …',
  failed: 'The list of questions could not be loaded. Your record is safe; try again when you are online.',
  retry: 'Try again',
  notKept: 'This browser keeps nothing here: answer everything in one go, and do not close the page before you are done.',

  size: (size: number, wanted: number) =>
    size < wanted ? `There are ${questions(size)} so far, so all of them are asked, instead of ${wanted}.` : `${questions(size)}, about ${duration(size)}.`,
  upTo: (size: number) => `${questions(size)} at most, about ${duration(size)}.`,
  begin: (kind: SittingKind) => `Begin the ${names[kind]}`,
  goOn: (kind: SittingKind, begunAtMs: number, answered: number, total: number) =>
    `Go on with the ${names[kind]} you began on ${date.format(begunAtMs)}, ${answered} of ${total} answered`,
  beginNew: 'Begin a new one',
  beginNewLine: 'A new one ends the old one. The answers that you have given stay in your record.',
  again: 'Take another one',
  lastResult: (endedAtMs: number, right: number, asked: number) => `Last time, on ${date.format(endedAtMs)}: ${right} of ${asked} right.`,
  seeResult: 'See it with its reasons',
  retired: (n: number) => `${n} of its questions ${n === 1 ? 'is' : 'are'} no longer part of the course and ${n === 1 ? 'is' : 'are'} left out.`,

  record: 'Record and go on',
  next: 'Next question',
  leave: 'Leave it for later',
  recorded: (n: number) => `Answer ${n} is recorded.`,
  recordedOf: (n: number, open: number) => `Answer ${n} is recorded. ${open === 0 ? 'No question is open.' : `${questions(open)} open.`}`,
  left: (n: number) => `Question ${n} is left for later.`,
  unreachable: 'Without a network, only lessons that are kept on this device can be asked about.',
  keepOffline: 'Keep it offline',
  numbers: 'Questions of the check',
  number: (n: number, state: 'answered' | 'open') => `${n}, ${state}`,
  numbersLine: (answered: number, total: number) => `${answered} of ${total} answered`,
  handIn: 'Hand in',
  handInWith: (open: number) => `Hand in with ${open} open`,
  goBack: 'Go on answering',
  allAnswered: 'Every question is answered',
  someOpen: (open: number) => `${questions(open)} ${open === 1 ? 'is' : 'are'} still open`,
  openNumbers: (numbers: readonly number[]) => `Open: ${numbers.join(', ')}. An open question counts as not right.`,
  finish: { pretest: 'See what to read', check: 'Hand in', final: 'Hand in', placement: 'See your path' } satisfies Record<SittingKind, string>,
  finishLines: {
    pretest: 'Now see which lessons to read closely.',
    check: 'Hand it in, and every question shows its reasons.',
    final: 'Hand it in, and every question shows its reasons.',
    placement: 'Now see which lessons you seem to know, and what to read.',
  } satisfies Record<SittingKind, string>,

  resultTitle: 'Your result',
  score: (right: number, asked: number, answered: number) =>
    `${right} of ${asked} right.${answered < asked ? ` ${questions(asked - answered)} ${asked - answered === 1 ? 'was' : 'were'} left open.` : ''}`,
  reviewLine: 'What you got wrong comes back in your',
  reviewLink: 'reviews',
  pretestLine: 'None of this counts against you.',
  closely: 'Read closely',
  closelyNone: 'None: you knew everything that was asked.',
  quick: 'These will be quick',
  quickNone: 'None yet.',
  notAsked: 'Not asked about',
  lessonLine: (right: number, asked: number, minutes: number) => `${right} of ${asked} right, ${duration(minutes)}`,
  minutes: duration,
  reread: 'To reread',
  rereadNone: 'Nothing: every question was right.',
  byModule: 'Module by module',
  byObjective: 'Objective by objective',
  of: (right: number, asked: number) => `${right} of ${asked} right`,
  everyQuestion: 'Every question with its reasons',
  openAll: 'Open all',
  closeAll: 'Close all',
  verdicts: { correct: 'Correct', partial: 'In part', incorrect: 'Not yet' },
  notAnswered: 'Left open',
  gone: 'The course no longer has the question that was asked here.',
  lineOf: (n: number, objective: string) => `${n}. ${objective}`,
  readIn: (lesson: string) => `It is answered in “${lesson}”.`,
  completion: 'Your completion record',
  toModule: 'Back to the module',
} as const

const lessons = (n: number) => count(n, 'lesson', 'lessons')

/** Texts of the placement page. */
export const placementTexts = {
  title: 'Find your place',
  description: 'Twelve questions that follow your answers and suggest which lessons you need not read.',
  known: 'You seem to know these',
  knownLine: 'One question stands for several lessons, so this is a suggestion. Set a lesson aside, and it is for review only: it need not be read, its questions come in your reviews, and you can take it back at any time.',
  knownNone: 'No lesson can be set aside by these answers. Start at the beginning; what you know will go quickly.',
  setAllAside: (n: number) => `Set ${n === 1 ? 'it' : `all ${n}`} aside`,
  setAside: 'Set aside',
  setAsideName: (lesson: string) => `Set aside: ${lesson}`,
  isAside: (n: number) => `${lessons(n)} ${n === 1 ? 'is' : 'are'} for review only now.`,
  path: 'To read, in this order',
  pathLine: (n: number, minutes: number) => `${lessons(n)}, ${duration(minutes)}`,
  pathNone: 'Nothing: every lesson is read or set aside.',
  start: (lesson: string) => `Start: ${lesson}`,
  aside: 'For review only',
  asideLine: 'Lessons that you have set aside as known. Undo brings a lesson back to what is to be read.',
  asideNone: 'No lesson is set aside now.',
  undo: 'Undo',
  undoName: (lesson: string) => `Undo: ${lesson}`,
  undone: (lesson: string) => `“${lesson}” is back among the lessons to read.`,
  questions: 'What you were asked',
} as const

const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })

/** Texts of the completion record. */
export const completionTexts = {
  title: 'Completion record',
  description: 'A record of what you have done in this course, to print. Self-issued and not verified by anybody.',
  intro: 'A page to print that states what this device has recorded: lessons read, the final check, and what you still held weeks later.',
  missing: 'There is nothing to print yet',
  missingLine: 'A record would be hollow before you have read in the course and handed in the final check. What is missing:',
  missingLessons: 'A lesson read, or set aside as known.',
  missingFinal: 'A final check, handed in with answers in it.',
  toFinal: 'To the final check',
  toLessons: 'To the lessons',
  soFar: 'So far',
  name: 'Your name, as it should be printed',
  nameLine: 'It stays on this device and is in no copy of your record.',
  print: 'Print it',
  printLine: 'One page, A4. Your browser can save it as a PDF.',
  selfIssued: 'Self-issued, not verified',
  selfIssuedLine: 'Issued by the learner from the record in their own browser. Nobody has watched the answers being given or checked who gave them. It says what was recorded, and no more.',
  states: (course: string) => `in the course “${course}”, as recorded so far:`,
  noName: 'The learner',
  lessons: 'Lessons',
  lessonsLine: (read: number, all: number, reviewOnly: number) =>
    `${read} of ${all} read${reviewOnly ? `, ${reviewOnly} set aside as known after a placement` : ''}`,
  final: 'Final check',
  finalBest: (right: number, asked: number, endedAtMs: number) => `Best: ${right} of ${asked} (${percent.format(right / asked)}), on ${date.format(endedAtMs)}`,
  finalLast: (right: number, asked: number, endedAtMs: number) => `Last: ${right} of ${asked} (${percent.format(right / asked)}), on ${date.format(endedAtMs)}`,
  finalNone: 'Not handed in',
  held: 'Still held later',
  held7: (questionsHeld: number, all: number, objectives: number, allObjectives: number) =>
    `After 7 days: ${questionsHeld} of all ${all} questions and ${objectives} of ${allObjectives} objectives`,
  held30: (questionsHeld: number, all: number, objectives: number, allObjectives: number) =>
    `After 30 days: ${questionsHeld} of all ${all} questions and ${objectives} of ${allObjectives} objectives`,
  heldLine: 'Held means: answered right again at least that long after an earlier right answer, and not missed since.',
  printedOn: (nowMs: number) => `Printed on ${date.format(nowMs)}`,
} as const
