import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { AstroIntegration } from 'astro'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { TextPlaces } from '../core/search/full-text.ts'
import type { TextRecord } from '../core/search/records.ts'

/**
 * The full-text index. Pages are indexed where they carry `data-pagefind-body` (the text of lessons); glossary terms and anti-patterns
 * are records of their own, so that each is a result. Filters are not kept in the index: the small index knows kind and module of
 * every page, and `places.json` says which page a result is, so filtering needs no further file.
 */

/** Written by the page of the same name for this index only. */
const RECORDS = 'search-records.json'

/** What Pagefind writes and the site does not use: its own interfaces, its highlighter, and words of no language. */
const UNUSED = /-ui\.(?:js|css)$|^pagefind-highlight\.js$/

/**
 * Left out of the index whatever the page says. Questions are interactive and so are inside `astro-island`: with their options and reasons
 * in the index, a search would give the answers away. The rest are labels and sums, which read as nonsense in an excerpt.
 */
const NOT_PROSE = ['astro-island', '.q', '.facts', '.kind', '.worked', 'svg']

/** The mark in front of everything that Pagefind packs. */
const SIGNATURE = 'pagefind_dcd'

/**
 * Runs before Pagefind's worker. Pagefind answers with fewer results when a file of the index cannot be read, and says nothing:
 * this counts such files (an error page counts too, since Pagefind does not look at the status) and adds the number to each answer.
 */
const WORKER_START = `{
  let missing = 0
  const load = self.fetch.bind(self)
  self.fetch = async (...request) => {
    try {
      const response = await load(...request)
      if (!response.ok) throw new Error('HTTP ' + response.status)
      return response
    } catch (error) {
      missing += 1
      throw error
    }
  }
  const answer = self.postMessage.bind(self)
  self.postMessage = (message) =>
    answer(message.result && message.result.results ? { ...message, result: { ...message.result, missing } } : message)
}
`

/** Throws what Pagefind reports: its functions answer with errors instead of failing. */
const must = <T extends { readonly errors: readonly string[] }>(what: string, response: T): T => {
  if (response.errors.length > 0) throw new Error(`${what}: ${response.errors.join('; ')}`)
  return response
}

/** The language of the site as Pagefind names it: the lower-case `lang` of the home page. */
const languageOf = (html: string): string => (/<html[^>]*\slang=["']?([\w-]+)/i.exec(html)?.[1] ?? 'unknown').toLowerCase()

const addRecords = async (index: PagefindIndex, site: string): Promise<void> => {
  const file = join(site, RECORDS)
  const records = JSON.parse(await readFile(file, 'utf8')) as readonly TextRecord[]
  const language = languageOf(await readFile(join(site, 'index.html'), 'utf8'))
  for (const { path, title, text } of records) {
    must(`Indexing ${path}`, await index.addCustomRecord({ url: `/${path}`, content: text, language, meta: { title } }))
  }
  await rm(file)
}

interface Fragment {
  readonly url: string
  readonly content: string
}

const fragmentOf = (bytes: Uint8Array, name: string): Fragment => {
  const text = gunzipSync(bytes).toString('utf8')
  if (!text.startsWith(SIGNATURE)) throw new Error(`${name} is not a fragment as this version of Pagefind writes it`)
  return JSON.parse(text.slice(SIGNATURE.length)) as Fragment
}

/** The files of an index by their path below `pagefind/`. */
type IndexFiles = Map<string, Uint8Array>

/** Which page each fragment holds, with a tag that changes whenever the index does. */
const placesOf = (files: IndexFiles, entry: Uint8Array): TextPlaces => {
  const pages: Record<string, string> = {}
  for (const name of [...files.keys()].filter((path) => path.startsWith('fragment/')).sort()) {
    const { url } = fragmentOf(files.get(name) ?? new Uint8Array(), name)
    pages[basename(name, '.pf_fragment')] = url.replace(/^\//, '')
  }
  return { tag: createHash('sha256').update(entry).update(JSON.stringify(pages)).digest('hex').slice(0, 12), pages }
}

const dropUnused = (files: IndexFiles, entry: string): void => {
  for (const name of files.keys()) {
    const language = /^wasm\.(.+)\.pagefind$/.exec(name)?.[1]
    if (UNUSED.test(name) || (language !== undefined && !entry.includes(`"wasm":"${language}"`))) files.delete(name)
  }
}

const fileIn = (files: IndexFiles, name: string): Uint8Array => {
  const file = files.get(name)
  if (!file) throw new Error(`This version of Pagefind writes no ${name}`)
  return file
}

/**
 * Indexes the built site in the folder `site`, writes `pagefind/` into it and resolves with the number of pages and records. Pagefind
 * hands over the files and we write them: when it writes them itself, it may be ended before the last ones have reached the disk.
 */
const indexSite = async (site: string): Promise<number> => {
  const { index } = must('Starting Pagefind', await createIndex({ excludeSelectors: NOT_PROSE }))
  if (!index) throw new Error('Starting Pagefind: it gave no index')
  let files: IndexFiles
  try {
    must('Indexing the pages', await index.addDirectory({ path: site }))
    await addRecords(index, site)
    files = new Map(must('Making the index', await index.getFiles()).files.map(({ path, content }) => [path, content]))
  } finally {
    await close()
  }
  const entry = fileIn(files, 'pagefind-entry.json')
  const text = new TextDecoder()
  dropUnused(files, text.decode(entry))
  files.set('pagefind-worker.js', Buffer.from(WORKER_START + text.decode(fileIn(files, 'pagefind-worker.js'))))
  const places = placesOf(files, entry)
  files.set('places.json', Buffer.from(JSON.stringify(places)))
  for (const [path, content] of files) {
    const file = join(site, 'pagefind', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return Object.keys(places.pages).length
}

/** Builds the full-text index once all pages are written. Comes before what lists or hashes the files of the site. */
export const pagefindIndex = (): AstroIntegration => ({
  name: 'pagefind',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`${await indexSite(fileURLToPath(dir))} places in the full-text index`)
    },
  },
})
