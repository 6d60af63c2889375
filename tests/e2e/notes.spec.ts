import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const LESSON = 'lessons/error-budget-arithmetic/'

/** The heading of the first section and the button beside it. */
const section = async (page: Page) => {
  const heading = page.locator('.prose > h2').first()
  const title = (await heading.textContent()) ?? ''
  return { title, button: page.getByRole('button', { name: new RegExp(`^(Note|Your note): ${title.slice(0, 12)}`) }), field: page.getByRole('textbox', { name: `Your note on “${title}”` }) }
}

test('a note is written beside its section, survives a reload, is listed with its way back, and goes out as Markdown', async ({ page }) => {
  await page.goto(LESSON)
  const { title, button, field } = await section(page)
  await button.click()
  await expect(field).toBeFocused()
  await field.fill('An allowance, *not* a score.\n# no heading')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Saved on this device. It is listed')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await page.reload()
  await expect(button).toHaveText('Your note')

  await page.goto('progress/')
  const notes = page.getByRole('region', { name: 'Your notes' })
  await expect(notes).toContainText('An allowance, *not* a score.')
  const download = page.waitForEvent('download')
  await notes.getByRole('button', { name: 'Save as Markdown' }).click()
  const file = await (await download).path()
  expect(await readFile(file, 'utf8')).toContain(`### ${title}\n\nAn allowance, *not* a score.\n\\# no heading\n`)
  await notes.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(/error-budget-arithmetic\/#/)
})

test('what is typed while a note is being written waits as a draft of its own', async ({ page }) => {
  await page.goto(LESSON)
  const { button, field } = await section(page)
  await button.click()
  await field.fill('first')
  // In one task, so that the note cannot be durable before more is typed.
  await field.evaluate((node: HTMLTextAreaElement) => {
    node.closest('.note-editor')?.querySelector<HTMLElement>('.button--main')?.click()
    node.value = 'first and more'
    node.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect(page.getByRole('button', { name: 'Save the change' })).toBeVisible()
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await page.reload()
  await button.click()
  await expect(field).toHaveValue('first and more')
})

test('what is typed and not kept waits as a draft; a change keeps the earlier text; a removal can be undone', async ({ page }) => {
  await page.goto(LESSON)
  const { title, button, field } = await section(page)
  await button.click()
  await field.fill('first')
  await page.reload()
  await button.click()
  await expect(field).toHaveValue('first')
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await field.fill('second')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect(page.getByText('Saved on this device. It is listed')).toBeVisible()

  await page.goto('progress/')
  const notes = page.getByRole('region', { name: 'Your notes' })
  await notes.getByText('What it said before').click()
  await expect(notes.getByText('first', { exact: true })).toBeVisible()
  await notes.getByRole('button', { name: `Remove: ${title}` }).click()
  await expect(notes.getByRole('status').filter({ hasText: 'The note is removed.' })).toBeVisible()
  await notes.getByRole('button', { name: 'Undo' }).click()
  await expect(notes.getByText('second', { exact: true })).toBeVisible()
})

for (const width of [320, 1280]) {
  test(`at ${width} pixels the buttons move nothing, are large enough and stand clear of the headings`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(LESSON)
    const { button } = await section(page)
    await expect(button).toBeVisible()
    for (const one of await page.locator('.note-button').all()) {
      const box = await one.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
      const overlaps = await one.evaluate((element) => {
        const range = document.createRange()
        if (element.previousElementSibling) range.selectNodeContents(element.previousElementSibling)
        const own = element.getBoundingClientRect()
        return [...range.getClientRects()].some((line) => line.right > own.left && line.left < own.right && line.bottom > own.top && line.top < own.bottom)
      })
      expect(overlaps).toBe(false)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
}
