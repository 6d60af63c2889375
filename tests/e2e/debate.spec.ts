import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const CLAIMS = [/Platform Engineer is the only role/, /SRE belongs inside/, /DevOps Engineer/] as const
type Stance = 'For it' | 'Against it' | 'It depends'

const open = async (page: Page): Promise<Locator> => {
  await page.goto('debates/great-debate/')
  const debate = page.locator('.debate')
  await expect(debate).not.toHaveClass(/is-waiting/)
  return debate
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
const claim = (page: Page, at: number) => page.getByRole('group', { name: CLAIMS[at] })
const card = (page: Page, words: string) => page.getByRole('checkbox', { name: words })
const status = (page: Page) => page.locator('.debate-status')

const choose = async (page: Page, stances: readonly Stance[]) => {
  for (const [at, stance] of stances.entries()) await claim(page, at).getByRole('radio', { name: stance, exact: true }).check()
}

/** States a position before the cards, takes three of them on the last claim, and goes on to the last form. */
const upToAfter = async (page: Page) => {
  await choose(page, ['Against it', 'It depends', 'For it'])
  await claim(page, 2).getByRole('textbox').fill('If changes still wait after a year.')
  await button(page, 'Keep it and read the cards').click()
  for (const words of ['91% in highly evolved', 'Anti-Types B, D and E', '50% likelier', 'cannot tell what the DevOps departments']) await card(page, words).check()
  await button(page, 'State my position again').click()
}

/** Goes through the whole debate, and ends it with `stances`. */
const finish = async (page: Page, stances: readonly Stance[]) => {
  await open(page)
  await upToAfter(page)
  await choose(page, stances)
  await button(page, 'Keep it and see what to add').click()
  await expect(status(page)).toContainText('recorded')
}

test('from the lesson to a position, the cards, a position again, and sentences on what is there and what to add', async ({ page }) => {
  await page.goto('lessons/great-debate/')
  await page.getByRole('link', { name: 'Open the debate' }).click()
  await expect(page.locator('.debate')).not.toHaveClass(/is-waiting/)
  await upToAfter(page)
  await expect(heading(page, 'And where do you stand now?')).toBeFocused()
  await expect(claim(page, 2).getByRole('textbox')).toHaveValue('If changes still wait after a year.')
  await expect(claim(page, 2)).toContainText('50% likelier than others to be in a high performer. (against, survey)')
  await expect(claim(page, 0)).toContainText('You have taken no card on this claim.')
  await choose(page, ['Against it', 'It depends', 'It depends'])
  await button(page, 'Keep it and see what to add').click()

  await expect(heading(page, 'What is there, and what to add')).toBeFocused()
  await expect(status(page)).toHaveText('Your position after the cards is recorded. Of 18 parts of a good case, 7 are there.')
  const last = page.getByRole('region', { name: CLAIMS[2] })
  await expect(last.getByText('Before the cards').locator('..')).toContainText('For it')
  await expect(last.getByText('After the cards').locator('..')).toContainText('It depends')
  await expect(last).toContainText('Your position has changed.')
  await expect(last.locator('.findings').getByText('Add', { exact: true })).toHaveCount(0)
  await expect(last).toContainText('You cite both sides, and a condition says what decides between them.')
  const first = page.getByRole('region', { name: CLAIMS[0] })
  await expect(first).toContainText('Take at least one card that supports your position.')
  await expect(first).toContainText('State a condition')
  await expect(first).toContainText('Nothing has changed.')
})

test('the side changes nothing: the same use of evidence earns the same sentences', async ({ page }) => {
  await open(page)
  const sentences: string[][] = []
  for (const stance of ['For it', 'Against it'] as const) {
    await choose(page, [stance, stance, stance])
    await button(page, 'Keep it and read the cards').click()
    for (const words of ['91% in highly evolved', 'Anti-Types B, D and E', '50% likelier', 'Types 5 and 6']) await card(page, words).check()
    await button(page, 'State my position again').click()
    await choose(page, [stance, stance, stance])
    await button(page, 'Keep it and see what to add').click()
    sentences.push(await page.locator('.findings').allInnerTexts())
    await button(page, 'Begin a new round').click()
  }
  expect(sentences[0]).toHaveLength(3)
  expect(sentences[0]).toEqual(sentences[1])
})

test('a reload in the middle keeps stances, words, cards and the step', async ({ page }) => {
  await open(page)
  await choose(page, ['For it'])
  await claim(page, 1).getByRole('textbox').fill('Eight to a team.')
  await open(page)
  await expect(claim(page, 0).getByRole('radio', { name: 'For it', exact: true })).toBeChecked()
  await expect(claim(page, 1).getByRole('textbox')).toHaveValue('Eight to a team.')
  await upToAfter(page)
  await claim(page, 0).getByRole('textbox').fill('Not yet.')
  await open(page)
  await expect(heading(page, 'And where do you stand now?')).toBeVisible()
  await expect(claim(page, 0).getByRole('textbox')).toHaveValue('Not yet.')
  await button(page, 'Change the cards').click()
  await expect(card(page, '50% likelier')).toBeChecked()
})

test('a claim without a position is not recorded: the status counts, the claim says so, the focus goes there', async ({ page }) => {
  await open(page)
  await choose(page, ['For it'])
  await button(page, 'Keep it and read the cards').click()
  await expect(status(page)).toHaveText('2 claims have no position yet. Choose one of the three for each.')
  await expect(claim(page, 1).getByRole('radio').first()).toBeFocused()
  await expect(claim(page, 1)).toHaveAccessibleDescription('Choose one of the three first.')
  await expect(claim(page, 0)).toHaveAccessibleDescription('')
  await claim(page, 1).getByRole('radio').first().press('Space')
  await expect(claim(page, 1)).toHaveAccessibleDescription('')
})

test('it can be done again: earlier positions stay in the record and are listed with their dates', async ({ page }) => {
  await finish(page, ['Against it', 'It depends', 'For it'])
  await button(page, 'Change my position').click()
  await choose(page, ['For it'])
  await button(page, 'Keep it and see what to add').click()
  await expect(page.getByRole('region', { name: CLAIMS[0] })).toContainText('Your position has changed.')
  await button(page, 'Begin a new round').click()
  await expect(heading(page, 'Where do you stand now?')).toBeFocused()
  await expect(claim(page, 0).getByRole('radio', { name: 'Against it' })).not.toBeChecked()
  await page.getByText('Your positions so far (3)').click()
  const listed = page.locator('.history').getByRole('heading')
  await expect(listed).toHaveText([/ 20\d\d at \d\d:\d\d, after the cards$/, /after the cards$/, /before the cards$/])

  // Without the draft, as on another device that took the record over, the last position is there.
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft.debate')).forEach((key) => localStorage.removeItem(key)))
  await open(page)
  await expect(heading(page, 'What is there, and what to add')).toBeVisible()
  await expect(page.getByRole('region', { name: CLAIMS[0] })).toContainText('For it')
})

test('the keyboard alone does it all: steps forward and back, radios by arrows, cards by Space', async ({ page }) => {
  await open(page)
  await button(page, 'Before').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'The cards')).toBeFocused()
  await expect(button(page, 'The cards')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('Tab')
  const first = page.getByRole('checkbox').first()
  await expect(first).toBeFocused()
  await expect(first).toHaveAccessibleDescription(/Survey.*Cannot show:/)
  await page.keyboard.press('Space')
  await expect(first).toBeChecked()
  await button(page, 'Before').press('Enter')
  await expect(heading(page, 'Where do you stand now?')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(claim(page, 0).getByRole('radio', { name: 'Against it' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('abc 123')
  await expect(claim(page, 0).getByRole('textbox', { name: 'When would it hold, and what would change your mind?' })).toHaveValue('abc 123')
  await expect(button(page, 'What to add')).toBeDisabled()
})

test('at 320 pixels each step fits, and every control is at least 24 pixels high', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(page)
  const fits = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    const controls = page.locator('.debate :is(button, textarea, .stances label, .card > label, .about a):visible')
    const heights = await controls.evaluateAll((found) => found.map((control) => control.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
  }
  await fits()
  await choose(page, ['Against it', 'It depends', 'For it'])
  await button(page, 'Keep it and read the cards').click()
  await fits()
  await button(page, 'State my position again').click()
  await choose(page, ['Against it', 'It depends', 'For it'])
  await claim(page, 0).getByRole('textbox').fill('x'.repeat(120))
  await fits()
  await button(page, 'Keep it and see what to add').click()
  await fits()
})

test('in forced colours a card that is taken and a finding keep an edge', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page)
  await button(page, 'The cards').click()
  await card(page, '50% likelier').check()
  const row = page.getByRole('listitem').filter({ has: card(page, '50% likelier') })
  await expect(row).toHaveCSS('border-inline-start-width', '3px')
})

test('on paper the cards are printed whatever the step', async ({ page }) => {
  await open(page)
  await expect(card(page, '50% likelier')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(card(page, '50% likelier')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('every card can be read, with its kind, source and limits, and the page says how to do it on paper', async ({ page }) => {
    await page.goto('debates/great-debate/')
    await expect(page.locator('noscript p')).toContainText('On paper it works as well')
    await expect(page.getByText('50% likelier than others')).toBeVisible()
    await expect(page.locator('.card')).toHaveCount(38)
    await expect(page.getByText('We found no study that assigned such structures')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Keep it and read the cards' })).toBeHidden()
    await expect(page.getByRole('link', { name: 'DORA, 2021' }).first()).toHaveAttribute('href', /sources\/#dora-2021$/)
  })
})

test('a round that another device has finished later is shown, though one was finished here', async ({ page }) => {
  await finish(page, ['Against it', 'It depends', 'It depends'])
  // Both positions are added to, so both have to be there: the status speaks before they are durable.
  const left = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('journal.')))
  await expect.poll(left).toEqual([])
  await page.evaluate(async () => {
    const { course, base } = document.documentElement.dataset
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => { request.onsuccess = () => resolve(request.result) })
    const db = await done(indexedDB.open(`${course}:${base}record`))
    const store = db.transaction('events', 'readwrite').objectStore('events')
    const stated = (await done(store.getAll())).filter(({ type }: { type: string }) => type === 'position-stated')
    for (const [at, event] of stated.entries()) {
      const other = event.positions.map((position: object) => ({ ...position, stance: 'against' }))
      await done(store.add({ ...event, id: `tablet:later-${at}`, at: event.at + 60_000, positions: other }))
    }
    db.close()
  })
  await open(page)
  await expect(heading(page, 'What is there, and what to add')).toBeVisible()
  await expect(page.getByRole('region', { name: CLAIMS[2] }).getByText('After the cards').locator('..')).toContainText('Against it')
  await button(page, 'Change my position').click()
  await expect(claim(page, 2).getByRole('radio', { name: 'Against it', exact: true })).toBeChecked()
})
