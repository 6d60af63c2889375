import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { decodeBackup } from '../../src/core/record/backup.ts'
import { expect, test } from './fixtures.ts'
import { answersTo, bringIn, fileOf, lessonsOf, longLessonOf, outlineOf } from './record-file.ts'

/** Several people in one browser: each has a record of their own, and nothing of one shows with another. */

const people = (page: Page) => page.locator('.profiles')
const add = async (page: Page, name: string) => {
  await page.getByLabel('Name of a new profile').fill(name)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}
const switchTo = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Switch to ${name}` }).click()
  await expect(page.getByRole('contentinfo').getByRole('link', { name: `Profile: ${name}` })).toBeVisible()
}
const standing = (page: Page, answered: number) => page.getByText(`You have answered ${answered} of`)
const nothingYet = (page: Page) => page.getByText('Nothing is recorded yet')
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort())
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort())

test('each person has a record of their own; the theme is the browser’s', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('progress/')
  await expect(page.getByRole('contentinfo').getByText('Profile:')).toHaveCount(0)
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('button', { name: /^Theme/ }).click()
  await add(page, 'Ada')
  await expect(page.getByText('Ada has been added.')).toBeVisible()
  await switchTo(page, 'Ada')
  await expect(nothingYet(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  // What Ada does is hers: an answer's draft, an event, the time of a copy.
  const [first] = lessonsOf(outline)
  await page.goto(`lessons/${first.id}/`)
  await page.getByRole('region', { name: 'What comes next' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Mark as read and go on' }).click()
  await page.waitForURL((url) => !url.pathname.includes(first.id))
  await page.goto('progress/')
  await expect(page.getByText('You have answered 0 of')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the file' }).click()])
  expect(download.suggestedFilename()).toMatch(/-ada-record-\d{4}-\d\d-\d\d\.json$/)
  const hers = decodeBackup(await readFile(await download.path(), 'utf8'), outline.id)
  expect(hers.ok && hers.value.map(({ type }) => type)).toEqual(['lesson-completed'])
  await expect(page.getByText('Last saved on')).toBeVisible()

  await switchTo(page, 'First learner')
  await expect(standing(page, lesson.questions.length)).toBeVisible()
  await expect(page.getByText('Not saved from this device yet.')).toBeVisible()
  const [his] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the file' }).click()])
  expect(his.suggestedFilename()).toMatch(/-first-record-/)
  const record = decodeBackup(await readFile(await his.path(), 'utf8'), outline.id)
  expect(record.ok && record.value.every(({ type }) => type === 'answered')).toBe(true)
})

test('a tab keeps the profile it was opened with, and two tabs with different profiles never mix', async ({ page, context }) => {
  const outline = await outlineOf(page)
  const [one, two] = lessonsOf(outline)
  await page.goto('progress/')
  await add(page, 'Ada')
  const other = await context.newPage()
  await other.goto('progress/')
  await switchTo(other, 'Ada')
  await bringIn(other, fileOf(answersTo(two, 'tablet'), outline.id))
  await bringIn(page, fileOf(answersTo(one, 'laptop'), outline.id))
  await expect(standing(page, one.questions.length)).toBeVisible()
  await expect(standing(other, two.questions.length)).toBeVisible()
  await expect(people(page).getByText('First learner')).toBeVisible()
  // A reload takes up the profile that was chosen last.
  await page.reload()
  await expect(standing(page, two.questions.length)).toBeVisible()
  await switchTo(page, 'First learner')
  await expect(standing(page, one.questions.length)).toBeVisible()
})

test('a profile goes only after its answers were counted and its copy was offered, and everything of it goes', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  await page.goto('progress/')
  // The record has been opened, and made, once the page says what is in it.
  await expect(nothingYet(page)).toBeVisible()
  const before = { databases: await databases(page), keys: await keys(page) }
  await add(page, 'Ada')
  await switchTo(page, 'Ada')
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await expect(page.getByRole('button', { name: 'Remove Ada' })).toHaveCount(0)
  await switchTo(page, 'First learner')
  await page.getByRole('button', { name: 'Remove Ada' }).click()
  await expect(page.getByText(`Ada has ${lesson.questions.length} answers in this browser.`)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy first' }).click()])
  const saved = decodeBackup(await readFile(await download.path(), 'utf8'), outline.id)
  expect(saved.ok && saved.value).toHaveLength(lesson.questions.length)
  await page.getByRole('button', { name: 'Keep it', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Rename Ada' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove Ada' }).click()
  await page.getByRole('button', { name: `Delete ${lesson.questions.length} answers for good` }).click()
  await expect(page.getByText('Ada and everything kept for them have been removed from this browser.')).toBeVisible()
  await expect(page.getByRole('contentinfo').getByText('Profile:')).toBeHidden()
  expect(await databases(page)).toEqual(before.databases)
  expect((await keys(page)).filter((key) => key.includes('profile.'))).toEqual([])
  expect(before.keys.every((key) => !key.includes('profile'))).toBe(true)
  await expect(nothingYet(page)).toBeVisible()
})

test('a tab whose profile is removed elsewhere moves to the one that is left', async ({ page, context }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  await page.goto('progress/')
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await add(page, 'Ada')
  const other = await context.newPage()
  await other.goto('progress/')
  await switchTo(other, 'Ada')
  await expect(nothingYet(other)).toBeVisible()
  await page.getByRole('button', { name: 'Remove Ada' }).click()
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await expect(standing(other, lesson.questions.length)).toBeVisible()
  expect(await databases(page)).toEqual([`${outline.id}:${new URL(page.url()).pathname.replace('progress/', '')}record`])
})

test('names are of at most 40 characters and each is there once; a profile can be renamed', async ({ page }) => {
  await page.goto('progress/')
  for (const [name, sentence] of [['  ', 'Type a name first.'], ['x'.repeat(41), 'A name has at most 40 characters.'], ['first LEARNER', 'Somebody here has that name already.']] as const) {
    await add(page, name)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(page.getByLabel('Name of a new profile')).toBeFocused()
  }
  await add(page, '<b>Ada</b>')
  await expect(people(page).getByText('<b>Ada</b>')).toBeVisible()
  await page.getByRole('button', { name: 'Rename First learner' }).click()
  await page.getByLabel('New name for First learner').fill('Grace')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The profile is called Grace now.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Profile: Grace' })).toBeVisible()
  await page.goto('about/')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Profile: Grace' })).toHaveAttribute('href', /progress\/#people$/)
})

test('a link goes to the profile in use, and says which that is', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  await page.goto('progress/')
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await page.getByRole('button', { name: 'Make a link' }).click()
  const url = await page.getByRole('textbox', { name: 'Link to your record' }).inputValue()
  await add(page, 'Ada')
  await switchTo(page, 'Ada')
  await page.goto('about/')
  await page.goto(url)
  await expect(page.getByText('It would go to the profile “Ada”.')).toBeVisible()
  await page.getByRole('button', { name: 'Add them' }).click()
  await expect(standing(page, lesson.questions.length)).toBeVisible()
})

test('where nothing can be stored there is one profile, and a sentence says why', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError') } }))
  await page.goto('progress/')
  await add(page, 'Ada')
  await expect(page.getByText('This browser does not let the site store anything, so there is nowhere to keep a second record.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list of people has no accessibility fault in ${colorScheme}, nor a sideways scroll at 320 pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto('progress/')
    await add(page, 'A'.repeat(40))
    await page.getByRole('button', { name: /^Rename A/ }).click()
    await add(page, '')
    await page.getByRole('button', { name: /^Remove A/ }).click()
    await expect(page.getByRole('button', { name: 'Remove for good' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}
