import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { RecordEvent } from '../../src/core/record/event.ts'
import { decodeBackup } from '../../src/core/record/backup.ts'
import { expect, test } from './fixtures.ts'
import { answersTo, bringIn, choose, clearSite, fileOf, lessonsOf, longLessonOf, outlineOf } from './record-file.ts'

/** The learner's record on the built site: where you stand, out as a file, in as a union, back to new and back again. */

test('a new learner is told to start, and one who has read a lesson to continue', async ({ page }) => {
  // Leaving a page in the middle of a view transition is an error in Chromium's eyes; a learner does not see it.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const [first, second] = lessonsOf(await outlineOf(page))
  await page.goto('./')
  await expect(page.getByRole('link', { name: 'Start the course' })).toHaveAttribute('href', new RegExp(`/lessons/${first.id}/$`))
  await page.getByRole('link', { name: 'Start the course' }).click()
  await page.getByRole('region', { name: 'What comes next' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Mark as read and go on' }).click()
  await expect(page).toHaveURL(new RegExp(`/lessons/${second.id}/$`))
  await page.goto('./')
  await expect(page.getByRole('link', { name: `Continue: ${second.title}` })).toHaveAttribute('href', new RegExp(`/lessons/${second.id}/$`))
})

test('a lesson marked as read is so after a reload, and can be marked as unread with the keyboard', async ({ page }) => {
  const [first] = lessonsOf(await outlineOf(page))
  await page.goto(`lessons/${first.id}/`)
  const end = page.getByRole('region', { name: 'What comes next' })
  await end.scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Mark as read and go on' }).click()
  await page.goto(`lessons/${first.id}/`)
  await end.scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Mark as unread' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Mark as read and go on' })).toBeFocused()
  await page.reload()
  await end.scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'Mark as read and go on' })).toBeVisible()
})

test('a copy brought in shows first what it would add, then where the learner stands', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  const events = [...answersTo(lesson, 'laptop'), ...answersTo(lesson, 'tablet')]
  await page.goto('progress/')
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await choose(page, fileOf(events, outline.id))
  await expect(page.getByText(`Adds ${events.length} entries, ${events.length} answers among them, from 2 devices. Removes none.`)).toBeVisible()
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add them' }).click()
  await expect(page.getByText(`You have answered ${lesson.questions.length} of`)).toBeVisible()
  await page.locator('.lesson-standing').filter({ hasText: lesson.title }).locator('summary').click()
  await expect(page.getByText(`${lesson.questions.length} of ${lesson.questions.length} questions in the lesson answered`)).toBeVisible()
  await expect(page.getByText('When you say “certain” you are right')).toBeVisible()
  await choose(page, fileOf(events, outline.id))
  await expect(page.getByText('There is nothing to add')).toBeVisible()
})

test('missed questions lead back to the lesson, by their own words', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  await page.goto('progress/')
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await page.getByRole('region', { name: 'To look at again' }).locator('summary').filter({ hasText: lesson.title }).click()
  const link = page.locator(`a[href$="/lessons/${lesson.id}/#q-${lesson.questions[0]}"]`)
  await expect(link).toBeVisible()
  await expect(link).not.toHaveText(/^Question \d+$/)
})

test('exported, cleared and brought in again, the record is the same', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = lessonsOf(outline)[0]
  const unknown = { id: 'later:1', v: 1, at: 5, type: 'unknown:highlighted' as const, raw: { id: 'later:1', v: 1, at: 5, type: 'highlighted' } }
  await page.goto('progress/')
  await bringIn(page, fileOf([...answersTo(lesson, 'laptop'), unknown], outline.id))
  const save = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the file' }).click()])
    expect(download.suggestedFilename()).toMatch(/^[\w-]+-record-\d{4}-\d\d-\d\d\.json$/)
    return readFile(await download.path(), 'utf8')
  }
  const out = await save()
  await clearSite(page, page.url())
  await page.goto('progress/')
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await bringIn(page, { name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(out) })
  await page.reload()
  await expect(page.getByText(`You have answered ${lesson.questions.length} of`)).toBeVisible()
  expect(decodeBackup(await save(), outline.id)).toEqual(decodeBackup(out, outline.id))
})

test('hostile, cut-off, foreign and newer files get a sentence and change nothing', async ({ page }) => {
  const outline = await outlineOf(page)
  const good = fileOf(answersTo(lessonsOf(outline)[0], 'laptop'), outline.id)
  const text = good.buffer.toString()
  const sentences: [string, string][] = [
    [text.slice(0, -40), 'The file is cut off'],
    ['{"hello": "world"}', 'This is not a record of a course'],
    ['<img src=x onerror=alert(1)>', 'This is not a record of a course'],
    [text.replace('"version": 1', '"version": 7'), 'A newer version of the course wrote this file'],
    [text.replace(`"course": "${outline.id}"`, '"course": "<b>bread</b>"'), 'This is the record of another course. Nothing was changed. It says “<b>bread</b>”.'],
    [text.replace('"score":0', '"score":1'), 'does not agree with its own checksum'],
    [text.replace('{\n', '{\n"__proto__": {"polluted": true},\n'), 'does not agree with its own checksum'],
    [text.replace('"version": 1,', '"version": 1, "__proto__": {"polluted": true},'), 'does not agree with its own checksum'],
  ]
  await page.goto('progress/')
  for (const [content, sentence] of sentences) {
    await choose(page, { ...good, buffer: Buffer.from(content) })
    await expect(page.getByText(sentence)).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByText(sentence)).toBeHidden()
  }
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
})

test('a reset sets everything back to new, and its undo, which waits, brings everything back', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = lessonsOf(outline)[0]
  await page.goto('progress/')
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  const standing = page.getByText(`You have answered ${lesson.questions.length} of`)
  await page.getByLabel('What to set back').selectOption({ label: lesson.title })
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(standing).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(standing).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('Set back to new: The whole course.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(standing).toBeVisible()
})

test('a lesson that was asked about only elsewhere can be reset too', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = lessonsOf(outline)[0]
  const elsewhere = answersTo({ ...lesson, questions: ['on-no-page'] }, 'laptop').map((event) => ({ ...event, context: 'pretest' }) as RecordEvent)
  await page.goto('progress/')
  await bringIn(page, fileOf(elsewhere, outline.id))
  await page.getByLabel('What to set back').selectOption({ label: lesson.title })
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText(`Set back to new: ${lesson.title}.`)).toBeVisible()
})

test('who brings a copy in after a reset is told that its answers count only once the reset is undone', async ({ page }) => {
  const outline = await outlineOf(page)
  const lesson = lessonsOf(outline)[0]
  await page.goto('progress/')
  await bringIn(page, fileOf(answersTo(lesson, 'laptop').slice(0, 1), outline.id))
  await page.getByRole('button', { name: 'Reset' }).click()
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await expect(page.getByText(`${lesson.questions.length} answers of it were given before a reset that is in force here`)).toBeVisible()
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(`You have answered ${lesson.questions.length} of`)).toBeVisible()
})

test('what one tab adds, another shows without a reload', async ({ page, context }) => {
  const outline = await outlineOf(page)
  const lesson = lessonsOf(outline)[0]
  const other = await context.newPage()
  await page.goto('progress/')
  await other.goto('progress/')
  await expect(other.getByText('Nothing is recorded yet')).toBeVisible()
  await bringIn(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await expect(other.getByText(`You have answered ${lesson.questions.length} of`)).toBeVisible()
})

test('when nothing can be kept, every page says so, and the record can still be saved as a file', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError') } })
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError') } })
  })
  const outline = await outlineOf(page)
  const lesson = lessonsOf(outline)[0]
  await page.goto(`lessons/${lesson.id}/`)
  await expect(page.getByText('This browser does not let the site store anything')).toBeVisible()
  await page.goto('progress/')
  await choose(page, fileOf(answersTo(lesson, 'laptop'), outline.id))
  await page.getByRole('button', { name: 'Add them' }).click()
  await expect(page.getByText('They show on this page, but the browser does not keep them.')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the file' }).click()])
  const saved = decodeBackup(await readFile(await download.path(), 'utf8'), outline.id)
  expect(saved.ok && saved.value.length).toBe(lesson.questions.length)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the progress page with a record in it has no accessibility fault in ${colorScheme}, nor a sideways scroll at 320 pixels`, async ({ page }) => {
    const outline = await outlineOf(page)
    await page.emulateMedia({ colorScheme })
    await page.goto('progress/')
    await bringIn(page, fileOf(lessonsOf(outline).slice(0, 4).flatMap((lesson) => answersTo(lesson, 'laptop')), outline.id))
    await page.locator('main details').evaluateAll((all: HTMLDetailsElement[]) => all.forEach((details) => { details.open = true }))
    await page.getByRole('button', { name: 'Redo', exact: true }).first().click()
    await expect(page.locator('.loaded-question').getByRole('group').first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}

test('without JavaScript the page says what it needs, and a lesson still leads to the next', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  const [first, second] = lessonsOf(await outlineOf(page))
  await page.goto('progress/')
  await expect(page.locator('main noscript p')).toBeVisible()
  await page.goto(`lessons/${first.id}/`)
  await page.getByRole('link', { name: `Go on: ${second.title}` }).click()
  await expect(page).toHaveURL(new RegExp(`/lessons/${second.id}/$`))
  await context.close()
})
