import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { lessonsOf, manyAnswers, outlineOf } from './record-file.ts'
import { open } from './question-page.ts'
import { answered, day, question, seed, singles, START } from './review-page.ts'

/** What pages with a record look like to readers who set their own spacing, colours and paper. */

/** A record of many weeks: half of the answers wrong, two lessons read and another set aside. */
const remembered = async (page: Page) => {
  const outline = await outlineOf(page)
  const [first, second, third] = lessonsOf(outline)
  await page.clock.setFixedTime(day(60))
  const answers = manyAnswers(outline, 200).map((event, n) => ({ ...event, at: START + Math.floor(n / 5) * 86_400_000 + n }))
  await seed(page, [
    ...answers,
    ...[first, second].map(({ id }) => ({ id: `seed:${id}`, v: 1, at: START, type: 'lesson-completed', lesson: id }) as const),
    { id: 'seed:aside', v: 1, at: START, type: 'placed', lessons: [third?.id ?? ''] },
  ])
}

/** The spacing that readers may set without losing anything: WCAG 2.2, 1.4.12. */
const space = (page: Page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }')
  document.adoptedStyleSheets = [sheet]
})

/** How wide the page is, and what in it is drawn past its edge. */
const outside = (page: Page) => page.evaluate(() => ({
  width: document.documentElement.scrollWidth,
  parts: [...document.querySelectorAll('main :not(.visually-hidden)')].flatMap((part) => {
    const { width, right } = part.getBoundingClientRect()
    return width > 1 && right > innerWidth + 1 ? [`${part.tagName} ${part.textContent?.slice(0, 40)}`] : []
  }),
}))

test('with the widest spacing nothing of a record runs out of a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await remembered(page)
  for (const [path, ready] of [['', /^\d+ of \d+ lessons read/], ['modules/sre-practice/', /objectives held$/], ['progress/', /^Answers, filled/]] as const) {
    await page.goto(path)
    await expect(page.locator('main').getByText(ready).filter({ visible: true }).first()).toBeVisible()
    if (path === 'progress/') await page.getByText('The numbers as a table').click()
    await space(page)
    expect(await outside(page), path).toEqual({ width: 320, parts: [] })
  }
})

test('with the widest spacing the time of a module does not run into what has been read of it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('')
  await space(page)
  const over = await page.locator('.module .time').evaluateAll((times) => times.filter((time) => time.scrollWidth > time.clientWidth).map((time) => time.textContent))
  expect(over).toEqual([])
})

test('the words in the picture on the home page stay in their boxes on a narrow screen, whatever the spacing', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('')
  await space(page)
  const widths = await page.locator('.picture-drawing text').evaluateAll((texts) =>
    texts.filter((text) => Number(text.getAttribute('y')) > 336).map((text) => (text as SVGTextElement).getBBox().width))
  expect(widths).toHaveLength(3)
  for (const [n, box] of [300, 400, 500].entries()) expect(widths[n]).toBeLessThan(box)
})

/** The colours of `part` as it is drawn, halfway down, at the `places` across: 0 is its left edge, 1 the right one. */
const coloursAcross = async (context: BrowserContext, part: Locator, places: readonly number[]) => {
  const picture = (await part.screenshot()).toString('base64')
  const blank = await context.newPage()
  const colours = await blank.evaluate(async ([png, at]) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]))
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    drawing.drawImage(image, 0, 0)
    const { data } = drawing.getImageData(0, Math.floor(image.height / 2), image.width, 1)
    return at.map((place) => [...data.slice(4 * Math.floor(image.width * place)).slice(0, 4)].join())
  }, [picture, places] as const)
  await blank.close()
  return colours
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with forced colours, ${colorScheme}, it is seen how far a bar is filled`, async ({ page, context }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    await remembered(page)
    await page.goto('')
    const bar = page.getByRole('progressbar', { name: /: 1 of \d+ lessons read/ })
    await bar.scrollIntoViewIfNeeded()
    const share = await bar.evaluate((element) => (element as HTMLProgressElement).position)
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(1)
    const [filled, empty] = await coloursAcross(context, bar, [share / 2, (1 + share) / 2])
    expect(filled).not.toBe(empty)
  })

  test(`with forced colours, ${colorScheme}, the line that was moved is told from the others, and a button that leads nowhere from one that does`, async ({ page, context }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    const { question } = await open(page, 'order')
    const [first, second] = [question.getByRole('listitem').first(), question.getByRole('listitem').nth(1)]
    await second.getByRole('button', { name: /^Move up/ }).click()
    const [up, down] = [first.getByRole('button', { name: /^Move up/ }), first.getByRole('button', { name: /^Move down/ })]
    await expect(up).toHaveAttribute('aria-disabled', 'true')
    expect(await coloursAcross(context, first, [0])).not.toEqual(await coloursAcross(context, second, [0]))
    const colourOf = (button: Locator) => button.evaluate((element) => getComputedStyle(element).color)
    expect(await colourOf(up)).not.toBe(await colourOf(down))
  })
}

test('a breadcrumb keeps its slash beside the name that it leads to, and does not speak it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('modules/commentary/check/')
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  expect(await crumbs.ariaSnapshot()).not.toContain('text: /')
  const last = crumbs.getByRole('listitem').last()
  const [row, link] = [await last.boundingBox(), await last.getByRole('link').boundingBox()]
  expect(link?.y).toBeCloseTo(row?.y ?? 0, 0)
  expect(link?.x).toBeGreaterThan(row?.x ?? 0)
})

test('on paper a question of a review takes one page, with nothing to press', async ({ page }) => {
  const all = (await singles(page)).slice(0, 3)
  await page.clock.setFixedTime(day(4))
  await seed(page, all.map((single) => answered(single)))
  await page.goto('review/')
  await expect(question(page).getByText('Question 1 of 3')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.button').filter({ visible: true })).toHaveCount(0)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1)
})
