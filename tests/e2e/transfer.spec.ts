import { readFile } from 'node:fs/promises'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import jsqr from 'jsqr'
import type { RecordEvent } from '../../src/core/record/event.ts'
import { decodePayload, encodePayload, unwrap, wrap } from '../../src/core/record/transfer.ts'
import { decodeBackup } from '../../src/core/record/backup.ts'
import { recordOf } from '../../src/core/record/record.ts'
import { expect, test } from './fixtures.ts'
import { answersTo, bringIn, fileOf, longLessonOf, manyAnswers, outlineOf } from './record-file.ts'

/** The record on its way to another device: as a link, as a code, as a table; and the reminder to take a copy. */

const linkText = (events: readonly RecordEvent[], course: string) => wrap(deflateRawSync(encodePayload(recordOf(events), course)))
const recordIn = (url: string, course: string) => {
  const bytes = unwrap(url.slice(url.indexOf('#record=') + '#record='.length))
  return bytes.ok ? decodePayload(Uint8Array.from(inflateRawSync(bytes.value)), course) : bytes
}
const makeLink = async (page: Page) => {
  await page.getByRole('button', { name: 'Make a link' }).click()
  return page.getByRole('textbox', { name: 'Link to your record' }).inputValue()
}
/** What a camera reads from a picture of `drawing`. */
const scan = async (drawing: Locator, page: Page): Promise<string | undefined> => {
  const png = (await drawing.screenshot()).toString('base64')
  const { data, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
    canvas.drawImage(picture, 0, 0)
    return { data: [...canvas.getImageData(0, 0, picture.width, picture.height).data], width: picture.width, height: picture.height }
  }, png)
  const decode = jsqr as unknown as (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null
  return decode(Uint8ClampedArray.from(data), width, height)?.data
}

test('a link made on one device shows on another what it would add, adds it, and leaves the address', async ({ page, browser, baseURL, problems }) => {
  const outline = await outlineOf(page)
  const lesson = longLessonOf(outline)
  const events = answersTo(lesson, 'laptop')
  await page.goto('progress/')
  await bringIn(page, fileOf(events, outline.id))
  const url = await makeLink(page)
  expect(url).toMatch(/\/progress\/#record=1\./)
  await expect(page.getByText(`This link holds your whole record, ${events.length} entries, in ${url.length.toLocaleString('en-GB')} characters.`)).toBeVisible()

  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const phone = await context.newPage()
  phone.on('pageerror', (error) => problems.push(error.message))
  const asked: string[] = []
  phone.on('request', (request) => asked.push(request.url()))
  await phone.goto(url)
  await expect(phone.getByRole('heading', { name: 'A record came with the link' })).toBeFocused()
  await expect(phone.getByText(`Adds ${events.length} entries, ${events.length} answers among them, from 1 device. Removes none.`)).toBeVisible()
  await expect(phone.getByText('Nothing is recorded yet')).toBeVisible()
  await phone.getByRole('button', { name: 'Add them' }).click()
  await expect(phone.getByText(`You have answered ${lesson.questions.length} of`)).toBeVisible()
  await expect(phone).toHaveURL(/\/progress\/$/)
  await phone.reload()
  await expect(phone.getByText(`You have answered ${lesson.questions.length} of`)).toBeVisible()
  expect(asked.filter((address) => address.includes('record=1'))).toEqual([])

  // Opened once more while the page is there, as from a message: nothing is new.
  await phone.evaluate((fragment) => void (location.hash = fragment), url.slice(url.indexOf('#')))
  await expect(phone.getByText(`Everything in this link is here already: ${events.length} entries.`)).toBeVisible()
  await phone.getByRole('button', { name: 'Close' }).last().click()
  await expect(phone).toHaveURL(/\/progress\/$/)
  await context.close()
})

test('a link that is left alone changes nothing and leaves the address', async ({ page }) => {
  const outline = await outlineOf(page)
  await page.goto(`progress/#record=${linkText(answersTo(longLessonOf(outline), 'laptop'), outline.id)}`)
  await page.getByRole('button', { name: 'Leave it' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'A record came with the link' })).toBeHidden()
  await expect(page).toHaveURL(/\/progress\/$/)
  await expect(page.getByRole('main')).toBeFocused()
  await page.reload()
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
})

test('hostile, cut-off, foreign, newer and swelling links get a sentence, change nothing and leave the address', async ({ page }) => {
  const outline = await outlineOf(page)
  const events = answersTo(longLessonOf(outline), 'laptop')
  const text = linkText(events, outline.id)
  const sentences: [string, string][] = [
    [text.slice(0, -20), 'The link is cut off'],
    ['%3Cimg%20src=x%20onerror=alert(1)%3E', 'The link does not hold a record of a course'],
    [`2${text.slice(1)}`, 'A newer version of the course made this link'],
    [linkText([{ ...events[0]!, v: 2 } as RecordEvent], outline.id), 'A newer version of the course made this link'],
    [linkText(events, '<b>bread</b>'), 'This is the record of another course. Nothing was changed. It says “<b>bread</b>”.'],
    [`${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`, 'The link does not agree with its own checksum'],
    [wrap(deflateRawSync(Buffer.alloc(30_000_000))), 'The link holds more than any link of this course can'],
  ]
  await page.goto('progress/')
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
  for (const [fragment, sentence] of sentences) {
    await page.evaluate((record) => void (location.hash = `record=${record}`), fragment)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(page).toHaveURL(/\/progress\/$/)
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByText(sentence)).toBeHidden()
  }
  await page.reload()
  await expect(page.getByText('Nothing is recorded yet')).toBeVisible()
})

test('the link is copied with one click, and where the browser refuses it is selected for the keyboard', async ({ page, context }) => {
  const outline = await outlineOf(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('progress/')
  await bringIn(page, fileOf(answersTo(longLessonOf(outline), 'laptop'), outline.id))
  const url = await makeLink(page)
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.getByText('The link has been copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url)
  await expect(page.getByText('0 answers since')).toBeVisible()
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.getByText('The link is selected: copy it with Ctrl C')).toBeVisible()
  expect(await page.evaluate(() => getSelection()?.toString() || (document.activeElement as HTMLInputElement).value)).toBe(url)
})

test('a record that is too long for a link goes with its newest answers, and says so', async ({ page }) => {
  const outline = await outlineOf(page)
  const events = manyAnswers(outline, 2500)
  await page.goto('progress/')
  await bringIn(page, fileOf(events, outline.id))
  const url = await makeLink(page)
  const decoded = recordIn(url, outline.id)
  expect(decoded.ok && decoded.value).toEqual(recordOf(events).slice(decoded.ok ? -decoded.value.length : 0))
  expect(url.length).toBeLessThanOrEqual(32_000)
  const held = decoded.ok ? decoded.value.length.toLocaleString('en-GB') : ''
  await expect(page.getByText(`Your record is too long for a link of 32,000 characters. This one holds the newest ${held} of your 2,500 answers. The file holds them all, and your earlier notes and results.`)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a camera reads the code in ${colorScheme}: the newest answers that fit, with the same words for those who cannot see it`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const outline = await outlineOf(page)
    const events = manyAnswers(outline, 120)
    await page.goto('progress/')
    await bringIn(page, fileOf(events, outline.id))
    await page.getByRole('button', { name: 'Show a code' }).click()
    // A camera sees the whole code at once.
    await page.setViewportSize({ width: 1280, height: 900 })
    const code = page.getByRole('img', { name: /^QR code of a link that holds the newest \d+ of your 120 answers/ })
    await expect(page.getByText('Your record is too long for a code of 2,300 characters.')).toBeVisible()
    const decoded = recordIn((await scan(code, page)) ?? '', outline.id)
    expect(decoded.ok && decoded.value.length).toBeGreaterThan(20)
    expect(decoded.ok && decoded.value).toEqual(recordOf(events).slice(decoded.ok ? -decoded.value.length : 0))
    await page.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByRole('button', { name: 'Make a link' })).toBeFocused()
  })
}

test('the table of answers opens in a spreadsheet: one row an answer, nothing that runs as a formula', async ({ page }) => {
  const outline = await outlineOf(page)
  const [first, second] = answersTo(longLessonOf(outline), 'laptop')
  await page.goto('progress/')
  await bringIn(page, fileOf([first!, { ...second!, response: { type: 'text', text: '=HYPERLINK("https://evil.example","x")' } } as RecordEvent], outline.id))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the table' }).click()])
  expect(download.suggestedFilename()).toMatch(/^[\w-]+-answers-\d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe('\uFEFFtime,lesson,question,context,score,confidence,hints,misconceptions,response')
  expect(lines[1]).toMatch(/^2026-11-01T00:00:00\.000Z,[\w-]+,[\w-]+,lesson,0,certain,0,,a$/)
  expect(lines[2]).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`)
  expect(lines).toHaveLength(4)
})

test('after 50 answers in no copy home and progress say so; dismissed, they wait for 25 more; saved, they are quiet', async ({ page }) => {
  const outline = await outlineOf(page)
  const reminder = page.getByRole('region', { name: 'A copy is due' })
  await page.goto('progress/')
  await bringIn(page, fileOf(manyAnswers(outline, 49), outline.id))
  await page.goto('./')
  await expect(page.getByRole('link', { name: /^Continue/ })).toBeVisible()
  await expect(reminder).toBeHidden()
  await page.goto('progress/')
  await bringIn(page, fileOf(manyAnswers(outline, 50), outline.id))
  await expect(reminder).toContainText('50 answers are in no copy yet')
  await page.goto('./')
  await reminder.getByRole('button', { name: 'Not now' }).press('Enter')
  await expect(reminder).toBeHidden()
  await page.goto('progress/')
  await expect(page.getByText('You have answered 50 of')).toBeVisible()
  await expect(reminder).toBeHidden()
  const later = manyAnswers(outline, 75).map((event, n) => (n < 50 ? event : { ...event, at: Date.now() + n * 1000 }))
  await bringIn(page, fileOf(later, outline.id))
  await expect(reminder).toContainText('75 answers are in no copy yet')
  const [download] = await Promise.all([page.waitForEvent('download'), reminder.getByRole('button', { name: 'Save a copy' }).click()])
  const saved = decodeBackup(await readFile(await download.path(), 'utf8'), outline.id)
  expect(saved.ok && saved.value).toHaveLength(75)
})

test('a browser that clears unvisited sites reminds after five days, and one installed on the home screen does not', async ({ page, context }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' }))
  const outline = await outlineOf(page)
  const reminder = page.getByRole('region', { name: 'A copy is due' })
  const answers = manyAnswers(outline, 3)
  await page.clock.setFixedTime(answers[0]!.at + 5 * 86_400_000 - 1)
  await page.goto('progress/')
  await bringIn(page, fileOf(answers, outline.id))
  await expect(page.getByText('You have answered 3 of')).toBeVisible()
  await expect(reminder).toBeHidden()
  await page.clock.setFixedTime(answers[0]!.at + 5 * 86_400_000)
  await page.reload()
  await expect(reminder).toContainText('this browser clears a site that is not visited for seven days')
  const installed = await context.newPage()
  await installed.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' })
    Object.defineProperty(navigator, 'standalone', { get: () => true })
  })
  await installed.clock.setFixedTime(answers[0]!.at + 6 * 86_400_000)
  await installed.goto('progress/')
  await expect(installed.getByText('You have answered 3 of')).toBeVisible()
  await expect(installed.getByRole('region', { name: 'A copy is due' })).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`sending and reminding have no accessibility fault in ${colorScheme}, nor a sideways scroll at 320 pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const outline = await outlineOf(page)
    await page.goto(`progress/#record=${linkText(manyAnswers(outline, 60), outline.id)}`)
    const check = async (...parts: string[]) => {
      const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }))
      const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width)
    }
    await expect(page.getByRole('button', { name: 'Add them' })).toBeVisible()
    await check('.arrived')
    await page.getByRole('button', { name: 'Add them' }).click()
    await expect(page.getByRole('region', { name: 'A copy is due' })).toBeVisible()
    await makeLink(page)
    await page.setViewportSize({ width: 320, height: 800 })
    await check('.reminder', '.record .row:has(.made)')
    await page.getByRole('button', { name: 'Show a code' }).click()
    await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
    await check('.record .row:has(.made)')
  })
}
