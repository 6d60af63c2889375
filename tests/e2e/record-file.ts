import type { Page } from '@playwright/test'
import type { CourseOutline, OutlineLesson } from '../../src/core/course/outline.ts'
import type { RecordEvent } from '../../src/core/record/event.ts'
import { encodeBackup } from '../../src/core/record/backup.ts'
import { recordOf } from '../../src/core/record/record.ts'
import { expect } from './fixtures.ts'

/** The course's outline as the site publishes it. */
export const outlineOf = async (page: Page): Promise<CourseOutline> => (await page.request.get('outline.json')).json() as Promise<CourseOutline>
/** The course's lessons in order; there are two at least. */
export const lessonsOf = (outline: CourseOutline): [OutlineLesson, OutlineLesson, ...OutlineLesson[]] => {
  const [first, second, ...rest] = outline.modules.flatMap((module) => module.lessons)
  if (!first || !second) throw new Error('the course needs two written lessons')
  return [first, second, ...rest]
}

/** A lesson with more than three questions. */
export const longLessonOf = (outline: CourseOutline): OutlineLesson => {
  const found = lessonsOf(outline).find(({ questions }) => questions.length > 3)
  if (!found) throw new Error('the course needs a lesson with four questions')
  return found
}

/** One answer to each question of `lesson` by `device`, right or wrong in turn, all of them certain. */
export const answersTo = (lesson: OutlineLesson, device: string): RecordEvent[] =>
  lesson.questions.map((question, n) => ({
    id: `${device}:${lesson.id}-${n}`, v: 1, at: Date.UTC(2026, 10, 1) + n * 1000, type: 'answered', question, lesson: lesson.id, revision: 1,
    context: 'lesson', attempt: 0, response: { type: 'single', option: 'a' }, score: n % 2, hints: 0, misconceptions: [], confidence: 'certain',
  }))

/** A backup of `events`, as a file to be chosen. */
export const fileOf = (events: readonly RecordEvent[], course: string) => ({
  name: 'record.json',
  mimeType: 'application/json',
  buffer: Buffer.from(encodeBackup(recordOf(events), { course, exportedAt: Date.UTC(2026, 10, 2) })),
})

/** Chooses `file` on the progress page, which shows what it would add. */
export const choose = (page: Page, file: ReturnType<typeof fileOf>) => page.getByLabel('Bring a copy in').setInputFiles(file)

/** Brings `file` in and waits until it has been added. */
export const bringIn = async (page: Page, file: ReturnType<typeof fileOf>) => {
  await choose(page, file)
  await page.getByRole('button', { name: 'Add them' }).click()
  await expect(page.getByText(/entr(y has|ies have) been added/)).toBeVisible()
}

/** That many answers with ids like a device's own, a minute apart, to the questions of the course in turn. */
export const manyAnswers = (outline: CourseOutline, count: number, from = 0): RecordEvent[] => {
  const questions = lessonsOf(outline).flatMap(({ id, questions }) => questions.map((question) => ({ question, lesson: id })))
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const digits = (n * 2_654_435_761 + 4_000_000_007).toString(16).padStart(12, '0').slice(-12)
    return {
      id: `3f9a0c1b2d:${digits.slice(0, 8)}-${digits.slice(2, 6)}-4${digits.slice(5, 8)}-8${digits.slice(1, 4)}-${digits}`, v: 1, at: Date.UTC(2026, 10, 1) + n * 61_234,
      type: 'answered', ...questions[n % questions.length]!, revision: 1, context: 'lesson', attempt: 0, response: { type: 'single', option: `option-${n % 7}` },
      score: n % 2, hints: 0, misconceptions: [], confidence: 'fairly',
    }
  })
}

/**
 * Clears what the browser keeps for the site at `address`, worker included, as somebody does in the browser's settings.
 * No page of the site is open then: a worker that is cleared while it answers takes the answer with it (`net::ERR_FAILED`).
 */
export const clearSite = async (page: Page, address: string): Promise<void> => {
  await page.goto('about:blank')
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' })
  await session.detach()
}
