import type { Reading } from '../core/record/lesson-states.ts'
import { count, duration } from './words.ts'

/** Short texts about progress on the home, module and lesson pages. */
export const progressTexts = {
  bar: (read: number, lessons: number) => `${read} of ${count(lessons, 'lesson', 'lessons')} read`,
  moduleBar: (module: string, words: string) => `${module}: ${words}`,
  notStarted: 'Not started',
  allRead: 'Read',
  begun: ({ read, reviewOnly, lessons }: Reading) => {
    if (reviewOnly) return lessons === 1 ? 'For review only' : `${read} of ${lessons} lessons read, ${reviewOnly} for review only`
    return lessons === 1 ? 'Begun' : `${read} of ${lessons} lessons read`
  },
  start: 'Start the course',
  continue: (lesson: string) => `Continue: ${lesson}`,
  review: (due: number, moreWaits: boolean) => (moreWaits ? `Review ${due}` : `Review ${due} due`),
  again: 'See where you stand',
  lessonLine: (lesson: string, minutes: number) => `${lesson}, ${duration(minutes)}`,
  minutesLine: (minutes: number, { read, reviewOnly, lessons }: Reading) =>
    `${duration(minutes)}. ${read} of ${count(lessons, 'lesson', 'lessons')} read${reviewOnly ? `, ${reviewOnly} for review only` : ''}.`,
  finishedLine: ({ reviewOnly, lessons }: Reading) => {
    if (reviewOnly) return `You have read all lessons but ${reviewOnly} that ${reviewOnly === 1 ? 'is' : 'are'} for review only.`
    return lessons === 1 ? 'You have read the lesson there is.' : `You have read all ${lessons} lessons.`
  },
  end: 'What comes next',
  asked: (questions: number) => (questions === 0 ? '' : `${count(questions, 'question', 'questions')} in this lesson.`),
  score: (answered: number, questions: number, right: number) =>
    questions === 0 ? '' : answered === 0 ? `None of ${count(questions, 'question', 'questions')} answered yet.`
      : answered < questions ? `${answered} of ${questions} answered: ${right} right.`
        : `All ${questions} answered: ${right} right.`,
  suggestion: 'If you have read the text as well, mark the lesson as read.',
  marked: 'You have marked this lesson as read.',
  unmarked: 'The lesson is marked as unread again.',
  markAndGo: 'Mark as read and go on',
  mark: 'Mark as read',
  unmark: 'Mark as unread',
  goOn: (lesson: string) => `Go on: ${lesson}`,
  goOnWithout: 'Go on without marking it',
  last: 'This is the last lesson written so far.',
} as const
