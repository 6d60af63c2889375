import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOffline } from '../../../src/integrations/offline.ts'
import { createOfflineSite, type OfflineSite } from '../offline-site.ts'

/** The built site whose pages write down, before anything else runs in them, what goes wrong. It is the same in every engine. */

/** Runs in the page. A tab keeps its list over its pages, unless it may keep nothing. */
const watch = () => {
  let leaving = false
  // Firefox lets the scripts of a page that is being left fail to load, and tells the page.
  addEventListener('beforeunload', () => { leaving = true })
  const note = (text: string) => {
    if (leaving) return
    try {
      sessionStorage.setItem('problems', JSON.stringify([...JSON.parse(sessionStorage.getItem('problems') ?? '[]') as string[], `${location.pathname} ${text}`]))
    } catch {
      // What may keep nothing is read while the page is there.
      const list = (window as { problems?: string[] })
      list.problems = [...(list.problems ?? []), text]
    }
  }
  addEventListener('securitypolicyviolation', (event) => note(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
  addEventListener('error', (event) => note(`uncaught: ${event.message}`))
  addEventListener('unhandledrejection', (event) => note(`uncaught: ${event.reason}`))
  for (const level of ['error', 'warn'] as const) {
    const say = console[level].bind(console)
    console[level] = (...words: unknown[]) => {
      note(`console ${level}: ${words.join(' ')}`)
      say(...words)
    }
  }
}

/** In the page, before `watch`: storage as a browser has it that forbids it. */
const forbidStorage = () => {
  for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
    Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError') } })
  }
}

/** In the page: what went wrong so far. */
export const problemsHere = (): string[] => {
  const { problems = [] } = window as { problems?: string[] }
  try {
    return [...JSON.parse(sessionStorage.getItem('problems') ?? '[]') as string[], ...problems]
  } catch {
    return problems
  }
}

let watched: Promise<OfflineSite> | undefined

const prepare = async (): Promise<OfflineSite> => {
  const site = await createOfflineSite()
  await site.stop()
  for (const name of readdirSync(site.dir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue
    const path = join(site.dir, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('<meta charset="utf-8">', '$&<script src="/watch.js"></script>'))
  }
  writeFileSync(join(site.dir, 'watch.js'), `(${watch})()\n`)
  await writeOffline(site.dir, '/', false)
  return site
}

/** A copy for one journey: its port is its own, and so is what a browser stores for it. */
export const createWatchedSite = async ({ storage = true } = {}): Promise<OfflineSite> => {
  const site = await createOfflineSite((await (watched ??= prepare())).dir)
  if (!storage) {
    site.edit('watch.js', (script) => `(${forbidStorage})()\n${script}`)
    await site.publish()
  }
  return site
}

export const removeWatched = async (): Promise<void> => (await watched)?.remove()
