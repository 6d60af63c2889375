import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { pageKinds } from './pages.ts'

for (const { name, path } of pageKinds) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${name}, ${theme}: no WCAG 2.2 AA violation that a program can see`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.goto(path)
      await page.locator('astro-island[ssr]').first().waitFor({ state: 'detached', timeout: 2_000 }).catch(() => undefined)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([])
    })
  }

  test(`${name}: nothing is wider than a screen of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    const wide = await page.evaluate(() => {
      const outside = [...document.querySelectorAll('body *')].filter((element) => {
        if (element.closest('.table-scroll, .visually-hidden, .skip, .sprite, [popover], dialog, .label')) return false
        const box = element.getBoundingClientRect()
        return box.width > 0 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1)
      })
      return outside.map((element) => `${element.tagName} ${element.className}`).slice(0, 5)
    })
    expect(wide).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}

test.describe('without the service worker, which would ask once more by itself', () => {
  test.use({ serviceWorkers: 'block' })

  for (const [path, words] of [['review/', /^Nothing to review yet/], ['progress/', /^Nothing is recorded yet/], ['search/?q=budget', /pages? for “budget”$/]] as const) {
    test(`${path}: what is asked for ahead is what the page uses`, async ({ page, problems }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(path)
      await expect(page.locator('main').getByText(words).first()).toBeVisible()
      const ahead = await page.locator('link[rel=preload]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
      expect(ahead).toHaveLength(1)
      // A page that could not use what has come would ask for it again.
      expect(asked.filter((url) => ahead.includes(url))).toEqual(ahead)
      problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('Service Worker registration blocked')))
    })
  }
})

test('an address that does not exist answers with the page that helps on', async ({ page, problems }) => {
  const response = await page.goto('lessons/no-such-lesson/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await page.getByRole('searchbox', { name: 'Search' }).fill('budget')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/search\/\?q=budget/)
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')))
})

test('the theme is chosen with one button and stays after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('')
  const root = page.locator('html')
  await page.getByRole('button', { name: 'Theme: as on the device' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Theme: dark' }).click()
  await expect(root).not.toHaveAttribute('data-theme')
})

test('on a phone the main navigation opens from a menu and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('')
  const menu = page.locator('.menu summary')
  await menu.click()
  const link = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Glossary' })
  await expect(link).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
  await expect(menu).toBeFocused()
})
