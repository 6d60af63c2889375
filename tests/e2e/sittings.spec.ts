import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Question } from '../../src/core/quiz/question.ts'
import type { NewEvent, RecordEvent } from '../../src/core/record/event.ts'
import type { PackedIndex } from '../../src/core/review/question-index.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { keyValue } from '../../src/core/quiz/grade.ts'
import { variablesFor } from '../../src/core/quiz/variant.ts'
import { encodeBackup } from '../../src/core/record/backup.ts'
import { recordOf } from '../../src/core/record/record.ts'
import { unpackIndex } from '../../src/core/review/question-index.ts'
import { expect, test } from './fixtures.ts'
import { clearSite } from './record-file.ts'
import { QUESTIONS } from './review-page.ts'

/** Sittings of several questions on the built site: pretest, module check, final check, placement, and the completion record. */

const indexOf = async (page: Page) => unpackIndex((await (await page.request.get('question-index.json')).json()) as PackedIndex)
const courseOf = async (page: Page) => ((await (await page.request.get('outline.json')).json()) as { id: string }).id

/** The question that is asked now, once it has come to life. */
const current = async (page: Page): Promise<Locator> => {
  const question = page.locator('.sitting-run fieldset.q')
  await expect(question).toHaveCount(1)
  await expect(question).not.toHaveClass(/is-waiting/)
  return question
}

/** Gives any answer that can be graded, and presses `button`; returns the id of the question's controls. */
const answer = async (page: Page, button: string): Promise<string> => {
  const question = await current(page)
  for (const select of await question.getByRole('combobox').all()) await select.selectOption({ index: 1 })
  const option = question.locator('.option input')
  if (await option.count()) await option.first().check()
  const field = question.getByRole('textbox')
  if (await field.count()) await field.fill('7')
  const id = (await question.getAttribute('id')) ?? ''
  await question.getByRole('button', { name: button, exact: true }).click()
  return id
}

/** Answers and goes on to the next question or the end of a sitting without reasons. */
const record = async (page: Page): Promise<string> => {
  const id = await answer(page, 'Record and go on')
  await expect(page.locator(`#${id}`)).toHaveCount(0)
  return id
}

/** Gives the right answer to what is asked now. */
const solve = async (page: Page, lessonOf: ReadonlyMap<string, string>) => {
  const question = await current(page)
  const id = (await question.getAttribute('id')) ?? ''
  const root = id.slice(id.indexOf('-') + 1)
  const bank = (await (await page.request.get(`lessons/${lessonOf.get(root)}/questions.json`)).json()) as Question[]
  const data = bank.find((one) => one.id === root)
  if (!data) throw new Error(`${root} is not in its bank`)
  if (data.type === 'single' || data.type === 'multiple') {
    const right = data.options.filter(({ correct }) => correct).slice(0, data.type === 'single' ? 1 : undefined)
    for (const { text } of right) await question.locator('.option').filter({ hasText: plainText(text) }).first().locator('input').check()
  } else if (data.type === 'match') {
    for (const item of data.items) await question.locator(`[id$="-${item.id}"]`).selectOption(item.group)
  } else if (data.type === 'order') {
    for (const [place, item] of data.items.entries()) {
      const up = question.getByRole('button', { name: `Move up: ${plainText(item.text)}`, exact: true })
      const at = async () => (await question.getByRole('listitem').allTextContents()).findIndex((line) => line.includes(plainText(item.text)))
      while ((await at()) > place) await up.click()
    }
  } else {
    await question.getByRole('textbox').fill(data.type === 'text' ? data.accept[0] ?? '' : String(keyValue(data, variablesFor(data, 0))))
  }
  await question.getByRole('button', { name: 'Record and go on' }).click()
  await expect(page.locator(`#${id}`)).toHaveCount(0)
}

/** Brings events in as a backup would. */
const bringIn = async (page: Page, events: readonly RecordEvent[]) => {
  const buffer = Buffer.from(encodeBackup(recordOf(events), { course: await courseOf(page), exportedAt: Date.UTC(2026, 10, 2) }))
  await page.goto('progress/')
  await page.getByLabel('Bring a copy in').setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Add them' }).click()
  await expect(page.getByText(/entr(y has|ies have) been added/)).toBeVisible()
}

const happened = (id: string, at: number, event: NewEvent): RecordEvent => ({ id: `tablet:${id}`, v: 1, at, ...event })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const result = (page: Page) => page.getByRole('heading', { name: 'Your result' })

test('a pretest gives its reasons at once, and ends with what to read closely and what will be quick', async ({ page }) => {
  await page.goto('modules/fitting-together/')
  await page.getByRole('link', { name: 'To the pretest' }).click()
  await button(page, 'Begin the pretest').click()
  const total = Number(/of (\d+)/.exec(await (await current(page)).locator('.q-line').innerText())?.[1])
  expect(total).toBeGreaterThanOrEqual(4)
  for (let n = 1; n <= total; n++) {
    const id = await answer(page, 'Check')
    await expect(page.locator(`#${id} .result`)).not.toHaveClass(/is-empty/)
    await button(page, n === total ? 'See what to read' : 'Next question').click()
    await expect(page.locator(`#${id}`)).toHaveCount(0)
    if (n < total) await expect(page.locator('.loaded-question')).toBeFocused()
  }
  await expect(result(page)).toBeFocused()
  const closely = page.getByRole('region', { name: 'Read closely' })
  const quick = page.getByRole('region', { name: 'These will be quick' })
  expect(await closely.getByRole('link').count() + await quick.getByRole('link').count()).toBe(5)
  await page.goto('./')
  await expect(page.getByRole('link', { name: /^Continue: Three words/ })).toBeVisible()
  await page.goto('modules/fitting-together/')
  await expect(page.getByText(/Last result: \d of \d right/)).toBeVisible()
})

test('a module check keeps its reasons until it is handed in, and the next one asks other questions', async ({ page }) => {
  await page.goto('modules/sre-practice/check/')
  const rounds: string[][] = []
  for (const begin of ['Begin the check', 'Take another one']) {
    await button(page, begin).click()
    const ids: string[] = []
    for (let n = 1; n <= 12; n++) {
      await expect((await current(page)).getByText(`Question ${n} of 12`)).toBeVisible()
      await expect(page.locator('.sitting-run .result')).toHaveText('')
      ids.push(await record(page))
    }
    rounds.push(ids)
    await expect(page.getByRole('heading', { name: 'Every question is answered' })).toBeFocused()
    await button(page, 'Hand in').click()
    await expect(result(page)).toBeFocused()
    await expect(page.getByText(/^\d+ of 12 right\./)).toBeVisible()
    await page.goto('modules/sre-practice/check/')
  }
  expect(rounds[1]?.filter((id) => rounds[0]?.includes(id))).toEqual([])
  await button(page, 'See it with its reasons').click()
  await button(page, 'Open all').click()
  await expect(page.locator('.sitting-review fieldset.is-graded')).toHaveCount(12)
  await expect(page.locator('.sitting-review fieldset .why').first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('the final check is left and gone on with after a reload, in another tab and from a copy, then handed in and reviewed', async ({ page, context }) => {
  await page.goto('final-check/')
  await button(page, 'Begin the final check').click()
  await record(page)
  await expect(page.getByText('Answer 1 is recorded. 39 questions open.')).toBeVisible()
  await button(page, 'Leave it for later').click()
  await record(page)
  await expect((await current(page)).getByText('Question 4 of 40')).toBeVisible()
  await button(page, '17, open').click()
  await expect((await current(page)).getByText('Question 17 of 40')).toBeVisible()
  await expect(page.locator('.loaded-question')).toBeFocused()
  await page.reload()
  await expect((await current(page)).getByText('Question 17 of 40')).toBeVisible()
  await page.getByRole('link', { name: 'Glossary' }).first().click()
  await page.goBack()
  await expect((await current(page)).getByText('Question 17 of 40')).toBeVisible()
  await record(page)

  const other = await context.newPage()
  await other.goto('final-check/')
  await button(other, /^Go on with the final check you began on .+, 3 of 40 answered$/).click()
  await expect((await current(other)).getByText('Question 2 of 40')).toBeVisible()
  await other.close()

  await page.goto('progress/')
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save the file').click()])
  const copy = await readFile(await download.path())
  await clearSite(page, page.url())
  await page.goto('final-check/')
  await expect(button(page, 'Begin the final check')).toBeVisible()
  await page.goto('progress/')
  await page.getByLabel('Bring a copy in').setInputFiles({ name: 'record.json', mimeType: 'application/json', buffer: copy })
  await button(page, 'Add them').click()
  await expect(page.getByText(/entries have been added/)).toBeVisible()
  await page.goto('final-check/')
  await button(page, /3 of 40 answered$/).click()
  await button(page, 'Hand in').click()
  await expect(page.getByRole('heading', { name: '37 questions are still open' })).toBeFocused()
  await button(page, 'Go on answering').click()
  await button(page, 'Hand in').click()
  await button(page, 'Hand in with 37 open').click()
  await expect(page.getByText('37 questions were left open.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Module by module' }).getByRole('link')).toHaveCount(6)
  expect(await page.getByRole('region', { name: 'To reread' }).getByRole('link').count()).toBeGreaterThan(10)
  await page.locator('.sitting-review summary').first().click()
  const given = page.locator('.sitting-review fieldset').first()
  await expect(given).toHaveClass(/is-graded/)
  await expect(given.getByRole('button', { name: /Try again|Record/ })).toHaveCount(0)
  await page.reload()
  await expect(result(page)).toBeVisible()
})

test('a new sitting ends the old one, which is offered no more', async ({ page }) => {
  await page.goto('modules/orientation/check/')
  await expect(page.getByText(/^There are \d+ questions so far, so all of them are asked, instead of 12\.$/)).toBeVisible()
  await button(page, 'Begin the check').click()
  await record(page)
  await page.goBack()
  await expect(button(page, /1 of \d+ answered$/)).toBeVisible()
  await button(page, 'Begin a new one').click()
  await current(page)
  await page.goto('modules/orientation/check/')
  await expect(button(page, /0 of \d+ answered$/)).toBeVisible()
})

test('the placement sets lessons aside, the outline shows them as review only, and each can be taken back', async ({ page }) => {
  const lessonOf = new Map((await indexOf(page)).map(({ id, lesson }) => [id, lesson]))
  await page.goto('./')
  await page.getByRole('link', { name: 'Know some of this already? Find your place in 12 questions' }).click()
  await button(page, 'Begin the placement').click()
  for (let n = 1; n <= 12; n++) {
    await expect((await current(page)).getByText(`Question ${n} of 12`)).toBeVisible()
    await solve(page, lessonOf)
    if (n !== 3) continue
    await page.goto('placement/')
    await button(page, /^Go on with the placement you began on .+, 3 of 12 answered$/).click()
  }
  await button(page, 'See your path').click()
  await expect(page.getByRole('heading', { name: 'You seem to know these' })).toBeFocused()
  await button(page, 'Set aside: Three words, one goal').click()
  await expect(page.getByText('1 lesson is for review only now.')).toBeVisible()
  await button(page, /^Set all \d+ aside$/).click()
  expect(await page.getByRole('region', { name: 'To read, in this order' }).getByRole('listitem').count()).toBeLessThan(10)

  await page.setViewportSize({ width: 1400, height: 900 })
  await page.goto('lessons/three-words-one-goal/')
  const entry = page.locator('[data-outline] [data-lesson="three-words-one-goal"]')
  await expect(entry).toContainText('review only')
  await expect(page.locator('[data-outline] .sum')).toContainText('0 min to go')
  await page.goto('./')
  await expect(page.getByRole('link', { name: 'Continue: Three words, one goal' })).toHaveCount(0)

  await page.goto('placement/')
  await button(page, 'Undo: Three words, one goal').click()
  await expect(page.getByText('“Three words, one goal” is back among the lessons to read.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'For review only' })).toBeFocused()
  await page.goto('lessons/three-words-one-goal/')
  await expect(entry).toContainText('8 min')
})

test('the completion record says what is missing first, then prints on one page that it is self-issued', async ({ page }) => {
  const [first] = await indexOf(page)
  if (!first) throw new Error('the course needs a question')
  await page.goto('completion/')
  await expect(page.getByRole('heading', { name: 'There is nothing to print yet' })).toBeVisible()
  await expect(button(page, 'Print it')).toHaveCount(0)
  await bringIn(page, [
    happened('read', Date.UTC(2026, 8, 1), { type: 'lesson-completed', lesson: first.lesson }),
    happened('final', Date.UTC(2026, 8, 2), { type: 'sitting-begun', kind: 'final', questions: [first.id] }),
    happened('answer', Date.UTC(2026, 8, 2, 1), {
      type: 'answered', question: first.id, lesson: first.lesson, revision: 1, context: 'final', attempt: 0, response: { type: 'single', option: 'a' },
      score: 1, hints: 0, misconceptions: [], sitting: 'tablet:final',
    }),
    happened('again', Date.UTC(2026, 8, 12), {
      type: 'answered', question: first.id, lesson: first.lesson, revision: 1, context: 'review', attempt: 0, response: { type: 'single', option: 'a' },
      score: 1, hints: 0, misconceptions: [],
    }),
    happened('end', Date.UTC(2026, 8, 2, 2), { type: 'sitting-ended', sitting: 'tablet:final' }),
  ])
  await page.goto('completion/')
  await page.getByLabel('Your name, as it should be printed').fill('Ada Example')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Ada Example' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(button(page, 'Print it')).toBeHidden()
  await expect(page.getByText('Self-issued, not verified')).toBeVisible()
  await expect(page.getByText('Best: 1 of 1 (100%), on 2 September 2026')).toBeVisible()
  await expect(page.getByText(/^After 7 days: 1 of all \d+ questions/)).toBeVisible()
  await expect(page.getByText(/^After 30 days: 0 of all \d+ questions/)).toBeVisible()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1)
})

test('a question that the course no longer has is left out of a check that was begun with it; every page that speaks of it says the same', async ({ page }) => {
  const own = (await indexOf(page)).filter(({ module }) => module === 'orientation').slice(0, 2).map(({ id }) => id)
  await bringIn(page, [happened('old', Date.UTC(2026, 9, 6), { type: 'sitting-begun', kind: 'check', module: 'orientation', questions: [own[0] ?? '', 'gone-for-good', own[1] ?? ''] })])
  await page.goto('modules/orientation/')
  await expect(page.getByText('Begun on 6 October 2026, 0 of 2 answered.')).toBeVisible()
  await page.goto('modules/orientation/check/')
  await button(page, 'Go on with the check you began on 6 October 2026, 0 of 2 answered').click()
  await expect(page.getByText('1 of its questions is no longer part of the course and is left out.')).toBeVisible()
  await record(page)
  await expect((await current(page)).getByText('Question 2 of 2')).toBeVisible()
  await record(page)
  await button(page, 'Hand in').click()
  const [right] = /^\d/.exec(await page.getByText(/^\d of 2 right\./).innerText()) ?? []
  await page.goto('modules/orientation/')
  await expect(page.getByText(`Last result: ${right} of 2 right, on`)).toBeVisible()
})

test('a result whose sibling the course no longer has says so instead of loading it for ever', async ({ page }) => {
  const [own] = (await indexOf(page)).filter(({ module }) => module === 'orientation')
  if (!own) throw new Error('the module needs a question')
  const { id: root, lesson } = own
  const at = Date.UTC(2026, 9, 6)
  await bringIn(page, [
    happened('old', at, { type: 'sitting-begun', kind: 'check', module: 'orientation', questions: [root] }),
    happened('answer', at + 1000, {
      type: 'answered', question: 'gone-for-good', inPlaceOf: root, lesson, revision: 1, context: 'check', attempt: 0, sitting: 'tablet:old',
      response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [],
    }),
    happened('end', at + 2000, { type: 'sitting-ended', sitting: 'tablet:old' }),
  ])
  await page.goto('modules/orientation/check/#result')
  await button(page, 'Open all').click()
  await expect(page.getByText('The course no longer has the question that was asked here.')).toBeVisible()
})

test.describe('without a connection', () => {
  // Requests of a service worker cannot be made to fail from here.
  test.use({ serviceWorkers: 'block' })

  test('a question whose lesson cannot be had says so, can be left, and can be loaded again', async ({ page, problems }) => {
    await page.goto('modules/sre-practice/check/')
    await page.route(QUESTIONS, (route) => route.abort())
    await button(page, 'Begin the check').click()
    await expect(page.getByText('The question could not be loaded.')).toBeVisible()
    await expect(page.locator('.sitting-run').getByRole('link', { name: 'Keep it offline' })).toBeVisible()
    const first = await page.locator('.loaded-question').elementHandle()
    await button(page, 'Leave it for later').click()
    await expect(page.getByText('Question 1 is left for later.')).toBeVisible()
    // The second question must have failed too before there is a connection again.
    await first?.waitForElementState('hidden')
    await expect(page.getByText('The question could not be loaded.')).toBeVisible()
    await page.unroute(QUESTIONS)
    await button(page, 'Load it again').click()
    await current(page)
    expect(problems.filter((problem) => !/ERR_FAILED|Service Worker registration blocked/.test(problem))).toEqual([])
    problems.length = 0
  })
})

test('where nothing can be kept, it is said before the check begins, and the check works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError') } })
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError') } })
  })
  await page.goto('modules/orientation/check/')
  await expect(page.getByText('This browser keeps nothing here: answer everything in one go')).toBeVisible()
  await button(page, 'Begin the check').click()
  await record(page)
  await expect(page.getByText(/^Answer 1 is recorded\./)).toBeVisible()
})

test('the last lesson of a module leads to its check', async ({ page }) => {
  await page.goto('lessons/three-words-one-goal/')
  await page.getByRole('link', { name: 'Check the module' }).click()
  await expect(page).toHaveURL(/\/modules\/orientation\/check\/$/)
})

test('without JavaScript each page says what it is and what it needs, and has no dead control', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  for (const path of ['modules/orientation/pretest/', 'modules/orientation/check/', 'final-check/', 'placement/', 'completion/']) {
    await page.goto(path)
    await expect(page.locator('main .sitting-intro')).toBeVisible()
    await expect(page.locator('main noscript p')).toContainText('needs JavaScript')
    await expect(page.locator('main button')).toHaveCount(0)
    await expect(page.getByText('Reading your record')).toBeHidden()
  }
  await context.close()
})
