import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import type { RecordStore } from '../../src/stores/record.ts'

/** What the page under test exposes. */
export interface RecordPage {
  readonly record: RecordStore
  /** How often the storage asked for room. */
  freed: number
  /** What happens then. */
  freeSpace: () => Promise<void>
  /** Appends one answer to question `q`. */
  answer: (q: string) => ReturnType<RecordStore['append']>
}

declare global {
  interface Window {
    readonly page: RecordPage
  }
}

const root = new URL('../../', import.meta.url)

/** The record's own modules, wired as `stores/app.ts` wires them, on a page with nothing else. */
const HTML = `<!doctype html><meta charset="utf-8"><title>Record</title><link rel="icon" href="data:,">
<script type="importmap">{"imports":{"nanostores":"/node_modules/nanostores/index.js"}}</script>
<script>globalThis.process = { env: { NODE_ENV: 'production' } }</script>
<script type="module">
  import { createRecordStore } from '/src/stores/record.ts'
  import { createRecordStorage } from '/src/browser/record-storage.ts'
  import { createLocalKeys } from '/src/browser/local-keys.ts'
  const prefix = 'test-course:/'
  const keys = createLocalKeys(prefix)
  const page = { freed: 0, freeSpace: async () => undefined }
  page.record = createRecordStore({
    openStorage: () => createRecordStorage({ prefix, keys, freeSpace: () => { page.freed++; return page.freeSpace() } }),
    keys: () => keys,
    now: () => Date.now(),
    newId: () => 'device:' + crypto.randomUUID(),
  })
  page.answer = (question) => page.record.append({ type: 'answered', question, lesson: 'l', revision: 1, context: 'lesson', attempt: 0,
    response: { type: 'single', option: 'a' }, score: 1, hints: 0, misconceptions: [] })
  page.record.$state.listen(() => undefined)
  page.record.$keeping.listen(() => undefined)
  await page.record.ready()
  window.page = page
</script>`

/** Serves the page at its root, and any other address as an empty page of the same origin. */
export const serveRecordPage = async (): Promise<{ url: string; server: Server }> => {
  const server = createServer(async ({ url = '/' }, response) => {
    try {
      const script = /^\/(src|node_modules\/nanostores)\/[\w/.-]+\.[jt]s$/.test(url) && (await readFile(new URL(`.${url}`, root), 'utf8'))
      response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html')
      response.end(script ? (url.endsWith('.ts') ? stripTypeScriptTypes(script) : script) : url === '/' ? HTML : '<!doctype html><title>Elsewhere</title>')
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

/** Opens the page and waits until its record has been read. */
export const openRecord = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.waitForFunction(() => 'page' in window)
}

/** The ids of the questions answered so far, as the page knows them, sorted. */
export const answeredIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.page.record.$state.get().events.flatMap((event) => (event.type === 'answered' ? [event.question] : [])).sort())

/** Everything in the database and in localStorage, for comparing. */
export const stored = (page: Page): Promise<{ version: number; stores: Record<string, unknown[]>; keys: string[] }> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('test-course:/record')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const stores: Record<string, unknown[]> = {}
    for (const name of db.objectStoreNames) {
      stores[name] = await new Promise((resolve) => {
        const request = db.transaction(name).objectStore(name).getAll()
        request.onsuccess = () => resolve(request.result)
      })
    }
    const { version } = db
    db.close()
    return { version, stores, keys: Object.keys(localStorage).sort() }
  })
