import type { Server } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { answeredIn, openRecord, serveRecordPage } from './record-page.ts'

/** The copy for reading a long record quickly is a convenience; whatever becomes of it, the record is whole. */

const LONG = 2500

let server: Server
let url: string

test.beforeAll(async () => {
  ({ server, url } = await serveRecordPage())
})
test.afterAll(() => void server.close())

/** Opens the page with a long record, and waits until its copy has been made. */
const openLong = async (page: Page) => {
  await openRecord(page, url)
  await page.evaluate(async (count) => {
    const answers = Array.from({ length: count }, (_, n) => ({
      id: `device:many-${n}`, v: 1, at: 1_700_000_000_000 + n, type: 'answered' as const, question: `q${String(n).padStart(4, '0')}`, lesson: 'l', revision: 1,
      context: 'lesson' as const, attempt: 0, response: { type: 'single' as const, option: 'a' }, score: 1, hints: 0, misconceptions: [],
    }))
    await window.page.record.include(answers)
  }, LONG)
  await openRecord(page, url)
  await page.waitForFunction(() => localStorage.getItem('test-course:/copied') !== null)
}

/** Changes the stretches of the copy. */
const change = (page: Page, how: 'cut' | 'garble' | 'empty') => page.evaluate(async (what) => {
  const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const db = await done(indexedDB.open('test-course:/record-copy'))
  const store = db.transaction('stretches', 'readwrite').objectStore('stretches')
  const stretches: { upTo: number; text: string }[] = await done(store.getAll())
  const first = stretches[0]
  if (what === 'empty') await done(store.clear())
  else if (first && what === 'cut') await done(store.delete(first.upTo))
  else if (first) await done(store.put({ ...first, text: first.text.replace('"score"', '"scare"') }))
  db.close()
  return stretches.length
}, how)

test('a long record is copied in thousands, and is the same when it is read from there', async ({ page }) => {
  await openLong(page)
  const before = await answeredIn(page)
  expect(before).toHaveLength(LONG)
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(before)
  await page.evaluate(() => window.page.answer('one-more'))
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual(['one-more', ...before])
})

for (const how of ['cut', 'garble', 'empty'] as const) {
  test(`a copy that does not agree with the record is not used, and is made anew: ${how}`, async ({ page }) => {
    await openLong(page)
    expect(await change(page, how)).toBe(2)
    await openRecord(page, url)
    expect(await answeredIn(page)).toHaveLength(LONG)
    await page.waitForFunction(() => localStorage.getItem('test-course:/copied') !== null)
    await openRecord(page, url)
    expect(await answeredIn(page)).toHaveLength(LONG)
  })
}

test('a copy in the form that an older version of the course gave it is dropped, and made anew', async ({ page }) => {
  await openLong(page)
  await page.evaluate(() => new Promise((done) => {
    const name = 'test-course:/record-copy'
    indexedDB.deleteDatabase(name)
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('stretches', { keyPath: 'upTo' }).put({ upTo: 1000, lastId: 'device:many-999', text: '[]' })
    request.onsuccess = () => done(request.result.close())
  }))
  await openRecord(page, url)
  expect(await answeredIn(page)).toHaveLength(LONG)
  await page.waitForFunction(() => indexedDB.databases().then((all) => all.some(({ name, version }) => name === 'test-course:/record-copy' && version === 2)))
  await page.waitForFunction(() => localStorage.getItem('test-course:/copied') !== null)
  await openRecord(page, url)
  expect(await answeredIn(page)).toHaveLength(LONG)
})

test('without its copy, and when the record was emptied under it, only the record counts', async ({ page }) => {
  await openLong(page)
  await page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('test-course:/record')
    request.onsuccess = () => {
      const transaction = request.result.transaction('events', 'readwrite')
      transaction.objectStore('events').clear()
      transaction.oncomplete = () => done(request.result.close())
    }
  }))
  await openRecord(page, url)
  expect(await answeredIn(page)).toEqual([])
})
