/**
 * What search costs, cold: `OUT_DIR=dist node tests/bench/search.ts`. Prints the time from the first key to the first result and what was
 * transferred for it, as brotli and as it is on disk, and the same for the full text. Nothing is held here.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { listen } from '../../src/commands/serve.mjs'

const dir = process.env['OUT_DIR'] ?? 'dist'
const RUNS = 7
const systemChromium = '/usr/bin/chromium'

/** Compressed already inside, and fetched as they are. */
const PACKED = /\.(?:pf_\w+|pagefind)$/

const sizeOf = (path: string): { raw: number; sent: number } => {
  const bytes = readFileSync(join(dir, path))
  return { raw: bytes.length, sent: PACKED.test(path) ? bytes.length : brotliCompressSync(bytes).length }
}

const total = (paths: readonly string[]) =>
  paths.map(sizeOf).reduce((sum, size) => ({ raw: sum.raw + size.raw, sent: sum.sent + size.sent }), { raw: 0, sent: 0 })

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Times inside the page, so that the driver's own delays do not count: milliseconds after the event named first. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const times: Record<string, number> = {}
    Object.assign(globalThis, { searchTimes: times })
    addEventListener('keydown', () => (times['key'] ??= performance.now()), true)
    addEventListener('input', () => (times['input'] ??= performance.now()), true)
    new MutationObserver(() => {
      if (document.querySelector('dialog.search .group')) times['title'] ??= performance.now()
      if (document.querySelectorAll('dialog.search .part').length > 1) times['text'] ??= performance.now()
    }).observe(document, { subtree: true, childList: true })
  })

const run = async (page: Page, url: string) => {
  const paths: { path: string; at: 'before' | 'open' | 'typed' }[] = []
  let at: 'before' | 'open' | 'typed' = 'before'
  page.context().on('request', (request) => paths.push({ path: new URL(request.url()).pathname.slice(1), at }))
  await watch(page)
  await page.goto(`${url}lessons/error-budget-arithmetic/`, { waitUntil: 'networkidle' })
  at = 'open'
  await page.keyboard.press('/')
  await page.locator('dialog.search input[type=search]:focus').waitFor()
  await page.keyboard.press('b')
  await page.locator('dialog.search .group').first().waitFor()
  at = 'typed'
  const forTitles = paths.filter((one) => one.at === 'open').map(({ path }) => path)
  await page.keyboard.type('udget')
  await page.locator('dialog.search .part').nth(1).waitFor()
  const times = await page.evaluate(() => (globalThis as unknown as { searchTimes: Record<string, number> }).searchTimes)
  return { times, forTitles, forText: paths.filter((one) => one.at === 'typed').map(({ path }) => path) }
}

const { server, url } = await listen({ dir })
const browser = await chromium.launch({
  ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
})
const runs: Awaited<ReturnType<typeof run>>[] = []
for (let count = 0; count < RUNS; count += 1) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  runs.push(await run(await context.newPage(), url))
  await context.close()
}
await browser.close()
server.close()

const first = runs[0]
if (first) {
  const since = (from: string, to: string) => `${median(runs.map(({ times }) => (times[to] ?? NaN) - (times[from] ?? NaN))).toFixed(0)} ms`
  const titles = total(first.forTitles)
  const text = total(first.forText.filter((path) => existsSync(join(dir, path))))
  console.log(`first result, from the first letter typed: ${since('input', 'title')}`)
  console.log(`the same from the key "/" that opens search, with the driver's pause between the two: ${since('key', 'title')}`)
  console.log(`transferred for it, ${first.forTitles.length} files: ${kilobytes(titles.sent)} brotli, ${kilobytes(titles.raw)} raw`)
  console.log(`first result of the full text, from the first letter: ${since('input', 'text')} (150 ms of it are waited for more letters)`)
  console.log(`transferred for it on top, ${first.forText.length} files: ${kilobytes(text.sent)}, ${kilobytes(text.raw)} raw`)
  console.log(first.forTitles.map((path) => `  ${path} ${kilobytes(sizeOf(path).sent)}`).join('\n'))
}
