/**
 * How long the review page takes to open: `node tests/bench/review-page.ts` after a build. Puts 20,000 answers to up to 400 questions of
 * the course, siblings included, into the browser's database, opens the page again and again, and prints the time from the start of the
 * navigation until the controls of the first question can be used. Nothing is held here.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Answered } from '../../src/core/record/event.ts'
import { unpackIndex, type PackedIndex } from '../../src/core/review/question-index.ts'

const root = resolve(import.meta.dirname, '../..')
const dist = resolve(process.env['OUT_DIR'] ?? join(root, 'dist'))
const ANSWERS = 20_000
const QUESTIONS = 400
const DAY_MS = 86_400_000
const RUNS = 7

const index = unpackIndex(JSON.parse(readFileSync(join(dist, 'question-index.json'), 'utf8')) as PackedIndex)
const asked = index.flatMap((question) => [question.id, ...question.siblings.map(({ id }) => id)].map((id) => ({ id, root: question }))).slice(0, QUESTIONS)

/** Answer number `n`: every question in turn over the last 200 days, the last round eight days ago, one in seven wrong. */
const answer = (n: number, now: number): Answered => {
  const { id, root: { id: rootId, lesson, revision } } = asked[n % asked.length]!
  const rounds = Math.ceil(ANSWERS / asked.length)
  const round = Math.floor(n / asked.length)
  return {
    id: `bench:${String(n).padStart(8, '0')}-1b2c-4d3e-8f4a-5b6c7d8e9f0a`, v: 1, at: now - Math.round((8 + (200 * (rounds - round)) / rounds) * DAY_MS) + (n % asked.length) * 1000,
    type: 'answered', question: id, lesson, revision, context: n % 3 === 0 ? 'lesson' : 'review', attempt: n % 5,
    response: { type: 'single', option: 'a-plausible-option' }, score: n % 7 === 0 ? 0 : 1, hints: n % 11 === 0 ? 1 : 0,
    ...(n % 2 === 0 && { confidence: n % 4 === 0 ? 'certain' : 'fairly' }), misconceptions: n % 7 === 0 ? ['one-budget-for-every-month'] : [],
    ...(id !== rootId && { inPlaceOf: rootId }),
  }
}

const seed = (page: Page, answers: readonly Answered[]) => page.evaluate(async (events) => {
  const { course, base } = document.documentElement.dataset
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(`${course}:${base}record`)
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
  const transaction = db.transaction('events', 'readwrite')
  for (const event of events) transaction.objectStore('events').add(event)
  await new Promise((done) => { transaction.oncomplete = done })
  db.close()
}, answers)

/** Milliseconds from the start of the navigation to a first question that can be answered. */
const open = async (page: Page, url: string): Promise<number> => {
  await page.goto(url)
  return page.evaluate(() => new Promise<number>((done) => {
    const look = () => {
      const question = document.querySelector('fieldset.q:not(.is-waiting)')
      const ready = (question as HTMLFieldSetElement | null)?.disabled === false && question?.querySelector('button:not(:disabled)')
      if (ready) requestAnimationFrame(() => done((window as { readyAt?: number }).readyAt ?? performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  }))
}

/** Notes the moment in the page itself, so that asking from outside does not count. */
const watch = () => new MutationObserver((_, observer) => {
  const question = document.querySelector('fieldset.q:not(.is-waiting)')
  if (!question?.checkVisibility()) return
  ;(window as { readyAt?: number }).readyAt = performance.now()
  observer.disconnect()
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })

const server = spawn(process.execPath, ['src/commands/serve.mjs', '--dir', dist, '--port', '0'], { cwd: root })
const url = await new Promise<string>((done) => server.stdout.on('data', (text: Buffer) => {
  const found = /http:\/\/\S+/.exec(text.toString())
  if (found) done(found[0])
}))
const browser = await chromium.launch({
  ...(existsSync('/usr/bin/chromium') && { executablePath: '/usr/bin/chromium' }),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
})
try {
  const page = await (await browser.newContext()).newPage()
  await page.addInitScript(watch)
  const now = Date.now()
  await page.goto(`${url}progress/`)
  await page.waitForFunction(() => !document.querySelector('.loading'))
  await seed(page, Array.from({ length: ANSWERS }, (_, n) => answer(n, now)))
  for (let warm = 0; warm < 2; warm += 1) await open(page, `${url}review/`)
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push(await open(page, `${url}review/`))
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`${ANSWERS.toLocaleString('en-GB')} answers over ${asked.length} questions, first question ready after ${Math.round(sorted[Math.floor(RUNS / 2)]!)} ms`
    + ` (median of ${RUNS}; ${sorted.map(Math.round).join(', ')})`)
} finally {
  await browser.close()
  server.kill()
}
