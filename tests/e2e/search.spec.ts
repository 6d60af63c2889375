import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const LESSON = 'lessons/error-budget-arithmetic/'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the course' })
const fieldOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the course' })

/** Opens the dialog on a lesson and asks for something. */
const ask = async (page: Page, query: string) => {
  await page.goto(LESSON)
  await page.getByRole('link', { name: 'Search' }).click()
  await fieldOf(page).pressSequentially(query)
}

/** Keeps `files` of the full text back until the function that it gives is called. */
const hold = async (page: Page, files: string) => {
  let release: () => void = () => undefined
  const held = new Promise<void>((done) => (release = done))
  await page.route(`**/pagefind/${files}`, async (route) => {
    await held
    await route.continue()
  })
  return () => release()
}

test.describe('opening and closing', () => {
  for (const key of ['/', 'Control+k', 'Meta+k']) {
    test(`${key} opens the dialog, Escape closes it, and the focus is back where it was`, async ({ page }) => {
      await page.goto(LESSON)
      const link = page.getByRole('link', { name: 'Glossary' }).first()
      await link.focus()
      await page.keyboard.press(key)
      await expect(fieldOf(page)).toBeFocused()
      await page.keyboard.type('slo')
      await page.keyboard.press('Escape')
      await expect(dialogOf(page)).toBeHidden()
      await expect(link).toBeFocused()
    })
  }

  test('the link in the header opens the dialog; without a script it is a link to the page', async ({ page }) => {
    await page.goto(LESSON)
    const link = page.getByRole('link', { name: 'Search' })
    await expect(link).toHaveAttribute('href', /\/search\/$/)
    await link.click()
    await expect(dialogOf(page)).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(link).toBeFocused()
  })

  test('/ is a character where something is being written, and can be switched off everywhere', async ({ page }) => {
    await page.goto(LESSON)
    await page.keyboard.press('/')
    await expect(fieldOf(page)).toBeFocused()
    await page.keyboard.type('a/b')
    await expect(fieldOf(page)).toHaveValue('a/b')
    await page.getByRole('checkbox', { name: 'opens search' }).uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.keyboard.press('/')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('checkbox', { name: 'opens search' })).not.toBeChecked()
    await expect(fieldOf(page)).toHaveValue('')
  })

  test('what was typed last is still there and is replaced by typing', async ({ page }) => {
    await ask(page, 'slo')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await expect(fieldOf(page)).toBeFocused()
    await expect(fieldOf(page)).toHaveValue('slo')
    await page.keyboard.type('toil')
    await expect(fieldOf(page)).toHaveValue('toil')
  })

  test('nothing of search is loaded before it is opened', async ({ page }) => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.goto(LESSON, { waitUntil: 'networkidle' })
    const fromPage = loaded.filter((url) => /search|titles\.json|pagefind/.test(url) && !url.endsWith('/sw.js'))
    const kept = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(kept.filter((url) => /search-dialog|titles\.json|pagefind/.test(url))).toEqual([])
    expect(fromPage.filter((url) => url.includes('pagefind'))).toEqual([])
  })
})

for (const theme of ['light', 'dark'] as const) {
  test(`the dialog with results, ${theme}: no WCAG 2.2 AA violation that a program can see`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await ask(page, 'error budget')
    await expect(dialogOf(page).getByRole('heading', { name: 'In the text' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page })
      .include('dialog.search')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([])
  })
}

test('on a screen of 320 pixels the dialog fits, its filter is folded, and results are in view', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await ask(page, 'error budget')
  await expect(dialogOf(page).locator('a.hit').first()).toBeInViewport()
  await expect(page.getByRole('checkbox', { name: /^Terms/ })).toBeHidden()
  await dialogOf(page).getByText('Narrow the results').click()
  await expect(page.getByRole('checkbox', { name: /^Terms/ })).toBeVisible()
  const wide = await dialogOf(page).evaluate((dialog) =>
    [...dialog.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > 321).map((element) => element.className))
  expect(wide).toEqual([])
})

test.describe('finding', () => {
  test('titles, headings and terms answer first, the text follows with the words marked', async ({ page }) => {
    await ask(page, 'error budget')
    const byTitle = dialogOf(page).locator('.part').filter({ has: page.getByRole('heading', { name: 'Titles, headings and terms' }) })
    await expect(byTitle.getByRole('link', { name: /^Error budget/ }).first()).toBeVisible()
    await expect(byTitle.getByRole('link', { name: /Error-budget arithmetic/ })).toBeVisible()
    const inText = dialogOf(page).locator('.part').filter({ has: page.getByRole('heading', { name: 'In the text' }) })
    await expect(inText.locator('mark').filter({ hasText: /error budget/i }).first()).toBeVisible()
  })

  test('a place in the text jumps to its heading', async ({ page }) => {
    await ask(page, 'checkout')
    const place = dialogOf(page).locator(`.hits a[href*="${LESSON}#"]`).first()
    const heading = await place.locator('b').innerText()
    await place.click()
    await expect(page).toHaveURL(/error-budget-arithmetic\/#/)
    await expect(dialogOf(page)).toBeHidden()
    await expect(page.getByRole('heading', { name: heading })).toBeInViewport()
  })

  test('a slip of the finger still finds', async ({ page }) => {
    await ask(page, 'arithmetik')
    await expect(dialogOf(page).locator('a.hit').first()).toHaveAccessibleName(/^Error-budget arithmetic/)
  })

  test('the number of results is announced when the answer stands', async ({ page }) => {
    await ask(page, 'error budget')
    await expect(dialogOf(page).getByRole('status')).toHaveText(/^\d+ pages? for “error budget”$/)
  })

  test('nothing found is said, with ways on', async ({ page }) => {
    await ask(page, 'zzzzzz')
    await expect(dialogOf(page).getByRole('status')).toHaveText('Nothing found for “zzzzzz”')
    await expect(dialogOf(page).getByRole('link', { name: 'Glossary' })).toBeVisible()
    await expect(dialogOf(page).getByRole('link', { name: 'Course outline' })).toBeVisible()
  })

  test('a word that the course does not hold finds nothing, though it begins like one that it does', async ({ page }) => {
    await ask(page, 'xylophone')
    await expect(dialogOf(page).getByRole('status')).toHaveText('Nothing found for “xylophone”')
    await fieldOf(page).fill('toilet')
    await expect(dialogOf(page).getByRole('status')).toHaveText('Nothing found for “toilet”')
    await fieldOf(page).fill('postmortems')
    await expect(dialogOf(page).getByRole('heading', { name: 'In the text' })).toBeVisible()
    await fieldOf(page).fill('deploymen')
    await expect(dialogOf(page).locator('.part mark').filter({ hasText: /deployment/i }).first()).toBeVisible()
  })

  test('answers and reasons of questions are not found', async ({ page, request }) => {
    const bank = (await (await request.get(`${LESSON}questions.json`)).json()) as { options?: { rationale: string[] }[] }[]
    const reason = bank.flatMap(({ options }) => options ?? []).map(({ rationale }) => rationale).find(([first]) => typeof first === 'string' && first.length > 40)
    await page.goto(`search/?q=${encodeURIComponent(`"${reason?.[0]}"`)}`)
    await expect(page.getByRole('status').filter({ hasText: /found|fits/ })).toHaveText(/^(Nothing found|No title)/)
  })
})

test.describe('the keyboard', () => {
  test('arrows, Home and End go through the results, and from the first back to the field', async ({ page }) => {
    await ask(page, 'budget')
    const results = dialogOf(page).locator('a.hit')
    await expect(dialogOf(page).getByRole('heading', { name: 'In the text' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(results.first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(results.nth(1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(results.last()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(results.last()).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await expect(fieldOf(page)).toBeFocused()
  })

  test('typing on a result goes on in the field', async ({ page }) => {
    await ask(page, 'budge')
    await expect(dialogOf(page).locator('a.hit').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('t')
    await expect(fieldOf(page)).toBeFocused()
    await expect(fieldOf(page)).toHaveValue('budget')
  })

  for (const [part, more] of [['Titles, headings and terms', /^Show \d+ more by title$/], ['In the text', /^Show more from the text/]] as const) {
    test(`the button that shows more under “${part}” leads to the first of them`, async ({ page }) => {
      await page.goto('search/?q=platform')
      await expect(page.getByRole('heading', { name: 'In the text' })).toBeVisible()
      const links = page.locator('.part').filter({ has: page.getByRole('heading', { name: part }) }).locator('h3 a')
      const shown = await links.count()
      await page.getByRole('button', { name: more }).press('Enter')
      await expect(links.nth(shown)).toBeFocused()
    })
  }

  test('Enter in the field opens the first result', async ({ page }) => {
    await ask(page, 'error budget')
    const first = dialogOf(page).locator('a.hit').first()
    await expect(first).toHaveAttribute('href', /glossary\/#error-budget$/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/glossary\/#error-budget$/)
  })
})

test.describe('without the service worker, whose requests cannot be held back', () => {
  test.use({ serviceWorkers: 'block' })

  test('the text arrives without moving what has the focus', async ({ page, problems }) => {
    const release = await hold(page, 'pagefind.js')
    // All at once: results of half a word would still be replaced while the arrow keys are pressed.
    await page.goto(LESSON)
    await page.getByRole('link', { name: 'Search' }).click()
    await fieldOf(page).fill('budget')
    const second = dialogOf(page).locator('a.hit').nth(1)
    // Before the results there are links to start from, which go when these come.
    await expect(second).toContainText('budget')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(second).toBeFocused()
    const before = { box: await second.boundingBox(), href: await second.getAttribute('href') }
    release()
    await expect(dialogOf(page).getByRole('heading', { name: 'In the text' })).toBeVisible()
    await expect(second).toBeFocused()
    expect({ box: await second.boundingBox(), href: await second.getAttribute('href') }).toEqual(before)
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('Service Worker registration blocked')))
  })

  test('more results that come while something else is typed leave the focus in the field', async ({ page, problems }) => {
    await page.goto('search/?q=platform')
    await expect(page.getByRole('heading', { name: 'In the text' })).toBeVisible()
    const release = await hold(page, 'fragment/**')
    await page.getByRole('button', { name: /^Show more from the text/ }).press('Enter')
    await fieldOf(page).fill('incident')
    release()
    await expect(page.locator('.count')).toHaveText(/pages for “incident”$/)
    await expect(page.locator('.part').filter({ has: page.getByRole('heading', { name: 'In the text' }) }).locator('h3').first()).toBeVisible()
    await expect(fieldOf(page)).toBeFocused()
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('Service Worker registration blocked')))
  })
})

test.describe('the page', () => {
  test('what is asked for stands in the address, and the way back leads to the same results', async ({ page }) => {
    await page.goto('')
    await page.goto('search/?q=budget&kind=term')
    await expect(fieldOf(page)).toHaveValue('budget')
    await expect(page.getByRole('checkbox', { name: /^Terms/ })).toBeChecked()
    await page.getByRole('checkbox', { name: /^Terms/ }).uncheck()
    await page.getByRole('checkbox', { name: /^SRE practice/ }).check()
    await expect(page).toHaveURL(/search\/\?q=budget&module=sre-practice$/)
    await fieldOf(page).fill('error budget')
    await expect(page).toHaveURL(/search\/\?q=error\+budget&module=sre-practice$/)
    await page.locator('.results a.hit').first().click()
    await expect(page).toHaveURL(/glossary\/#error-budget/)
    await page.goBack()
    await expect(fieldOf(page)).toHaveValue('error budget')
    await expect(page.getByRole('checkbox', { name: /^SRE practice/ })).toBeChecked()
    await expect(page.locator('.results a.hit').first()).toBeVisible()
    await page.goBack()
    await expect(page).not.toHaveURL(/search/)
  })

  test('a filter leaves what its number says, and can be removed when it hides everything', async ({ page }) => {
    await page.goto('search/?q=error+budget')
    await expect(page.getByRole('heading', { name: 'In the text' })).toBeVisible()
    const terms = page.getByRole('checkbox', { name: /^Terms/ })
    const promised = Number(/(\d+) pages?/.exec((await page.locator('.filters label').filter({ hasText: 'Terms' }).innerText()))?.[1])
    await terms.check()
    await expect(page.locator('.count')).toHaveText(new RegExp(`^${promised} pages? for`))
    for (const where of await page.locator('.group .where').allInnerTexts()) expect(where).toContain('Term')
    await page.getByRole('checkbox', { name: /^Platform engineering/ }).check()
    await expect(page.getByText('without the filter')).toBeVisible()
    await page.getByRole('button', { name: 'Remove the filter' }).press('Enter')
    await expect(fieldOf(page)).toBeFocused()
    await expect(terms).not.toBeChecked()
    await expect(page.locator('.results a.hit').first()).toBeVisible()
  })

  test('/ goes to the field of the page instead of opening a second one', async ({ page }) => {
    await page.goto('search/?q=slo')
    await expect(page.locator('.results a.hit').first()).toBeVisible()
    await page.keyboard.press('/')
    await expect(fieldOf(page)).toBeFocused()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('it says why it cannot search and leads to the lists', async ({ page }) => {
      await page.goto('search/?q=slo')
      await expect(page.locator('.no-script')).toContainText('Search needs JavaScript')
      await expect(page.getByRole('main').getByRole('link', { name: 'Glossary' })).toBeVisible()
      await expect(page.getByRole('main').getByRole('link', { name: 'Course outline' })).toBeVisible()
      await expect(page.getByRole('searchbox')).toBeHidden()
    })
  })
})

test.describe('when something is missing', () => {
  test.use({ serviceWorkers: 'block' })

  test('without the full-text index titles still answer, and nothing is called "not found"', async ({ page, problems }) => {
    await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: 'Not found' }))
    await ask(page, 'error budget')
    await expect(dialogOf(page).locator('.notice')).toContainText('Search is unavailable for the full text')
    await expect(dialogOf(page).getByRole('link', { name: /Error-budget arithmetic/ })).toBeVisible()
    await fieldOf(page).fill('xylophone')
    await expect(dialogOf(page).getByRole('status')).toContainText('No title, heading or term fits “xylophone”')
    await expect(dialogOf(page).getByText('Nothing found')).toHaveCount(0)
    problems.length = 0
  })

  test('an index with gaps is called incomplete, never "not found"', async ({ page, problems }) => {
    await page.route('**/pagefind/index/**', (route) => route.abort())
    await ask(page, 'checkout')
    await expect(dialogOf(page).locator('.notice')).toContainText('Search incomplete')
    await expect(dialogOf(page).getByText('Nothing found')).toHaveCount(0)
    problems.length = 0
  })

  test('texts that cannot be read make the search incomplete', async ({ page, problems }) => {
    await page.route('**/pagefind/fragment/**', (route) => route.fulfill({ status: 404, body: 'Not found' }))
    await ask(page, 'checkout')
    await expect(dialogOf(page).locator('.notice')).toContainText('Search incomplete')
    problems.length = 0
  })

  test('after a failure the next search starts afresh', async ({ page, problems }) => {
    let broken = true
    await page.route('**/pagefind/**', (route) => (broken ? route.abort() : route.continue()))
    await ask(page, 'checkou')
    await expect(dialogOf(page).locator('.notice')).toContainText('Search is unavailable for the full text')
    broken = false
    await fieldOf(page).press('t')
    await expect(dialogOf(page).getByRole('heading', { name: 'In the text' })).toBeVisible()
    problems.length = 0
  })

  test('without any index it says that search is unavailable, and where else to look', async ({ page, problems }) => {
    await page.route(/pagefind\/|titles\.json/, (route) => route.abort())
    await ask(page, 'slo')
    await expect(dialogOf(page).getByRole('status')).toHaveText('Search is unavailable')
    await expect(dialogOf(page).getByRole('link', { name: 'Glossary' })).toBeVisible()
    problems.length = 0
  })
})
