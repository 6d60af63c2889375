import type { Page } from '@playwright/test'
import type { RecordEvent } from '../../src/core/record/event.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { expect, test } from './fixtures.ts'
import { createOfflineSite, type OfflineSite } from './offline-site.ts'
import { answer, answered, choose, contexts, day, question, QUESTIONS, seed, singles, START, type Single } from './review-page.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name })
const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name })
const saved = (page: Page) => question(page).getByText('Saved on this device')
const position = (page: Page, words: string) => expect(question(page).getByText(words, { exact: true })).toBeVisible()

/** Opens the review page on day `days` with `count` questions answered on day 0; gives them. */
const open = async (page: Page, count: number, days = 4, more: (all: readonly Single[]) => readonly RecordEvent[] = () => []) => {
  const all = (await singles(page)).slice(0, count)
  await page.clock.setFixedTime(day(days))
  await seed(page, [...all.map((single) => answered(single)), ...more(all)])
  await page.goto('review/')
  return all
}

test('a learner without answers is told how questions enter review, and where to start', async ({ page }) => {
  await page.goto('review/')
  await expect(page.getByText(/^Nothing to review yet\. Every question that you answer in a lesson comes back/)).toBeVisible()
  await link(page, /^Start: /).click()
  await expect(page).toHaveURL(/\/lessons\//)
})

test('what is answered in a lesson comes back after days, is held longer then, and the next day says when it comes', async ({ page }) => {
  await page.clock.setFixedTime(START)
  const all = await singles(page, ['error-budget-arithmetic'])
  const { id, options } = all[0]!.root
  await page.goto('lessons/error-budget-arithmetic/')
  const own = page.locator(`#q-${id}`)
  await own.scrollIntoViewIfNeeded()
  await expect(own).not.toHaveClass(/is-waiting/)
  await own.getByRole('radio', { name: plainText(options.find(({ correct }) => correct)!.text) }).check()
  await own.getByRole('button', { name: 'Check' }).click()
  await expect(own.getByText('Saved on this device')).toBeVisible()

  await page.goto('')
  await expect(link(page, /^Continue: /)).toHaveClass(/button--main/)
  await page.goto('review/')
  await expect(page.getByText('Nothing is due today. The next question comes on Thursday 5 November.')).toBeVisible()

  await page.clock.setFixedTime(day(4))
  await page.goto('')
  await expect(link(page, /^Continue: /)).not.toHaveClass(/button/)
  await link(page, 'Review 1 due').click()
  await position(page, 'Question 1 of 1')
  await answer(page, all, true)
  await expect(button(page, 'See how it went')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'That is it for today')).toBeFocused()
  await expect(page.getByText('You had it right at the first try.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Held longer now' }).getByRole('listitem')).toContainText(/from \d days to \d+ days/)
  await expect(page.getByRole('region', { name: 'When they come back' })).toContainText('1 question')
  await expect(button(page, /another/)).toHaveCount(0)
  await expect.poll(async () => (await contexts(page)).at(-1)).toBe('review')
  await page.reload()
  await expect(page.getByText(/^Nothing is due today\. The next question comes on /)).toBeVisible()
})

test('by keyboard alone: Check becomes the next question and keeps the focus, then the question has it; a miss returns once', async ({ page }) => {
  const all = await open(page, 5)
  await position(page, 'Question 1 of 5')
  await expect(page.getByText('5 for today.', { exact: true })).toBeVisible()
  const order = [false, true, true, true, true, true]
  for (const [place, right] of order.entries()) {
    if (place === 4) await position(page, 'Once more')
    else await position(page, `Question ${place < 4 ? place + 1 : place} of 5`)
    // Answers of one moment would have no order.
    await page.clock.setFixedTime(day(4) + place * 60_000)
    await choose(page, all, right)
    await page.keyboard.press('Tab')
    await expect(button(page, 'Check')).toBeFocused()
    await page.keyboard.press('Enter')
    const next = button(page, place < order.length - 1 ? 'Next question' : 'See how it went')
    await expect(next).toBeFocused()
    await expect(question(page).locator('.result').getByRole('status')).toContainText(right ? 'Correct' : 'Not yet')
    await page.keyboard.press('Enter')
    if (place < order.length - 1) await expect(page.locator('.loaded-question')).toBeFocused()
  }
  await expect(page.getByText('4 of 5 were right at the first try.')).toBeVisible()
  const coming = page.getByRole('region', { name: 'When they come back' })
  await expect(coming.getByRole('term').first()).toHaveText('Tomorrow')
  await expect(coming.getByRole('definition').first()).toHaveText('1 question')
  await expect.poll(() => contexts(page)).toEqual(['review', 'review', 'review', 'review', 'again', 'review'])
})

test('a reload in mid-session goes on where it was, with what was begun; it can be ended at any time', async ({ page }) => {
  const all = await open(page, 6)
  await answer(page, all, false)
  await button(page, 'Next question').click()
  await position(page, 'Question 2 of 6')
  await answer(page, all, true)
  // What checks an answer may still be on its way when the button is pressed.
  await expect(button(page, 'Next question')).toBeVisible()
  await page.reload()
  await position(page, 'Question 3 of 6')
  await choose(page, all, true)
  await page.reload()
  await position(page, 'Question 3 of 6')
  await expect(question(page).getByRole('radio', { checked: true })).toHaveCount(1)
  await button(page, 'Check').click()
  await button(page, 'End here').click()
  await expect(heading(page, 'That is it for today')).toBeFocused()
  await expect(page.getByText('2 of 3 were right at the first try.')).toBeVisible()
  await button(page, 'Take another 3').click()
  await position(page, 'Question 1 of 3')
  await button(page, 'End here').click()
  await expect(page.getByText('3 for today. They can wait: what is not asked today stays due.')).toBeVisible()
  await button(page, 'Review 3 now').click()
  await position(page, 'Question 1 of 3')
})

test('a session that cannot be read any more is started anew', async ({ page }) => {
  const all = await open(page, 3)
  await answer(page, all, true)
  await button(page, 'Next question').click()
  for (const damage of ['{', '[]', '{"startedAtMs":"x"}', '{"startedAtMs":1,"items":[{"id":"gone"}],"ahead":[{"id":"gone","context":"review"}],"turns":7}']) {
    await page.evaluate((text) => localStorage.setItem(`${document.documentElement.dataset['course']}:${document.documentElement.dataset['base']}draft.review`, text), damage)
    await page.reload()
    await position(page, 'Question 1 of 2')
  }
})

test('what another tab has answered meanwhile is not asked again, and breaks nothing', async ({ page, context }) => {
  const all = await open(page, 4)
  await position(page, 'Question 1 of 4')
  const other = await context.newPage()
  await other.clock.setFixedTime(day(4) + 60_000)
  await other.goto('review/')
  for (let turn = 0; turn < 2; turn += 1) {
    await answer(other, all, true)
    // Other tabs hear of an answer when it is durable, and what this one answers after that is written after it has heard.
    await expect(saved(other)).toBeVisible()
    await button(other, 'Next question').click()
  }
  await position(other, 'Question 3 of 4')
  // A tab in the background draws a frame a second, and each press waits for some.
  await page.bringToFront()
  await answer(page, all, true)
  await expect(saved(page)).toBeVisible()
  await button(page, 'Next question').click()
  await position(page, 'Question 2 of 3')
  await answer(page, all, true)
  await button(page, 'Next question').click()
  await answer(page, all, true)
  await button(page, 'See how it went').click()
  await expect(page.getByText('All 3 were right at the first try.')).toBeVisible()
})

test('home and review, left open for days, show what has come due when they are seen again', async ({ page, context }) => {
  await open(page, 3, 1)
  await expect(page.getByText(/^Nothing is due today\./)).toBeVisible()
  const home = await context.newPage()
  await home.clock.setFixedTime(day(1))
  await home.goto('')
  await expect(link(home, /^Continue: /)).toHaveClass(/button--main/)
  for (const left of [home, page]) {
    await left.clock.setFixedTime(day(4))
    await left.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  }
  await expect(link(home, 'Review 3 due')).toBeVisible()
  await position(page, 'Question 1 of 3')
})

test('sixty days away are twelve questions, and no large number is anywhere', async ({ page }) => {
  await open(page, 30, 60)
  await position(page, 'Question 1 of 12')
  await expect(page.getByText('12 for today. More waits for other days.')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('30')
  await page.goto('')
  await expect(link(page, 'Review 12')).toHaveText('Review 12')
})

test('being away: nothing is due until then; back earlier or on the day, what was due waits and the rest has moved on', async ({ page }) => {
  await open(page, 3, 1)
  await expect(page.getByText(/^Nothing is due today\. The next question comes on Thursday 5 November\.$/)).toBeVisible()
  await page.getByText('Going away?').click()
  await page.getByLabel('I am away until').fill('2026-11-13')
  await button(page, 'Set').click()
  await expect(page.getByText('You are away until 13 November 2026. Nothing is due until then, and nothing piles up.')).toBeVisible()
  await expect(heading(page, 'Review')).toBeFocused()

  await page.clock.setFixedTime(day(8))
  await page.goto('')
  await expect(link(page, /^Continue: /)).toHaveClass(/button--main/)
  await page.goto('review/')
  await button(page, 'I am back').click()
  await expect(page.getByText('Nothing is due today. The next question comes on Thursday 12 November.')).toBeVisible()
  await page.clock.setFixedTime(day(10))
  await page.reload()
  await position(page, 'Question 1 of 3')
})

test('a question that was reworded says so above it; one that is retired is not asked, and stays in the record', async ({ page }) => {
  const all = await singles(page)
  const alone = all.find(({ family }) => family.length === 1)!
  await page.clock.setFixedTime(day(9))
  await seed(page, [answered(alone, { revision: 0 }), answered({ root: { ...alone.root, id: 'retired-long-ago' }, family: [] })])
  await page.goto('review/')
  await position(page, 'Question 1 of 1')
  await expect(page.getByText('Reworded since you answered it on 2 November 2026; your history is kept.')).toBeVisible()
  const kept = await page.evaluate(() => new Promise((done) => {
    const { course, base } = document.documentElement.dataset
    const request = indexedDB.open(`${course}:${base}record`)
    request.onsuccess = () => {
      const all = request.result.transaction('events').objectStore('events').getAll()
      all.onsuccess = () => done(all.result.map((event: { question: string }) => event.question))
    }
  }))
  expect(kept).toContain('retired-long-ago')
})

test('lessons that the learner was placed in are introduced three questions at a time, after what is due', async ({ page }) => {
  const all = await singles(page)
  const lesson = all.at(-1)?.root.lesson ?? ''
  const placed: RecordEvent = { id: 'seed:placed', v: 1, at: START, type: 'placed', lessons: [lesson] }
  const known = all.filter(({ root }) => root.lesson !== lesson).slice(0, 1)
  await page.clock.setFixedTime(day(1))
  await seed(page, [placed, ...known.map((single) => answered(single))])
  await page.goto('review/')
  await button(page, 'Take the 3 questions').click()
  await position(page, 'Question 1 of 3')
  await button(page, 'End here').click()
  await page.clock.setFixedTime(day(4))
  await page.reload()
  await position(page, 'Question 1 of 4')
  expect(known.map(({ root }) => `review-${root.id}`)).toContain(await question(page).getAttribute('id'))
})

test.describe('without a service worker', () => {
  // A worker would fetch in the page's stead, where a test cannot come between.
  test.use({ serviceWorkers: 'block' })

  test('a review loads the questions that are due, one by one, and no others', async ({ page, problems }) => {
    const loaded = new Set<string>()
    page.on('request', (request) => void (QUESTIONS.test(request.url()) && loaded.add(new URL(request.url()).pathname)))
    const due = (await singles(page)).slice(0, 3)
    const path = ({ root }: Single) => `/lessons/${root.lesson}/questions/${root.id}.json`
    await page.clock.setFixedTime(day(4))
    await seed(page, due.map((single) => answered(single)))
    await page.goto('review/')
    await position(page, 'Question 1 of 3')
    await expect.poll(() => loaded.size).toBe(2)
    for (const next of ['Next question', 'Next question', 'See how it went']) {
      await answer(page, due, true)
      await button(page, next).click()
    }
    await expect(page.getByText('All 3 were right at the first try.')).toBeVisible()
    expect([...loaded].sort()).toEqual(due.map(path).sort())
    problems.splice(0)
  })

  test('without the list of questions or a question bank the page says so, and goes on when it can', async ({ page, problems }) => {
    await page.route(QUESTIONS, (route) => route.abort())
    const all = await open(page, 2)
    await expect(page.getByText('The question could not be loaded. Check the connection, then try again.')).toBeVisible()
    const first = await page.locator('.loaded-question').elementHandle()
    await button(page, 'Leave it for another day').click()
    // That the next question has failed too, not the first, must be seen before there is a connection again.
    await first?.waitForElementState('hidden')
    await expect(page.getByText('The question could not be loaded. Check the connection, then try again.')).toBeVisible()
    await page.unroute(QUESTIONS)
    await button(page, 'Load it again').click()
    await answer(page, all, true)
    await expect(button(page, 'See how it went')).toBeVisible()
    await page.route('**/question-index.json', (route) => route.abort())
    await page.reload()
    await expect(page.getByText('The list of questions could not be loaded. Your record is safe. Check the connection, then try again.')).toBeVisible()
    await page.unroute('**/question-index.json')
    await link(page, 'Try again').click()
    await position(page, 'Question 1 of 1')
    problems.splice(0)
  })
})

test.describe('with a server of its own', () => {
  let site: OfflineSite
  let page: Page
  let all: readonly Single[]
  test.beforeEach(async ({ browser }) => {
    site = await createOfflineSite()
    page = await (await browser.newContext({ baseURL: site.url })).newPage()
    all = (await singles(page, ['error-budget-arithmetic'])).slice(0, 2)
    await page.clock.setFixedTime(day(4))
    await seed(page, all.map((single) => answered(single)), site.url)
  })
  test.afterEach(async () => {
    await page.context().close()
    await site.remove()
  })
  const review = async () => {
    await page.goto('review/')
    await position(page, 'Question 1 of 2')
    await answer(page, all, true)
    await button(page, 'Next question').click()
    await answer(page, all, true)
    await button(page, 'See how it went').click()
    await expect(page.getByText('All 2 were right at the first try.')).toBeVisible()
  }

  for (const [state, leave] of [['that is stopped', () => site.stop()], ['that accepts and never answers', () => site.hang()]] as const) {
    test(`a server ${state} does not keep what was read from being reviewed`, async () => {
      await page.goto('lessons/error-budget-arithmetic/')
      await expect(page.getByRole('link', { name: 'Kept offline' })).toBeVisible()
      await leave()
      await review()
    })
  }

  test('what was reviewed once can be reviewed without a connection, though its lesson was never opened here', async () => {
    await page.goto('review/')
    await expect(page.getByRole('link', { name: 'Kept offline' })).toBeVisible()
    await review()
    await site.stop()
    await page.clock.setFixedTime(day(120))
    await review()
  })
})
