import { evaluate, parseExpression } from '../../src/core/quiz/expression.ts'
import { plainText } from '../../src/core/course/rich.ts'
import { formatNumber, workingOf } from '../../src/core/quiz/feedback.ts'
import { keyValue } from '../../src/core/quiz/grade.ts'
import { shuffle } from '../../src/core/quiz/shuffle.ts'
import { variablesFor } from '../../src/core/quiz/variant.ts'
import { expect, test } from './fixtures.ts'
import { alive, button, open, result, saved } from './question-page.ts'

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
