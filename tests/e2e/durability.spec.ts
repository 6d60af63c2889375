import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type Page } from '@playwright/test'
import { answeredIn, openRecord, serveRecordPage, stored } from './record-page.ts'

/** The promises of the record, tried on its own modules in a real browser: an answer that was ticked is kept. */

let server: Server
let url: string

test.beforeAll(async () => ({ server, url } = await serveRecordPage()))
test.afterAll(() => void server.close())

const keeping = (page: Page) => page.evaluate(() => window.page.record.$keeping.get())
const answer = (page: Page, question: string) => page.evaluate((q) => window.page.answer(q), question)

test('an answer survives a reload, and nothing of it stays in the journal', async ({ page }) => {
  await openRecord(page, url)
  expect(await answer(page, 'q1')).toEqual({ state: 'kept' })
  expect((await stored(page)).keys).toEqual([])
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(['q1'])
})

test('two tabs that answer 100 questions each end with 200, and each tab sees the other’s', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()]
  await openRecord(one, url)
  await openRecord(two, url)
  const answerAll = (page: Page, name: string) => page.evaluate(async (tab) => {
    for (let n = 0; n < 100; n++) {
      const kept = window.page.answer(`${tab}-${n}`)
      if (n % 3 === 0) await kept
    }
    await window.page.answer(`${tab}-last`)
  }, name)
  await Promise.all([answerAll(one, 'one'), answerAll(two, 'two')])
  for (const page of [one, two]) await expect.poll(async () => new Set(await answeredIn(page)).size).toBe(202)
  await openRecord(one, url)
  expect(await answeredIn(one)).toHaveLength(202)
})

test('20 answers, each followed at once by leaving the page, are all kept', async ({ page }) => {
  for (let n = 0; n < 20; n++) {
    await openRecord(page, url)
    await Promise.all([
      page.waitForURL('**/elsewhere'),
      page.evaluate((question) => {
        void window.page.answer(question)
        location.href = '/elsewhere'
      }, `q${n}`),
    ])
  }
  await openRecord(page, url)
  expect(await answeredIn(page)).toHaveLength(20)
})

test('20 answers, each followed at once by closing the tab, are all kept', async ({ context }) => {
  for (let n = 0; n < 20; n++) {
    const page = await context.newPage()
    await openRecord(page, url)
    await page.evaluate((question) => void window.page.answer(question), `q${n}`)
    await page.close()
  }
  const page = await context.newPage()
  await openRecord(page, url)
  expect(await answeredIn(page)).toHaveLength(20)
})

const executable = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : chromium.executablePath()

/** A browser of its own, with a profile that outlives it, so that it can be killed. */
const startBrowser = async (profile: string): Promise<{ process: ChildProcess; page: Page }> => {
  await rm(join(profile, 'DevToolsActivePort'), { force: true })
  const process = spawn(executable, [
    '--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank',
  ], { stdio: 'ignore' })
  // How long a browser takes to start on a busy machine is not ours to say; the test itself has a limit.
  const portFile = join(profile, 'DevToolsActivePort')
  await expect.poll(() => readFile(portFile, 'utf8').then((text) => text.split('\n').length, () => 0), { intervals: [20], timeout: 120_000 }).toBeGreaterThan(1)
  const port = (await readFile(portFile, 'utf8')).split('\n')[0]
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the browser opened no page')
  return { process, page }
}

const kill = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    process.once('exit', () => resolve())
    process.kill('SIGKILL')
  })

test('20 times the browser is killed as soon as an answer is ticked, and nothing that was ticked is lost', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'record-'))
  for (let n = 0; n <= 20; n++) {
    const { process, page } = await startBrowser(profile)
    await openRecord(page, url)
    expect(await answeredIn(page)).toHaveLength(n)
    expect((await answer(page, `q${n}`)).state).toBe('kept')
    await kill(process)
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('with storage blocked by the browser, answers go on in memory, and it is said', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'record-'))
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }))
  const { process, page } = await startBrowser(profile)
  await openRecord(page, url)
  expect(await keeping(page)).toEqual({ state: 'not-kept', reason: 'blocked' })
  expect(await answer(page, 'q1')).toEqual({ state: 'not-kept', reason: 'blocked' })
  expect(await answeredIn(page)).toEqual(['q1'])
  expect(await page.evaluate(() => {
    window.page.record.saveDraft('d', { text: 'half' })
    return window.page.record.loadDraft('d')
  })).toEqual({ text: 'half' })
  await kill(process)
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('without IndexedDB it says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await openRecord(page, url)
  expect(await answer(page, 'q1')).toEqual({ state: 'not-kept', reason: 'blocked' })
  expect(await answeredIn(page)).toEqual(['q1'])
})

test('with localStorage null the database alone keeps answers, and drafts stay in memory', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: null }))
  await openRecord(page, url)
  expect(await answer(page, 'q1')).toEqual({ state: 'kept' })
  expect(await page.evaluate(() => {
    window.page.record.saveDraft('d', [1])
    return window.page.record.loadDraft('d')
  })).toEqual([1])
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(['q1'])
})

test('a draft survives a reload until it is cleared', async ({ page }) => {
  await openRecord(page, url)
  await page.evaluate(() => window.page.record.saveDraft('q1', { option: 'b' }))
  await openRecord(page, url)
  expect(await page.evaluate(() => window.page.record.loadDraft('q1'))).toEqual({ option: 'b' })
  await page.evaluate(() => window.page.record.clearDraft('q1'))
  expect(await page.evaluate(() => window.page.record.loadDraft('q1'))).toBeUndefined()
})

const setQuota = async (page: Page, quotaSize?: number) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, ...(quotaSize !== undefined && { quotaSize }) })
}

const fill = (page: Page, bytes: number) => page.evaluate(async (size) => {
  const cache = await caches.open('test-course:/pages')
  await cache.put('/pack', new Response(new Uint8Array(size)))
}, bytes)

test('when the storage is full it says so, and what was not kept is kept once there is room', async ({ page }) => {
  await openRecord(page, url)
  await fill(page, 3_000_000)
  await setQuota(page, 100)
  await page.evaluate(() => Object.defineProperty(Storage.prototype, 'setItem', { value: () => { throw new Error('no room') }, configurable: true }))
  expect(await answer(page, 'q1')).toEqual({ state: 'not-kept', reason: 'full' })
  expect(await answeredIn(page)).toEqual(['q1'])
  await setQuota(page)
  expect(await answer(page, 'q2')).toEqual({ state: 'kept' })
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(['q1', 'q2'])
})

test('when the storage is full, downloaded packs go before an answer does', async ({ page }) => {
  await openRecord(page, url)
  await fill(page, 3_000_000)
  await setQuota(page, 2_000_000)
  await page.evaluate(() => {
    window.page.freeSpace = async () => {
      const cache = await caches.open('test-course:/pages')
      for (const key of await cache.keys()) await cache.delete(key)
    }
  })
  expect(await answer(page, 'q1')).toEqual({ state: 'kept' })
  expect(await page.evaluate(() => window.page.freed)).toBe(1)
})

test('when the browser clears the site in mid-session it is said, and the page can put everything back', async ({ page }) => {
  await openRecord(page, url)
  await answer(page, 'q1')
  await answer(page, 'q2')
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' })
  await expect.poll(() => keeping(page)).toEqual({ state: 'kept', evicted: true })
  expect(await answer(page, 'q3')).toEqual({ state: 'kept', evicted: true })
  expect(await page.evaluate(() => window.page.record.keepAgain())).toEqual({ state: 'kept' })
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(['q1', 'q2', 'q3'])
})

test('an entry of a newer version makes the record read-only: it is shown and nothing is written', async ({ page }) => {
  await openRecord(page, url)
  await answer(page, 'q1')
  await page.evaluate(() => new Promise<void>((resolve) => {
    const request = indexedDB.open('test-course:/record')
    request.onsuccess = () => {
      const write = request.result.transaction('events', 'readwrite')
      write.objectStore('events').add({ id: 'new:1', v: 2, at: 1, type: 'answered', anything: true })
      write.oncomplete = () => resolve(request.result.close())
    }
  }))
  await openRecord(page, url)
  const before = await stored(page)
  expect(await keeping(page)).toEqual({ state: 'read-only', reason: 'newer' })
  expect(await answer(page, 'q2')).toEqual({ state: 'read-only', reason: 'newer' })
  expect(await answeredIn(page)).toEqual(['q1', 'q2'])
  expect(await stored(page)).toEqual(before)
})

test('a database of a newer version is read and not written', async ({ page }) => {
  await openRecord(page, url)
  await answer(page, 'q1')
  // The page under test lets go of its connection, so that the newer version can have the database.
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('test-course:/record', 2)
    request.onupgradeneeded = () => void request.result.createObjectStore('folds')
    request.onsuccess = () => resolve(request.result.close())
    request.onblocked = reject
  }))
  expect(await answer(page, 'late')).toEqual({ state: 'read-only', reason: 'newer' })
  await openRecord(page, url)
  const before = await stored(page)
  expect(before.version).toBe(2)
  expect(await answer(page, 'q2')).toEqual({ state: 'read-only', reason: 'newer' })
  // What was answered before the page could know waits in the journal, where the newer version finds it.
  expect(await answeredIn(page)).toEqual(['late', 'q1', 'q2'])
  expect(await stored(page)).toEqual(before)
})

test('what cannot be read is put aside as it was found, and said; the rest stays', async ({ page }) => {
  await openRecord(page, url)
  await answer(page, 'q1')
  const junk = { id: 'broken:1', score: '<b>' }
  await page.evaluate((value) => new Promise<void>((resolve) => {
    localStorage.setItem('test-course:/journal.broken:2', '{"id":"broken:2","v":1,')
    const request = indexedDB.open('test-course:/record')
    request.onsuccess = () => {
      const write = request.result.transaction('events', 'readwrite')
      write.objectStore('events').add(value)
      write.oncomplete = () => resolve(request.result.close())
    }
  }), junk)
  await openRecord(page, url)
  expect(await keeping(page)).toEqual({ state: 'kept', quarantined: 2 })
  expect(await answeredIn(page)).toEqual(['q1'])
  const { stores, keys } = await stored(page)
  expect(stores['quarantine']).toEqual([junk, { key: 'journal.broken:2', text: '{"id":"broken:2","v":1,' }])
  expect(stores['events']).toHaveLength(1)
  expect(keys).toEqual([])
})

test('the journal of a page that was interrupted is taken over, once', async ({ page }) => {
  await openRecord(page, url)
  await answer(page, 'q1')
  await page.evaluate(() => {
    const [known] = window.page.record.$state.get().events
    if (!known) throw new Error('the first answer must be there')
    for (const event of [known, { ...known, id: 'device:left-behind', question: 'q2' }]) {
      localStorage.setItem(`test-course:/journal.${event.id}`, JSON.stringify(event))
    }
    localStorage.setItem('other-site:/journal.x:1', 'not ours')
  })
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(['q1', 'q2'])
  const { stores, keys } = await stored(page)
  expect(stores['events']).toHaveLength(2)
  expect(keys).toEqual(['other-site:/journal.x:1'])
})
