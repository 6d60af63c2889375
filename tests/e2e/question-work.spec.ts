import type { Page } from '@playwright/test'
import type { Question } from '../../src/core/quiz/question.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { keyValue } from '../../src/core/quiz/grade.ts'
import { variablesFor } from '../../src/core/quiz/variant.ts'
import { expect, test } from './fixtures.ts'
import type { Of } from './question-page.ts'
import { LESSONS, alive, answerBadly, button, find, open, result, saved, siblingOf } from './question-page.ts'

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

/** The guess that the lesson at `path` begins with. */
const predictionOf = async (page: Page, path: string): Promise<Of<'single'>> => {
  const bank = (await (await page.request.get(`${path}questions.json`)).json()) as Question[]
  const data = bank.find((one): one is Of<'single'> => one.role === 'prediction' && one.type === 'single')
  if (!data) throw new Error(`${path} begins with no guess`)
  return data
}

/** Opens the page of a question, whose own script is held back until `release` is called, which waits until the question has come to life. */
const openHeld = async (page: Page, path: string, { id }: Pick<Question, 'id'>) => {
  const html = await (await page.request.get(path)).text()
  const script = /.*<astro-island[^>]*component-url="([^"]+)"/s.exec(html.slice(0, html.indexOf(`id="q-${id}"`)))?.[1] ?? ''
  const { promise: held, resolve } = Promise.withResolvers<undefined>()
  await page.route(`**${script}`, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(`**${script}`)
  // A script that the page asks for ahead is waited for by its load event.
  await page.goto(path, { waitUntil: 'commit' })
  const question = page.locator(`#q-${id}`)
  await question.scrollIntoViewIfNeeded()
  await asked
  await expect(question).toHaveClass(/is-waiting/)
  const release = async () => {
    resolve(undefined)
    await expect(question).not.toHaveClass(/is-waiting/)
    await page.unroute(`**${script}`)
  }
  return { question, release }
}

test('a guess before reading is kept, never scored, and compared with the text when asked', async ({ page }) => {
  const path = `lessons/${LESSONS[0]}/`
  const data = await predictionOf(page, path)
  const guess = data.options.find(({ correct }) => !correct)
  await page.goto(path)
  const question = await alive(page, data)
  await button(question, 'Keep my guess').click()
  await expect(question.getByRole('status')).toHaveText('Choose a guess first.')
  await question.getByRole('radio', { name: plainText(guess?.text ?? []) }).check()
  await button(question, 'Keep my guess').click()
  await expect(question.getByRole('status')).toHaveText(`You guessed “${plainText(guess?.text ?? [])}”.`)
  await expect(button(question, 'What the text says')).toBeFocused()
  await page.reload()
  const kept = await alive(page, data)
  await button(kept, 'What the text says').click()
  await expect(kept.locator('.option').filter({ hasText: plainText(guess?.text ?? []) })).toContainText('Your guess')
  await expect(kept.getByText('The text’s answer')).toBeVisible()
  await expect(button(kept, 'Hide it')).toHaveAttribute('aria-expanded', 'true')
})

test.describe('before a question has come to life', () => {
  // Requests of a service worker cannot be held up from here.
  test.use({ serviceWorkers: 'block' })

  test('what is chosen or written before a question has come to life is kept and can be checked', async ({ page, problems }) => {
    const multiple = await find(page, 'multiple')
    const number = await find(page, 'number')
    for (const { path, data } of [multiple, number]) {
      const { question, release } = await openHeld(page, path, data)
      const boxes = question.getByRole('checkbox')
      const field = question.getByRole('textbox')
      if (data.type === 'multiple') {
        await boxes.nth(0).check()
        await boxes.nth(2).check()
      } else await field.fill('7')
      await release()
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
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('Service Worker registration blocked')))
  })

  test('a guess that is chosen before its question has come to life can be kept', async ({ page, problems }) => {
    const path = `lessons/${LESSONS[0]}/`
    const { question, release } = await openHeld(page, path, await predictionOf(page, path))
    await question.getByRole('radio').nth(1).check()
    await release()
    await expect(question.getByRole('radio').nth(1)).toBeChecked()
    await button(question, 'Keep my guess').click()
    await expect(question.getByRole('status')).toContainText('You guessed')
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('Service Worker registration blocked')))
  })
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
