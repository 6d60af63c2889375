import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { createOfflineSite, type OfflineSite } from './offline-site.ts'

/** The server is really stopped, since switching a browser "offline" does not reach every browser's worker. */

const READ = 'lessons/error-budget-arithmetic/'
const UNREAD = 'lessons/three-words-one-goal/'
const READ_TITLE = 'Error-budget arithmetic'
const UNREAD_TITLE = 'Three words, one goal'
const NOT_KEPT = 'You are offline, and this page is not kept on this device'

let site: OfflineSite
let context: BrowserContext
let page: Page

test.beforeEach(async ({ browser }) => {
  site = await createOfflineSite()
  context = await browser.newContext()
  page = await context.newPage()
})

test.afterEach(async () => {
  await context.close()
  await site.remove()
})

const heading = (name: string) => page.getByRole('heading', { level: 1, name })

/** Opens a page and waits until the frame says that it is kept: the worker runs and has the page with all it needs. */
const openAndKeep = async (path: string, on = page) => {
  await on.goto(site.url + path)
  await expect(on.getByRole('link', { name: 'Kept offline' })).toBeVisible()
}

const keepEverything = async () => {
  await openAndKeep('offline/')
  await page.getByRole('button', { name: /^Keep the whole course offline, / }).click()
  await expect(page.getByText(/^The whole course is kept and checked: /)).toBeVisible()
}

const keptUnder = (key: string, on = page) =>
  on.evaluate(async (path) => {
    const found: string[] = []
    for (const name of await caches.keys()) if (await (await caches.open(name)).match(path)) found.push(name)
    return found
  }, key)

/** The address of the first full-text result: the index itself is asked, not the small index of titles. */
const fullText = (query: string) => page.evaluate(async (asked) => {
  const pagefind = await import(`${location.origin}/pagefind/pagefind.js`) as { search(q: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }> }
  const { results } = await pagefind.search(asked)
  return (await results[0]?.data())?.url
}, query)

test.describe('with the server stopped', () => {
  test('home, search and the lesson that was read open whole; a lesson that was not read says so and lists what there is', async () => {
    await openAndKeep('')
    await openAndKeep(READ)
    await site.stop()
    await page.goto(site.url)
    await expect(heading('Three Disciplines')).toBeVisible()
    await page.goto(`${site.url}search/?q=budget`)
    await expect(page.getByRole('main').getByRole('link', { name: READ_TITLE }).first()).toBeVisible()
    await page.goto(site.url + READ)
    await expect(heading(READ_TITLE)).toBeVisible()
    const broken = await page.locator('main img').evaluateAll((images) => images.filter((image) => !(image as HTMLImageElement).naturalWidth).length)
    expect(broken).toBe(0)
    await page.goto(site.url + UNREAD)
    await expect(heading(NOT_KEPT)).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: READ_TITLE }).click()
    await expect(heading(READ_TITLE)).toBeVisible()
  })

  test('the first page ever opened is kept, though the worker was not there when it was opened', async () => {
    await openAndKeep(READ)
    await site.stop()
    await page.reload()
    await expect(heading(READ_TITLE)).toBeVisible()
  })

  test('a question bank comes with its lesson', async () => {
    await openAndKeep(READ)
    expect(await keptUnder(`/${READ}questions.json`)).not.toEqual([])
    await site.stop()
    const questions = await page.evaluate(async (url) => (await fetch(url)).json() as Promise<unknown[]>, `/${READ}questions.json`)
    expect(questions.length).toBeGreaterThan(0)
  })

  test('a question that came by itself is kept until its lesson brings the whole bank, which is newer', async () => {
    await openAndKeep('about/')
    const bank = await page.evaluate(async (url) => (await fetch(url)).json() as Promise<{ id: string; role: string; siblingOf?: string }[]>, `/${UNREAD}questions.json`)
    const question = bank.find(({ role, siblingOf }) => role === 'practice' && !siblingOf)
    const own = `/${UNREAD}questions/${question?.id}.json`
    expect(await page.evaluate(async (url) => (await fetch(url)).status, own)).toBe(200)
    await expect.poll(() => keptUnder(own)).not.toEqual([])
    await openAndKeep(UNREAD)
    await expect.poll(() => keptUnder(own)).toEqual([])
    await site.stop()
    const inBank = await page.evaluate(async (url) => (await fetch(url)).json() as Promise<{ id: string }[]>, own)
    expect(inBank.map(({ id }) => id)).toContain(question?.id)
  })

  test('a page that the worker does not answer for, as after a reload past every cache, hears that it is kept', async () => {
    await openAndKeep(READ)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (name.endsWith('|pages')) await caches.delete(name)
    })
    const devtools = await context.newCDPSession(page)
    await Promise.all([page.waitForEvent('load'), devtools.send('Page.reload', { ignoreCache: true })])
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    await expect(page.getByRole('link', { name: 'Kept offline' })).toBeVisible()
    await site.stop()
    await page.goto(site.url + READ)
    await expect(heading(READ_TITLE)).toBeVisible()
  })

  for (const form of [READ.slice(0, -1), `${READ}index.html?from=mail`, `${READ}?from=mail`]) {
    test(`/${form} answers as the lesson`, async () => {
      await openAndKeep(READ)
      await site.stop()
      await page.goto(site.url + form)
      await expect(heading(READ_TITLE)).toBeVisible()
    })
  }

  test('a worker that the browser has put to sleep in the meantime still answers', async () => {
    await openAndKeep(READ)
    await site.stop()
    const devtools = await context.newCDPSession(page)
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.stopAllWorkers')
    await page.reload()
    await expect(heading(READ_TITLE)).toBeVisible()
  })

  test('a module kept by hand can be read though it was never opened', async () => {
    await openAndKeep('offline/')
    await page.getByRole('button', { name: 'Keep “Orientation”' }).click()
    await expect(page.getByRole('button', { name: 'Remove “Orientation”' })).toBeFocused()
    await site.stop()
    await page.goto(site.url + UNREAD)
    await expect(heading(UNREAD_TITLE)).toBeVisible()
    await page.goto(site.url + READ)
    await expect(heading(NOT_KEPT)).toBeVisible()
  })

  test('everything kept means every page, and the full text in search', async () => {
    await keepEverything()
    await site.stop()
    for (const path of ['glossary/', 'sources/', UNREAD, READ, 'modules/orientation/', 'about/']) {
      await page.goto(site.url + path)
      await expect(heading(NOT_KEPT)).toBeHidden()
      await expect(page.getByRole('link', { name: /offline$/i }).first()).toBeVisible()
    }
    expect(await fullText('budget')).toBeTruthy()
  })
})

test('a network that never answers shows the kept copy instead of a blank page', async () => {
  await openAndKeep(READ)
  site.hang()
  await page.goto(site.url + READ)
  await expect(heading(READ_TITLE)).toBeVisible()
})

test('a page that does not exist is never kept', async () => {
  await openAndKeep('')
  expect((await page.goto(`${site.url}no-such-page/`))?.status()).toBe(404)
  await page.goto(site.url)
  expect(await keptUnder('/no-such-page/')).toEqual([])
})

test.describe('keeping', () => {
  test('a download that breaks off keeps what is whole, says so, and goes on from there', async () => {
    await openAndKeep('offline/')
    await context.route(/packs\/search\./, (route) => route.abort())
    await page.getByRole('button', { name: /^Keep the whole course offline/ }).click()
    await expect(page.getByText('“Search in the full text” is not kept. The network did not answer.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remove “Orientation”' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Keep “Search in the full text”' })).toBeVisible()
    await context.unroute(/packs\/search\./)
    await page.getByRole('button', { name: /^Keep the rest, / }).click()
    await expect(page.getByText(/^The whole course is kept and checked/)).toBeVisible()
  })

  test('a pack that is not what the index promises is thrown away', async () => {
    await openAndKeep('offline/')
    await context.route(/packs\/module-orientation\./, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' }))
    await page.getByRole('button', { name: 'Keep “Orientation”' }).click()
    await expect(page.getByText('“Orientation” is not kept. What came is not what the site promises')).toBeVisible()
    expect(await keptUnder(`/${UNREAD}`)).toEqual([])
  })

  test('checking finds a damaged file, and the part can be kept again', async () => {
    await keepEverything()
    await page.getByRole('button', { name: 'Check what is kept' }).click()
    await expect(page.getByText(/every file is as it should be/)).toBeVisible()
    await page.evaluate(async (key) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        if (name.includes('|pack|') && (await cache.match(key))) await cache.put(key, new Response('rot', { headers: { 'content-type': 'text/html' } }))
      }
    }, `/${UNREAD}`)
    await page.getByRole('button', { name: 'Check what is kept' }).click()
    await expect(page.getByText(/^1 file was damaged or missing/)).toBeVisible()
    await page.getByRole('button', { name: 'Keep “Orientation”' }).click()
    await expect(page.getByRole('button', { name: 'Remove “Orientation”' })).toBeVisible()
  })

  test('removing everything removes our packs and nothing of a neighbour', async () => {
    await keepEverything()
    await page.evaluate(() => caches.open('neighbour'))
    await page.getByRole('button', { name: 'Remove everything' }).click()
    await expect(page.getByText('Nothing is kept yet but the pages you have opened.')).toBeVisible()
    const names = await page.evaluate(() => caches.keys())
    expect(names.filter((name) => name.includes('|pack|'))).toEqual([])
    expect(names).toContain('neighbour')
  })

  test('a full disk is said, and nothing half-kept counts or stays', async () => {
    await openAndKeep('offline/')
    const { usage } = await page.evaluate(() => navigator.storage.estimate())
    const devtools = await context.newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: (usage ?? 0) + 10_000 })
    await page.getByRole('button', { name: 'Keep “Orientation”' }).click()
    await expect(page.getByText('“Orientation” is not kept. This browser refused to store it.')).toBeVisible()
    expect((await page.evaluate(() => caches.keys())).filter((name) => name.includes('|pack|'))).toEqual([])
  })

  test('a device with little room is not filled', async () => {
    await page.addInitScript(() => {
      navigator.storage.estimate = async () => ({ quota: 30_000_000, usage: 10_000_000 })
    })
    await openAndKeep('offline/')
    await page.getByRole('button', { name: 'Keep “Orientation”' }).click()
    await expect(page.getByText('“Orientation” is not kept. This device has too little room for it.')).toBeVisible()
  })
})

test.describe('a new version', () => {
  const banner = () => page.getByRole('status').filter({ hasText: 'A new version is ready.' })
  const update = (on = page) => on.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  const publishNext = async () => {
    site.edit(`${UNREAD}index.html`, (html) => html.replace(/(<h1[^>]*>)/, '$1New: '))
    site.edit('index.html', (html) => html.replace(/(<h1[^>]*>)/, '$1New: '))
    await site.publish()
  }

  test('says what changed and waits for a click, which alone loads the page anew', async () => {
    await openAndKeep('')
    const other = await context.newPage()
    await openAndKeep(READ, other)
    await page.evaluate(() => document.body.setAttribute('data-still-here', ''))
    await other.evaluate(() => document.body.setAttribute('data-still-here', ''))
    await publishNext()
    await update()
    await expect(banner()).toContainText('Changed: “Orientation”.')
    await expect(page.locator('body')).toHaveAttribute('data-still-here', '')
    await banner().getByRole('button', { name: 'Use the new version' }).click()
    await expect(page.locator('body')).not.toHaveAttribute('data-still-here', '')
    await expect(page.getByRole('heading', { level: 1, name: /^New: / })).toBeVisible()
    await expect(other.locator('body')).toHaveAttribute('data-still-here', '')
    const shells = (await page.evaluate(() => caches.keys())).filter((name) => name.includes('|shell|'))
    expect(shells).toHaveLength(1)
  })

  test('old hashed files stay for tabs that are still open, and go two versions later', async () => {
    await openAndKeep('')
    const asset = await page.evaluate(() => new URL(document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')!.href).pathname)
    const replaced = asset.replace(/\.[^.]+\.css$/, '.Changed1.css')
    const renames = [[asset, replaced], ['Changed1', 'Changed2'], ['Changed2', 'Changed3']] as const
    for (const [version, [before, after]] of renames.entries()) {
      site.rename(before, after)
      await site.publish()
      await update()
      await banner().getByRole('button', { name: 'Use the new version' }).click()
      // The page is being loaded anew: nothing is asked of it before the new one is there.
      await expect(page.locator(`link[rel=stylesheet][href*="${after.split('/').at(-1)}"]`)).toBeAttached()
      await page.waitForLoadState()
      await expect.poll(async () => (await keptUnder(asset)).length).toBe(version < 2 ? 1 : 0)
    }
  })

  test('that arrives broken is not installed, and the old one keeps answering', async () => {
    await openAndKeep('')
    await publishNext()
    site.edit('favicon.svg', (drawing) => `${drawing}<!-- cut off on the way -->`)
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      const installing = new Promise<string>((done) => registration?.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => done(worker.state))
      }))
      await registration?.update()
      return installing
    })
    expect(outcome).toBe('redundant')
    await site.stop()
    await page.goto(site.url)
    await expect(heading('Three Disciplines')).toBeVisible()
    expect((await page.evaluate(() => caches.keys())).filter((name) => name.includes('|shell|'))).toHaveLength(1)
  })

  test('of the search index is never mixed with the kept one: online the new set answers, offline the old one alone', async () => {
    await keepEverything()
    const entry = 'pagefind/pagefind-entry.json'
    site.edit(entry, (text) => `${text}\n`)
    await site.publish()
    const fetchEntry = () => page.evaluate(async (url) => (await fetch(url)).text(), `/${entry}?ts=1`)
    expect((await fetchEntry()).endsWith('\n'), 'before the update the kept set answers').toBe(false)
    await update()
    await banner().getByRole('button', { name: 'Use the new version' }).click()
    await expect(page.getByRole('button', { name: 'Get the new version of “Search in the full text”' })).toBeVisible()
    expect((await fetchEntry()).endsWith('\n'), 'after the update the network answers').toBe(true)
    await site.stop()
    expect((await fetchEntry()).endsWith('\n'), 'offline the older set answers').toBe(false)
    expect(await fullText('budget')).toBeTruthy()
  })

  test('updates what is kept when the learner asks for it', async () => {
    await keepEverything()
    await publishNext()
    await update()
    await banner().getByRole('button', { name: 'Use the new version' }).click()
    await page.getByRole('button', { name: 'Get the new version of “Orientation”' }).click()
    await expect(page.getByRole('button', { name: 'Remove “Orientation”' })).toBeVisible()
    await site.stop()
    await page.goto(site.url + UNREAD)
    await expect(page.getByRole('heading', { level: 1, name: /^New: / })).toBeVisible()
  })
})

test('the kill switch removes the worker and our caches, and leaves the record and the neighbours alone', async () => {
  await openAndKeep('')
  await page.evaluate(async () => {
    await caches.open('neighbour')
    await caches.open('three-disciplines:/elsewhere/|shell|1')
    localStorage.setItem('three-disciplines:/note', 'an answer')
  })
  await site.publish(true)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  // It asks to take over every half second; Chromium grants that when the old worker has nothing left to do, which takes its time on a busy machine.
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), { timeout: 120_000 }).toBe(0)
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['neighbour', 'three-disciplines:/elsewhere/|shell|1'])
  expect(await page.evaluate(() => localStorage.getItem('three-disciplines:/note'))).toBe('an answer')
  await page.goto(site.url + READ)
  await expect(heading(READ_TITLE)).toBeVisible()
})

test('a neighbour on the same origin is never asked and never changed', async () => {
  await page.goto(`${site.url}robots.txt`)
  await page.evaluate(async (key) => {
    for (const name of ['neighbour', 'three-disciplines:/course/|pages', 'three-disciplines-2:/|pages']) {
      await (await caches.open(name)).put(key, new Response('<h1>Not ours</h1>', { headers: { 'content-type': 'text/html' } }))
    }
  }, `/${UNREAD}`)
  await openAndKeep('')
  await site.stop()
  await page.goto(site.url + UNREAD)
  await expect(heading(NOT_KEPT)).toBeVisible()
  expect(await keptUnder(`/${UNREAD}`)).toEqual(['neighbour', 'three-disciplines:/course/|pages', 'three-disciplines-2:/|pages'])
})
