import type { Locator, Page } from '@playwright/test'
import type { Question, SingleQuestion } from '../../src/core/quiz/question.ts'
import type { Answered, RecordEvent } from '../../src/core/record/event.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { unpackIndex, type PackedIndex } from '../../src/core/review/question-index.ts'

/** Nine in the morning, local time, of the day on which the journeys begin. */
export const START = new Date(2026, 10, 2, 9).getTime()

/** The same hour, `days` later. */
export const day = (days: number): number => START + days * 86_400_000

/** Everything that questions are loaded from: one with its siblings, or the bank of a lesson. */
export const QUESTIONS = /\/questions(\/.*)?\.json$/

/** A question that is answered by choosing one option, as are all that may stand in for it. */
export interface Single {
  readonly root: SingleQuestion
  readonly family: readonly SingleQuestion[]
}

/** The course's single-choice questions, lesson by lesson, each lesson's first ones first. */
export const singles = async (page: Page, lessons?: readonly string[]): Promise<readonly Single[]> => {
  const index = unpackIndex((await (await page.request.get('question-index.json')).json()) as PackedIndex)
  const found: Single[] = []
  for (const lesson of new Set(lessons ?? index.map((question) => question.lesson))) {
    const bank = (await (await page.request.get(`lessons/${lesson}/questions.json`)).json()) as Question[]
    const single = bank.filter((question): question is SingleQuestion => question.type === 'single' && question.role === 'practice')
    for (const root of single.filter(({ siblingOf }) => !siblingOf)) {
      found.push({ root, family: [root, ...single.filter(({ siblingOf }) => siblingOf === root.id)] })
    }
    if (found.length >= 40) break
  }
  return found
}

let next = 0

/** An answer to `root`, right unless told otherwise, on the morning of day 0. */
export const answered = ({ root }: Single, fields: Partial<Answered> = {}): Answered => {
  next += 1
  return {
    id: `seed:${next}`, v: 1, at: START + next * 1000, type: 'answered', question: root.id, lesson: root.lesson, revision: root.revision, context: 'lesson',
    attempt: 0, response: { type: 'single', option: root.options[0]?.id ?? '' }, score: 1, hints: 0, misconceptions: [], ...fields,
  }
}

/** Leaves `events` where an interrupted page would have: the next page takes them over. */
export const seed = async (page: Page, events: readonly RecordEvent[], url = ''): Promise<void> => {
  await page.goto(`${url}about/`)
  await page.evaluate((all) => {
    const { course, base } = document.documentElement.dataset
    for (const event of all) localStorage.setItem(`${course}:${base}journal.${event.id}`, JSON.stringify(event))
  }, events)
}

/** The contexts of the answers in the record that did not come from `seed`, oldest first. */
export const contexts = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const { course, base } = document.documentElement.dataset
  const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const db = await done(indexedDB.open(`${course}:${base}record`))
  const events: { id: string; at: number; context: string }[] = await done(db.transaction('events').objectStore('events').getAll())
  db.close()
  return events.filter(({ id }) => !id.startsWith('seed:')).map(({ context }) => context)
})

/** The question that is asked now. */
export const question = (page: Page): Locator => page.locator('fieldset.q:not(.is-waiting)')

/** Which question of `all` the page asks now; one that has been answered is waited past. */
const asked = async (page: Page, all: readonly Single[]): Promise<SingleQuestion> => {
  const open = page.locator('fieldset.q:not(.is-waiting, .is-graded)')
  await open.waitFor()
  const id = (await open.getAttribute('id'))?.replace(/^(review|again)-/, '')
  const texts = await open.locator('.option label').allInnerTexts()
  const family = all.find(({ root }) => root.id === id)?.family ?? []
  const found = family.find(({ options }) => options.every(({ text }) => texts.some((line) => line.includes(plainText(text)))))
  if (!found) throw new Error(`The page asks ${id}, which is not a question of the test`)
  return found
}

/** Chooses the key, or another option, of what is asked now, without checking it. */
export const choose = async (page: Page, all: readonly Single[], right: boolean): Promise<void> => {
  const { options } = await asked(page, all)
  const option = options.find(({ correct }) => correct === right)
  await question(page).locator('.option').filter({ hasText: plainText(option?.text ?? []) }).getByRole('radio').check()
}

/** Answers what is asked now. */
export const answer = async (page: Page, all: readonly Single[], right: boolean): Promise<void> => {
  await choose(page, all, right)
  await question(page).getByRole('button', { name: 'Check' }).click()
}
