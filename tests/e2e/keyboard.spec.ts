import { expect, test } from './fixtures.ts'

test('from the home page to a finished first lesson with the keyboard alone', async ({ page }) => {
  // A few hundred keys, one by one.
  const press = (key: string) => page.keyboard.press(key)
  /** Tabs on until the focused control has this name. */
  const tabTo = async (name: RegExp) => {
    const focused = () => page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
    })
    for (let steps = 0; steps < 400; steps += 1) {
      await press('Tab')
      if (name.test(await focused())) return
    }
    throw new Error(`Tab never reaches ${String(name)}`)
  }

  await page.goto('')
  await press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await press('Enter')
  await tabTo(/^Start the course/)
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Three words, one goal')

  const prediction = page.locator('.q').first()
  await expect(prediction.getByRole('button', { name: 'Keep my guess' })).toBeEnabled()
  await tabTo(/./)
  await prediction.getByRole('radio').first().focus()
  await press('Space')
  await tabTo(/^Keep my guess$/)
  await press('Enter')
  await expect(prediction.getByRole('status')).toContainText('guess')

  await tabTo(/^Mark as read and go on$/)
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where DevOps came from')
  await page.goBack()
  await expect(page.getByRole('link', { name: /^Go on: / })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible()
})
