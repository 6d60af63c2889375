import type { Question } from '../../../src/core/quiz/question.ts'
import type { Page } from './page.ts'
import { eventually } from './page.ts'

/** A published question and the lesson that shows it. */
export interface Placed {
  readonly lesson: string
  readonly data: Question
}

/** The practice questions that `lesson` shows, from the site itself. */
export const questionsOf = async (url: string, lesson: string): Promise<readonly Placed[]> => {
  const path = `${url}lessons/${lesson}/`
  const html = await (await fetch(path)).text()
  const bank = (await (await fetch(`${path}questions.json`)).json()) as Question[]
  return bank.filter(({ id, role }) => role === 'practice' && html.includes(`id="q-${id}"`)).map((data) => ({ lesson, data }))
}

/** Brings a question into view and waits until it works. */
export const alive = (page: Page, selector: string) =>
  page.until(`${selector} works`, (css) => {
    const question = document.querySelector(css)
    question?.scrollIntoView({ block: 'center', behavior: 'instant' })
    return question !== null && !question.classList.contains('is-waiting')
  }, selector)

/** Gives some answer that can be graded, right or wrong, and presses the button called `check`. */
export const answer = async (page: Page, within: string, check = 'Check') => {
  await alive(page, within)
  const kind = await page.run((css) => {
    const question = document.querySelector(css)
    return question?.querySelector('.option input') ? 'option' : question?.querySelector('select') ? 'select' : question?.querySelector('input[type=text], input:not([type])') ? 'field' : 'order'
  }, within)
  if (kind === 'option') await page.click({ role: (await page.run((css) => document.querySelector<HTMLInputElement>(`${css} .option input`)?.type === 'radio', within)) ? 'radio' : 'checkbox', within: `${within} .option` })
  if (kind === 'field') {
    await page.click({ role: 'textbox', within })
    await page.type('7')
  }
  // A list that the system draws is outside the page: nothing can be clicked in it. One after the other, as a person would.
  const lists = kind === 'select' ? await page.run((css) => document.querySelectorAll(`${css} select`).length, within) : 0
  for (let n = 0; n < lists; n++) {
    await page.run((css, index) => {
      const select = document.querySelectorAll<HTMLSelectElement>(`${css} select`)[index]!
      select.selectedIndex = 1
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }, within, n)
  }
  await page.click({ role: 'button', name: check, within })
}

/** The text of the one element, once there is one. */
export const textOf = (page: Page, selector: string) =>
  eventually(() => page.run((css) => document.querySelector<HTMLElement>(css)?.innerText, selector), () => `${selector} is not there`)
