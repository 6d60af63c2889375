import AxeBuilder from '@axe-core/playwright'
import { plainText } from '../../src/core/course/rich.ts'
import { expect, test } from './fixtures.ts'
import { LESSONS, answerBadly, find, open, saved } from './question-page.ts'

for (const type of ['single', 'multiple', 'order', 'match', 'number', 'text'] as const) {
  test(`${type}: graded, it has no violation that a program can see, fits 320 pixels, and its targets are large enough`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    const { question, data } = await open(page, type)
    await answerBadly(question)
    for (const control of await question.getByRole('button').all()) {
      const box = await control.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    const { violations } = await new AxeBuilder({ page }).include(`#q-${data.id}`).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
  })
}

for (const width of [320, 560, 1280]) {
  test(`at ${width} pixels no question moves the text when it comes to life, nor when an earlier answer comes back`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: string[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput, sources } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Element }[] }
          const moved = sources.flatMap(({ node }) => (node?.parentElement?.closest('.lesson-body') ? [`${node.nodeName}.${node.className}`] : []))
          if (!hadRecentInput && moved.length > 0) shifts.push(`${value} ${moved.join(' ')}`)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.setViewportSize({ width, height: 800 })
    const { question, data } = await open(page, 'single')
    await answerBadly(question)
    await expect(saved(question)).toBeVisible()
    await page.reload()
    for (const one of await page.locator('.q').all()) {
      await one.scrollIntoViewIfNeeded()
      await expect(one).not.toHaveClass(/is-waiting/)
    }
    await expect(page.locator(`#q-${data.id}`).getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([])
  })
}

test('on paper the questions are empty boxes without answers, and the key stands apart', async ({ page }) => {
  const { question } = await open(page, 'number')
  await answerBadly(question)
  await expect(question.locator('.working')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(question.locator('.ask')).toBeVisible()
  await expect(question.locator('.result')).toBeHidden()
  await expect(question.locator('.q-act')).toBeHidden()
  await expect(question.getByRole('textbox')).toHaveCSS('color', 'rgba(0, 0, 0, 0)')
  const key = page.locator('.printed-key')
  await expect(key).toBeVisible()
  await expect(key.locator('li')).toHaveCount(await page.locator('.q').filter({ hasText: /Question \d+ of/ }).count())
})

test('nothing of a question or its key is indexed', async ({ page }) => {
  await page.goto(`lessons/${LESSONS[0]}/`)
  await expect(page.locator('.q[data-pagefind-ignore="all"]').first()).toBeAttached()
  await expect(page.locator('.q:not([data-pagefind-ignore="all"])')).toHaveCount(0)
  await expect(page.locator('.printed-key')).toHaveAttribute('data-pagefind-ignore', 'all')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a question can be read, and its closed answer opens with the key and its reason', async ({ page }) => {
    const { path, data } = await find(page, 'single')
    await page.goto(path)
    const question = page.locator(`#q-${data.id}`)
    await expect(question.getByRole('radio')).toHaveCount(data.options.length)
    const key = data.options.find(({ correct }) => correct)
    const reason = question.getByText(plainText(key?.rationale ?? []))
    await expect(reason).toBeHidden()
    await expect(question.getByRole('button', { name: 'Check' })).toHaveCount(0)
    await question.locator('summary').click()
    await expect(reason).toBeVisible()
    await expect(question.locator('details')).toContainText(plainText(key?.text ?? []))
  })
})
