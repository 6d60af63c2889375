import type { Locator, Page } from '@playwright/test'
import type { Question } from '../../src/core/quiz/question.ts'
import { expect } from './fixtures.ts'

export const LESSONS = ['error-budget-arithmetic', 'golden-paths', 'three-words-one-goal', 'devops-engineer-title']

export type Of<T extends Question['type']> = Extract<Question, { type: T }>

/** A question as the site publishes it, on a page that shows it. */
export interface Found<Q extends Question> {
  readonly path: string
  readonly data: Q
  readonly bank: readonly Question[]
}

/** The first question of `type` that a page shows and that `fits`; which ones a page shows is the authors' choice. */
export const find = async <T extends Question['type']>(page: Page, type: T, fits: (question: Of<T>, bank: readonly Question[]) => boolean = () => true): Promise<Found<Of<T>>> => {
  for (const lesson of LESSONS) {
    const path = `lessons/${lesson}/`
    const html = await (await page.request.get(path)).text()
    const bank = (await (await page.request.get(`${path}questions.json`)).json()) as Question[]
    const data = bank.find((one): one is Of<T> => one.type === type && one.role === 'practice' && html.includes(`id="q-${one.id}"`) && fits(one as Of<T>, bank))
    if (data) return { path, data, bank }
  }
  throw new Error(`No page shows a fitting ${type} question`)
}

export const siblingOf = (question: Question, bank: readonly Question[]) => bank.find(({ siblingOf: root }) => root === question.id)

/** The question on the page, once it has come to life. */
export const alive = async (page: Page, { id }: Pick<Question, 'id'>): Promise<Locator> => {
  const question = page.locator(`#q-${id}`)
  await question.scrollIntoViewIfNeeded()
  await expect(question).not.toHaveClass(/is-waiting/)
  return question
}

/** Finds a question, opens its page and waits until it works. */
export const open = async <T extends Question['type']>(page: Page, type: T, fits?: (question: Of<T>, bank: readonly Question[]) => boolean) => {
  const found = await find(page, type, fits)
  await page.goto(found.path)
  return { ...found, question: await alive(page, found.data) }
}

/** A wrong answer in each type's own way. */
export const answerBadly = async (question: Locator) => {
  for (const select of await question.getByRole('combobox').all()) await select.selectOption({ index: 1 })
  const option = question.locator('.option input')
  if (await option.count()) await option.first().check()
  const field = question.getByRole('textbox')
  if (await field.count()) await field.fill('7')
  await button(question, 'Check').click()
  await expect(button(question, 'Try again')).toBeVisible()
}

export const button = (question: Locator, name: string) => question.getByRole('button', { name, exact: true })
export const result = (question: Locator) => question.locator('.result').getByRole('status')
export const saved = (question: Locator) => question.getByText('Saved on this device')
