import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Question } from '../../src/core/quiz/question.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { evaluate, parseExpression } from '../../src/core/quiz/expression.ts'
import { formatNumber, workingOf } from '../../src/core/quiz/feedback.ts'
import { keyValue } from '../../src/core/quiz/grade.ts'
import { shuffle } from '../../src/core/quiz/shuffle.ts'
import { variablesFor } from '../../src/core/quiz/variant.ts'
import { expect, test } from './fixtures.ts'

const LESSONS = ['error-budget-arithmetic', 'golden-paths', 'three-words-one-goal', 'devops-engineer-title']

type Of<T extends Question['type']> = Extract<Question, { type: T }>

/** A question as the site publishes it, on a page that shows it. */
interface Found<Q extends Question> {
  readonly path: string
  readonly data: Q
  readonly bank: readonly Question[]
}

/** The first question of `type` that a page shows and that `fits`; which ones a page shows is the authors' choice. */
const find = async <T extends Question['type']>(page: Page, type: T, fits: (question: Of<T>, bank: readonly Question[]) => boolean = () => true): Promise<Found<Of<T>>> => {
  for (const lesson of LESSONS) {
    const path = `lessons/${lesson}/`
    const html = await (await page.request.get(path)).text()
    const bank = (await (await page.request.get(`${path}questions.json`)).json()) as Question[]
    const data = bank.find((one): one is Of<T> => one.type === type && one.role === 'practice' && html.includes(`id="q-${one.id}"`) && fits(one as Of<T>, bank))
    if (data) return { path, data, bank }
  }
  throw new Error(`No page shows a fitting ${type} question`)
}

const siblingOf = (question: Question, bank: readonly Question[]) => bank.find(({ siblingOf: root }) => root === question.id)

/** The question on the page, once it has come to life. */
const alive = async (page: Page, { id }: Pick<Question, 'id'>): Promise<Locator> => {
  const question = page.locator(`#q-${id}`)
  await question.scrollIntoViewIfNeeded()
  await expect(question).not.toHaveClass(/is-waiting/)
  return question
}

/** Finds a question, opens its page and waits until it works. */
const open = async <T extends Question['type']>(page: Page, type: T, fits?: (question: Of<T>, bank: readonly Question[]) => boolean) => {
  const found = await find(page, type, fits)
  await page.goto(found.path)
  return { ...found, question: await alive(page, found.data) }
}

/** A wrong answer in each type's own way. */
const answerBadly = async (question: Locator) => {
  for (const select of await question.getByRole('combobox').all()) await select.selectOption({ index: 1 })
  const option = question.locator('.option input')
  if (await option.count()) await option.first().check()
  const field = question.getByRole('textbox')
  if (await field.count()) await field.fill('7')
  await button(question, 'Check').click()
  await expect(button(question, 'Try again')).toBeVisible()
}

const button = (question: Locator, name: string) => question.getByRole('button', { name, exact: true })
const result = (question: Locator) => question.locator('.result').getByRole('status')
const saved = (question: Locator) => question.getByText('Saved on this device')

test('single choice: a wrong answer says what was chosen, what is right and why each option is or is not', async ({ page }) => {
  const { question, data } = await open(page, 'single')
  await expect(page.getByRole('group', { name: plainText(data.prompt[0] ?? []).trim() })).toHaveCount(1)
  const wrong = data.options.find(({ correct }) => !correct)
  const right = data.options.find(({ correct }) => correct)
  await question.getByRole('radio', { name: plainText(wrong?.text ?? []) }).check()
  await button(question, 'Check').click()
  await expect(result(question)).toContainText(`Not yet. You chose “${plainText(wrong?.text ?? [])}”; it is “${plainText(right?.text ?? [])}”.`)
  await expect(button(question, 'Try again')).toBeFocused()
  await expect(saved(question)).toBeVisible()
  for (const option of data.options) {
    const row = question.locator('.option').filter({ hasText: plainText(option.text) })
    await expect(row.locator('.why')).toContainText(plainText(option.rationale))
    await expect(row.locator('.verdict')).toContainText(option === wrong ? 'Your answer' : option === right ? 'Correct answer' : 'Does not fit')
    await expect(row.getByRole('radio')).toBeDisabled()
  }
})

test('single choice: with nothing chosen nothing is graded, and the status says what to do', async ({ page }) => {
  const { question } = await open(page, 'single')
  await button(question, 'Check').click()
  await expect(result(question)).toHaveText('Choose one answer first.')
  await expect(button(question, 'Check')).toBeFocused()
  await question.getByRole('radio').first().check()
  await expect(result(question)).toHaveText('')
})

test('single choice: arrows choose, Tab leads on, and no letter does anything', async ({ page }) => {
  const { question } = await open(page, 'single')
  await question.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(question.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.type('abc123')
  await expect(question.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(button(question, 'Check')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(question, 'Try again')).toBeFocused()
})

test('a double click on Check shows the reasons and does not skip them', async ({ page }) => {
  const { question } = await open(page, 'single')
  await question.getByRole('radio').first().check()
  await button(question, 'Check').dblclick()
  await expect(question.locator('.why').first()).toBeVisible()
  await expect(button(question, 'Try again')).toBeVisible()
})

test('all that apply: some of it earns part of it, and each option says how it fared', async ({ page }) => {
  const { question, data } = await open(page, 'multiple')
  const right = data.options.filter(({ correct }) => correct)
  await expect(question).toContainText('Choose all that apply')
  await question.getByRole('checkbox', { name: plainText(right[0]?.text ?? []) }).press('Space')
  await button(question, 'Check').click()
  await expect(result(question)).toHaveText(`In part. You chose 1 of the ${right.length} that hold.`)
  for (const option of data.options) {
    const words = option === right[0] ? 'Rightly chosen' : option.correct ? 'Holds too' : 'Rightly left out'
    await expect(question.locator('.option').filter({ hasText: plainText(option.text) }).locator('.verdict')).toHaveText(words)
  }
})

test('order: buttons move a line, the focus goes with it, a status says where it is', async ({ page }) => {
  const { question, data } = await open(page, 'order')
  const lines = question.getByRole('listitem')
  const nameOf = (id: string | undefined) => plainText(data.items.find((item) => item.id === id)?.text ?? [])
  const shown = shuffle(data, 0)
  const first = nameOf(shown[0])
  await expect(lines.first()).toContainText(first)

  const up = question.getByRole('button', { name: `Move up: ${first}` })
  await up.focus()
  await expect(up).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(question.getByText(`${first} is first already`)).toHaveCount(1)
  await expect(up).toBeFocused()

  const down = question.getByRole('button', { name: `Move down: ${first}` })
  await down.focus()
  await page.keyboard.press('Space')
  await expect(question.getByText(`${first}, now 2 of ${shown.length}`)).toHaveCount(1)
  await expect(lines.nth(1)).toContainText(first)
  await expect(down).toBeFocused()
  const box = await down.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40)
  for (const line of await lines.all()) await expect(line).not.toHaveAttribute('draggable')
})

test('order: the key from the keyboard alone is correct', async ({ page }) => {
  const { question, data } = await open(page, 'order')
  for (const [place, item] of data.items.entries()) {
    const up = question.getByRole('button', { name: `Move up: ${plainText(item.text)}` })
    await up.focus()
    const at = async () => (await question.getByRole('listitem').allTextContents()).findIndex((line) => line.includes(plainText(item.text)))
    while ((await at()) > place) await page.keyboard.press('Enter')
  }
  await button(question, 'Check').press('Enter')
  await expect(result(question)).toHaveText(`Correct: all ${data.items.length} are in order.`)
  await expect(question.getByText('In order', { exact: true })).toHaveCount(data.items.length)
})

test('sorting: each line has a labelled select, missing ones are counted, and wrong ones say where they belong', async ({ page }) => {
  const { question, data } = await open(page, 'match')
  const [first, ...others] = data.items
  for (const item of others) await question.getByRole('combobox', { name: plainText(item.text) }).selectOption(item.group)
  await button(question, 'Check').click()
  await expect(result(question)).toHaveText('One line has no group yet. Choose one for it.')
  const wrong = data.groups.find(({ id }) => id !== first?.group)
  await question.getByRole('combobox', { name: plainText(first?.text ?? []) }).selectOption(wrong?.id ?? '')
  await button(question, 'Check').click()
  await expect(result(question)).toHaveText(`In part: ${others.length} of ${data.items.length} are in their group.`)
  const home = data.groups.find(({ id }) => id === first?.group)
  await expect(question.getByText(`Belongs to: ${plainText(home?.text ?? [])}`)).toBeVisible()
  await expect(question.getByText('Right', { exact: true })).toHaveCount(others.length)
  await expect(button(question, 'Try again')).toBeFocused()
})

test('number: what cannot be read is no attempt; the field says so and shows a form that works', async ({ page }) => {
  const { question, data } = await open(page, 'number', ({ unit }) => unit === '%')
  const field = question.getByRole('textbox', { name: 'Your answer' })
  await field.fill('9 / 43.2')
  await field.press('Enter')
  await expect(result(question)).toHaveText('That is a sum or a range. Work it out and write one number, such as 12.5 or 12.5%.')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(/That is a sum/)
  await expect(field).toBeFocused()
  await page.reload()
  await expect(button(await alive(page, data), 'Check')).toBeVisible()
})

test('number: Enter checks, a share may be a fraction, and the working has the numbers of the question', async ({ page }) => {
  const { question, data } = await open(page, 'number', ({ unit, variables }) => unit === '%' && Object.keys(variables).length > 0)
  const variables = variablesFor(data, 0)
  const field = question.getByRole('textbox', { name: 'Your answer' })
  await field.fill(String(keyValue(data, variables) / 100))
  await field.press('Enter')
  await expect(result(question)).toHaveText(`Correct: ${formatNumber(keyValue(data, variables), data.decimals, data.unit)}.`)
  const [last] = workingOf(data, variables).slice(-1)
  await expect(question.locator('.working')).toContainText(`${last?.sum} = ${last?.result}`)
})

test('number: a known mistake is explained', async ({ page }) => {
  const { question, data } = await open(page, 'number', ({ mistakes, variables }) => mistakes.length > 0 && Object.keys(variables).length > 0)
  const [mistake] = data.mistakes
  const parsed = parseExpression(mistake?.value ?? '')
  await question.getByRole('textbox').fill(String(parsed.ok ? evaluate(parsed.value, variablesFor(data, 0)) : ''))
  await button(question, 'Check').click()
  await expect(question.locator('.result')).toContainText(plainText(mistake?.rationale ?? []))
})

test('text: habits of writing are no errors', async ({ page }) => {
  const { question, data } = await open(page, 'text')
  const field = question.getByRole('textbox', { name: 'Your answer' })
  await button(question, 'Check').click()
  await expect(result(question)).toHaveText('Write a word or a short phrase first.')
  await field.fill(` ${data.accept[0]?.toUpperCase()}. `)
  await field.press('Enter')
  await expect(result(question)).toHaveText(`Correct: ${data.accept[0]}.`)
})

test('hints open one at a time and lead no further than there are', async ({ page }) => {
  const { question, data } = await open(page, 'number', ({ hints }) => hints.length === 2)
  const hints = question.locator('.hints')
  await button(question, 'Hint').click()
  await expect(hints).toHaveText(`Hint 1 of 2: ${plainText(data.hints[0] ?? [])}`)
  await question.getByRole('button', { name: 'Next hint (2 of 2)' }).click()
  await expect(hints.locator('p')).toHaveCount(2)
  const last = question.getByRole('button', { name: 'No more hints' })
  await expect(last).toHaveAttribute('aria-disabled', 'true')
  await expect(last).toBeFocused()
})

test('how sure one is takes one tap, and every change survives a reload', async ({ page }) => {
  const { question, data } = await open(page, 'number')
  await question.getByRole('textbox').fill('12.')
  await question.getByRole('radio', { name: 'Fairly' }).check()
  await page.reload()
  const again = await alive(page, data)
  await expect(again.getByRole('textbox')).toHaveValue('12.')
  await expect(again.getByRole('radio', { name: 'Fairly' })).toBeChecked()
})

test('an answer is still there after a reload, with its reasons closed until they are asked for', async ({ page }) => {
  const { question, data } = await open(page, 'single')
  await answerBadly(question)
  await expect(saved(question)).toBeVisible()
  const verdict = (await result(question).textContent())?.startsWith('Correct') ? 'Correct' : 'Not yet'
  await page.reload()
  const again = await alive(page, data)
  await expect(button(again, 'Try again')).toBeVisible()
  await expect(again.locator('.option input').first()).toBeChecked()
  await expect(again.locator('.q-state')).toHaveText(verdict)
  await expect(again.locator('.why')).toHaveCount(0)
  await button(again, 'Show reasons').click()
  await expect(again.locator('.why').first()).toBeVisible()
  await expect(button(again, 'Hide reasons')).toBeFocused()
  await expect(result(again)).toContainText(verdict)
})

test('trying again brings a question like it, then counts for the one it stands in for', async ({ page }) => {
  const { question, data, bank } = await open(page, 'single', (one, all) => siblingOf(one, all) !== undefined)
  await question.getByRole('radio', { name: plainText(data.options.find(({ correct }) => !correct)?.text ?? []) }).check()
  await button(question, 'Check').click()
  await button(question, 'Try again').click()
  const sibling = siblingOf(data, bank)
  await expect(question.locator('.ask')).toHaveText(plainText(sibling?.prompt.at(-1) ?? []).trim())
  await expect(result(question)).toContainText('Another try')
  await expect(button(question, 'Check')).toBeFocused()
  const right = sibling?.type === 'single' ? sibling.options.find(({ correct }) => correct) : undefined
  await question.getByRole('radio', { name: plainText(right?.text ?? []) }).check()
  await button(question, 'Check').click()
  await expect(saved(question)).toBeVisible()
  await page.reload()
  await expect((await alive(page, data)).locator('.q-state')).toHaveText('Put right')
})

/** A question that draws its numbers and has nobody to stand in for it. */
const alone = (one: Of<'number'>, all: readonly Question[]) => Object.keys(one.variables).length > 0 && !siblingOf(one, all)

test('trying again a question without a sibling brings other numbers, which survive a reload', async ({ page }) => {
  const { question, data } = await open(page, 'number', alone)
  const before = (await question.locator('.ask').textContent()) ?? ''
  await answerBadly(question)
  await button(question, 'Try again').click()
  await expect(question.locator('.ask')).not.toHaveText(before)
  await expect(question.getByRole('textbox')).toHaveValue('')
  const after = (await question.locator('.ask').textContent()) ?? ''
  await page.reload()
  await expect((await alive(page, data)).locator('.ask')).toHaveText(after)
})

test('what was missed returns at the end, and is gone once it is put right', async ({ page }) => {
  const { question, data } = await open(page, 'number', alone)
  await answerBadly(question)
  await expect(question).toContainText('This one comes back at the end of the lesson.')
  const round = page.getByRole('region', { name: 'Second round' })
  await round.scrollIntoViewIfNeeded()
  await expect(round.getByRole('status').last()).toContainText('1 question to put right')
  await round.getByRole('button', { name: 'Take it once more' }).click()
  await expect(round).toBeFocused()
  const again = round.getByRole('group', { name: /Once more/ })
  await again.getByRole('textbox').fill(String(keyValue(data, variablesFor(data, 1))))
  await button(again, 'Check').click()
  await expect(round.getByRole('status').last()).toHaveText('Everything that you missed is put right.')
  await page.reload()
  await expect(button(await alive(page, data), 'Try again')).toBeVisible()
  await round.scrollIntoViewIfNeeded()
  await expect(round.getByRole('button')).toHaveCount(0)
})

test('a guess before reading is kept, never scored, and compared with the text when asked', async ({ page }) => {
  const path = `lessons/${LESSONS[0]}/`
  const bank = (await (await page.request.get(`${path}questions.json`)).json()) as Question[]
  const data = bank.find((one): one is Of<'single'> => one.role === 'prediction' && one.type === 'single')
  const guess = data?.options.find(({ correct }) => !correct)
  await page.goto(path)
  const question = await alive(page, { id: data?.id ?? '' })
  await button(question, 'Keep my guess').click()
  await expect(question.getByRole('status')).toHaveText('Choose a guess first.')
  await question.getByRole('radio', { name: plainText(guess?.text ?? []) }).check()
  await button(question, 'Keep my guess').click()
  await expect(question.getByRole('status')).toHaveText(`You guessed “${plainText(guess?.text ?? [])}”.`)
  await expect(button(question, 'What the text says')).toBeFocused()
  await page.reload()
  const kept = await alive(page, { id: data?.id ?? '' })
  await button(kept, 'What the text says').click()
  await expect(kept.locator('.option').filter({ hasText: plainText(guess?.text ?? []) })).toContainText('Your guess')
  await expect(kept.getByText('The text’s answer')).toBeVisible()
  await expect(button(kept, 'Hide it')).toHaveAttribute('aria-expanded', 'true')
})

test('what is chosen or written before a question has come to life is kept and can be checked', async ({ page }) => {
  const multiple = await find(page, 'multiple')
  const number = await find(page, 'number')
  for (const { path, data } of [multiple, number]) {
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => { release = resolve })
    await page.route(/use-attempt/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(path)
    const question = page.locator(`#q-${data.id}`)
    await question.scrollIntoViewIfNeeded()
    await expect(question).toHaveClass(/is-waiting/)
    const boxes = question.getByRole('checkbox')
    const field = question.getByRole('textbox')
    if (data.type === 'multiple') {
      await boxes.nth(0).check()
      await boxes.nth(2).check()
    } else await field.fill('7')
    release()
    await expect(question).not.toHaveClass(/is-waiting/)
    await page.unroute(/use-attempt/)
    await page.reload()
    await alive(page, data)
    if (data.type === 'multiple') {
      await expect(boxes.nth(0)).toBeChecked()
      await expect(boxes.nth(1)).not.toBeChecked()
      await expect(boxes.nth(2)).toBeChecked()
    } else await expect(field).toHaveValue('7')
    await button(question, 'Check').click()
    await expect(button(question, 'Try again')).toBeVisible()
  }
})

test.describe('without a connection', () => {
  // Requests of a service worker cannot be made to fail from here.
  test.use({ serviceWorkers: 'block' })

  test('the page says that the answers cannot be had, keeps the work, and grades at the next press', async ({ page, problems }) => {
    const { path, data } = await find(page, 'single')
    await page.route('**/questions.json', (route) => route.abort())
    await page.goto(path)
    const question = await alive(page, data)
    await question.getByRole('radio').first().check()
    await button(question, 'Check').click()
    await expect(result(question)).toContainText('could not be loaded')
    await page.unroute('**/questions.json')
    await button(question, 'Check').click()
    await expect(button(question, 'Try again')).toBeVisible()
    problems.splice(0, problems.length, ...problems.filter((problem) => !/Failed to load resource|Service Worker registration blocked/.test(problem)))
  })
})

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
