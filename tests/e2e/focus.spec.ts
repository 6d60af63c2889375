import type { Page } from '@playwright/test'
import type { RecordEvent } from '../../src/core/record/event.ts'
import { expect, test } from './fixtures.ts'
import { answersTo, bringIn, fileOf, lessonsOf, manyAnswers, outlineOf } from './record-file.ts'
import { answer, answered, day, question, QUESTIONS, seed, singles } from './review-page.ts'

/** Controls that go away when they are used must hand the focus on, and what was done is said in a status. */

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name })
const status = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words })
const event = (id: string, fields: object) => ({ id: `tablet:${id}`, v: 1, at: Date.UTC(2026, 8, 2), ...fields }) as RecordEvent

/** Uses the skip link as a keyboard does. */
const skip = async (page: Page) => {
  await page.getByRole('link', { name: 'Skip to the text' }).press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

test('the skip link leaves a check where it is, and a reload finds the place again', async ({ page }) => {
  await page.goto('modules/orientation/check/')
  await button(page, 'Begin the check').click()
  await button(page, '3, open').click()
  await expect(question(page).getByText(/^Question 3 of/)).toBeVisible()
  await skip(page)
  await expect(question(page).getByText(/^Question 3 of/)).toBeVisible()
  await page.reload()
  await expect(question(page).getByText(/^Question 3 of/)).toBeVisible()
  await button(page, 'Hand in').click()
  await button(page, /^Hand in with/).click()
  const result = page.getByRole('heading', { name: 'Your result' })
  await expect(result).toBeFocused()
  await skip(page)
  // Nothing was answered, so nothing comes back.
  await expect(page.getByRole('main').getByRole('link', { name: 'reviews' })).toHaveCount(0)
  await expect(result).toBeVisible()
})

test('removing a note and undoing it put the focus into its field, so that Escape still closes it', async ({ page }) => {
  await page.goto('lessons/error-budget-arithmetic/')
  const opener = page.locator('.note-button').first()
  await opener.press('Enter')
  const editor = page.locator('.note-editor')
  const field = editor.getByRole('textbox')
  await field.fill('An allowance')
  await editor.getByRole('button', { name: 'Keep it' }).press('Enter')
  await editor.getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(editor.getByRole('status')).toHaveText('The note is removed.')
  await expect(field).toBeFocused()
  await editor.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(field).toHaveValue('An allowance')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

test('a reminder that is put off or followed says so where it stood, and keeps the focus there', async ({ page }) => {
  const outline = await outlineOf(page)
  await seed(page, manyAnswers(outline, 50))
  await page.goto('')
  await button(page, 'Not now').press('Enter')
  await expect(status(page, 'You are reminded again when there are more answers')).toBeFocused()
  await seed(page, manyAnswers(outline, 30, 50).map((one, n) => ({ ...one, at: Date.now() + n * 1000 })))
  await page.goto('')
  await button(page, 'Save a copy').press('Enter')
  await expect(status(page, 'handed to your browser to save')).toBeFocused()
})

test('when a profile is removed, its list’s heading has the focus', async ({ page }) => {
  await page.goto('progress/')
  await page.getByLabel('Name of a new profile').fill('Ada')
  await page.keyboard.press('Enter')
  await button(page, 'Remove Ada').press('Enter')
  await button(page, 'Remove for good').press('Enter')
  await expect(page.getByRole('heading', { name: 'People who learn here' })).toBeFocused()
  await expect(status(page, 'have been removed from this browser')).toBeVisible()
})

test('when the last lesson that was set aside is taken back, its part stays to say so and to keep the focus', async ({ page }) => {
  await seed(page, [event('aside', { type: 'placed', lessons: ['three-words-one-goal'] })])
  await page.goto('placement/')
  await button(page, /^Undo/).press('Enter')
  await expect(page.getByRole('heading', { name: 'For review only' })).toBeFocused()
  await expect(status(page, 'No lesson is set aside now.')).toBeVisible()
})

test('what is saved as a file, table or Markdown is said', async ({ page }) => {
  const outline = await outlineOf(page)
  await seed(page, [...answersTo(lessonsOf(outline)[0], 'd'), event('note', { type: 'noted', lesson: lessonsOf(outline)[0].id, section: 's', heading: 'Section', text: '' })])
  await page.goto('progress/')
  for (const [at, name] of ['Save the file', 'Save the table', 'Save as Markdown'].entries()) {
    await expect(status(page, 'handed to your browser to save')).toHaveCount(at)
    await button(page, name).press('Enter')
    await expect(status(page, 'handed to your browser to save')).toHaveCount(at + 1)
  }
})

test('once the browser has agreed to keep the record, the answer takes the place of the button', async ({ page }) => {
  await page.addInitScript(() => {
    let agreed = false
    navigator.storage.persisted = () => Promise.resolve(agreed)
    navigator.storage.persist = () => Promise.resolve((agreed = true))
  })
  await page.goto('progress/')
  await button(page, 'Ask to keep it').press('Enter')
  await expect(status(page, 'The browser has agreed to keep it.')).toBeFocused()
  await expect(button(page, 'Ask to keep it')).toHaveCount(0)
})

test.describe('without the service worker, which would answer for the network', () => {
  test.use({ serviceWorkers: 'block' })

  test('a question that cannot be loaded keeps the focus on its button until it comes', async ({ page, problems }) => {
    const all = (await singles(page)).slice(0, 1)
    await page.clock.setFixedTime(day(4))
    await seed(page, all.map((single) => answered(single)))
    await page.route(QUESTIONS, (route) => route.abort())
    await page.goto('review/')
    const again = button(page, 'Load it again')
    await again.press('Enter')
    await expect(status(page, 'The question could not be loaded this time either')).toBeVisible()
    await expect(again).toBeFocused()
    await page.unroute(QUESTIONS)
    await again.press('Enter')
    await expect(question(page)).toBeVisible()
    await expect(page.locator('.loaded-question')).toBeFocused()
    problems.splice(0, problems.length, ...problems.filter((problem) => !/ERR_FAILED|Service Worker registration blocked/.test(problem)))
  })
})

test('the last step of a debate can be reached before there is a result, and says what it waits for', async ({ page }) => {
  await page.goto('debates/great-debate/')
  await expect(page.locator('.debate')).not.toHaveClass(/is-waiting/)
  const last = button(page, 'What to add')
  await expect(last).toHaveAttribute('aria-disabled', 'true')
  await last.focus()
  await expect(last).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(status(page, 'State your position after the cards')).toBeVisible()
})

test('where every lesson is read, a review ends with a way on', async ({ page }) => {
  const outline = await outlineOf(page)
  const all = (await singles(page)).slice(0, 1)
  await page.clock.setFixedTime(day(4))
  await seed(page, [...all.map((single) => answered(single)), ...lessonsOf(outline).map(({ id }) => event(id, { type: 'lesson-completed', lesson: id }))])
  await page.goto('review/')
  await answer(page, all, true)
  await button(page, 'See how it went').press('Enter')
  await page.getByRole('main').getByRole('link', { name: 'See where you stand' }).click()
  await expect(page).toHaveURL(/\/progress\//)
})

test('a completion record that lacks only a lesson leads to the lessons', async ({ page }) => {
  const [single] = await singles(page)
  await seed(page, [
    event('final', { type: 'sitting-begun', kind: 'final', questions: [single!.root.id] }),
    { ...answered(single!, { context: 'final', at: Date.UTC(2026, 8, 3) }), sitting: 'tablet:final' } as RecordEvent,
    event('end', { at: Date.UTC(2026, 8, 4), type: 'sitting-ended', sitting: 'tablet:final' }),
  ])
  await page.goto('completion/')
  await expect(page.getByText('A lesson read, or set aside as known.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'To the final check' })).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: 'To the lessons' })).toBeVisible()
})

test('links to what was missed, noted and found are at least 24 pixels high', async ({ page }) => {
  const outline = await outlineOf(page)
  const [first] = lessonsOf(outline)
  await page.goto('progress/')
  await bringIn(page, fileOf([...answersTo(first, 'd'), event('note', { type: 'noted', lesson: first.id, section: 's', heading: 'Section', text: 'x' })], outline.id))
  await page.locator('.redos summary').first().click()
  await expect(page.locator('.redo-rows .prompt a').first()).toBeVisible()
  const heights = (links: string) => page.locator(links).evaluateAll((found) => found.map((link) => link.getBoundingClientRect().height))
  expect(Math.min(...await heights('.redo-rows .prompt a, .note-head a'))).toBeGreaterThanOrEqual(24)
  await page.goto('')
  // The button changes once the record has been read.
  await expect(page.locator('.start a').first()).not.toHaveText('Start the course')
  expect(Math.min(...await heights('.start a, .module h3 a'))).toBeGreaterThanOrEqual(24)
})

test('on paper, progress and review have no buttons, and a ring that is full stays full', async ({ page }) => {
  await page.clock.setFixedTime(day(4))
  await seed(page, (await singles(page)).slice(0, 2).map((single) => answered(single)))
  for (const path of ['progress/', 'review/']) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(path)
    await expect(button(page, path === 'review/' ? 'End here' : 'Save the file')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    if (path === 'progress/') await expect(page.locator('.ring').first()).toHaveCSS('print-color-adjust', 'exact')
  }
})
