import { expect, test } from './fixtures.ts'

const LESSON = 'lessons/error-budget-arithmetic/'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a lesson reads whole: text, figures, questions, and answers that open', async ({ page }) => {
    await page.goto(LESSON)
    await expect(page.getByRole('heading', { level: 1, name: 'Error-budget arithmetic' })).toBeVisible()
    await expect(page.getByRole('figure').first()).toBeVisible()
    const question = page.locator('.q').nth(1)
    await expect(question).toBeVisible()
    const answer = question.locator('details').first()
    await expect(answer).not.toHaveAttribute('open')
    await answer.locator('summary').click()
    await expect(answer).toHaveAttribute('open')
    await expect(page.getByRole('navigation', { name: 'Lessons of the module' })).toBeVisible()
  })

  test('a person can go from home through a module to a lesson and on to the next', async ({ page }) => {
    await page.goto('')
    await page.getByRole('heading', { name: 'SRE practice' }).getByRole('link').click()
    await page.getByRole('link', { name: 'Error-budget arithmetic' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Error-budget arithmetic')
  })
})

test('a glossary term opens its definition in place, from the keyboard too, and closes with Escape', async ({ page }) => {
  await page.goto(LESSON)
  const term = page.locator('button.term').first()
  await term.focus()
  await page.keyboard.press('Enter')
  const definition = page.locator('.definition:popover-open')
  await expect(definition).toBeVisible()
  await expect(definition.getByRole('link', { name: 'Glossary' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(definition).toBeHidden()
  await expect(term).toBeFocused()
})

test('on paper a lesson has its text and questions, and the key on a page of its own', async ({ page }) => {
  await page.goto(LESSON)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.site-header')).toBeHidden()
  await expect(page.locator('.q').first()).toBeVisible()
  await expect(page.locator('.printed-key')).toBeVisible()
})

test('a page shifts nothing while its questions come to life', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(LESSON)
  const below = () => page.evaluate(() => document.documentElement.scrollHeight - scrollY - innerHeight)
  while (await below() > 1) {
    await page.mouse.wheel(0, 600)
    // Turns of the wheel between two frames are one: what they pass over together would never be on the screen.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0)
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0))).toBe(0)
})

test.describe('the catalogue of anti-patterns without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('lists its entries and shows those of one discipline when asked', async ({ page }) => {
    await page.goto('anti-patterns/')
    const entries = page.getByRole('article')
    const all = await entries.count()
    await expect(page.getByRole('navigation', { name: 'Entries' }).getByRole('link')).toHaveCount(all)
    await page.getByRole('radio', { name: 'Platform engineering' }).check()
    const own = await page.locator('article[data-discipline="platform"]').count()
    expect(own).toBeLessThan(all)
    await expect(entries).toHaveCount(own)
    await page.getByRole('radio', { name: 'All' }).check()
    await expect(entries).toHaveCount(all)
  })
})
