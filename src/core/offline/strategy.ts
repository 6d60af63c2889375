import { bankAround, bankPath } from '../course/question-files.ts'

/**
 * What the service worker decides, without a browser: how a request is answered, under which key a page is kept,
 * what may be kept at all, and which caches are ours. One origin may hold many sites, so every name carries a prefix.
 */

/** Where the course lives: `origin` without a slash at the end, `base` with one at both ends, `course` its id. */
export interface Site {
  readonly origin: string
  readonly base: string
  readonly course: string
}

/** What of a request decides how it is answered. */
export interface RequestFacts {
  readonly method: string
  readonly url: string
  /** `Request.mode`: "navigate" for a page that is opened. */
  readonly mode: string
}

/**
 * How a request is answered. `pass`: not by us. `page` and `data`: network first, then what is kept. `asset`: a hashed
 * file, cache first. `shell`: an unhashed file of the installed version, cache first. `search`: from one complete kept
 * set, else the network. `key` is the path under which the answer is kept, `within` that of a larger file which answers as well.
 */
export type Plan =
  | { readonly how: 'pass' }
  | { readonly how: 'page' | 'data' | 'asset' | 'shell' | 'search'; readonly key: string; readonly within?: string }

/** What of a response decides whether it may be kept. `type` is `Response.type`. */
export interface ResponseFacts {
  readonly status: number
  readonly type: string
  readonly redirected: boolean
  readonly contentType: string
}

/** One of our caches: `shell` per build, `pack` per module kept, and one each of `assets`, `pages` and `meta`. */
export interface CacheName {
  readonly kind: 'shell' | 'assets' | 'pages' | 'pack' | 'meta'
  /** For a pack: its id, such as `module-budgets`. */
  readonly id?: string
  /** For a shell the build, for a pack the hash of its content. */
  readonly version?: string
}

/** Milliseconds that a page may take from the network before a kept copy is shown instead. */
export const NETWORK_PATIENCE_MS = 3000

/** How many visited pages are kept; the longest unvisited go first. */
export const VISITED_LIMIT = 200

/** How many builds' hashed files are kept: the present one and the two before it, for tabs that are still open. */
const GENERATIONS_KEPT = 3

/** Prefix of all caches of the course at this address. */
export const cachePrefix = ({ course, base }: Pick<Site, 'course' | 'base'>): string => `${course}:${base}|`

/** The name of a cache. */
export const cacheName = (prefix: string, { kind, id, version }: CacheName): string =>
  prefix + [kind, id, version].filter((part) => part !== undefined).join('|')

/** What a cache's name says, or undefined when the cache is not ours: such a cache is never opened and never deleted. */
export const readCacheName = (prefix: string, name: string): CacheName | undefined => {
  if (!name.startsWith(prefix)) return undefined
  const [kind, first, second, ...more] = name.slice(prefix.length).split('|')
  if (more.length > 0) return undefined
  if (kind === 'shell' && first && second === undefined) return { kind, version: first }
  if (kind === 'pack' && first && second) return { kind, id: first, version: second }
  if ((kind === 'assets' || kind === 'pages' || kind === 'meta') && first === undefined) return { kind }
  return undefined
}

/** The caches of `names` that hold pages, in the order in which they are asked: the freshest copy first. */
export const lookupOrder = (prefix: string, names: readonly string[]): string[] => {
  const rank = { pages: 0, pack: 1, shell: 2, assets: 3, meta: 4 }
  return names
    .map((name) => ({ name, is: readCacheName(prefix, name) }))
    .filter(({ is }) => is && rank[is.kind] <= rank.shell)
    .sort((a, b) => rank[a.is!.kind] - rank[b.is!.kind])
    .map(({ name }) => name)
}

/** The shells that are not `build`'s: they go when that build takes over. */
export const staleShells = (prefix: string, names: readonly string[], build: string): string[] =>
  names.filter((name) => {
    const is = readCacheName(prefix, name)
    return is?.kind === 'shell' && is.version !== build
  })

/**
 * The key of a path: `/x`, `/x/` and `/x/index.html` are one page, queries and fragments do not count.
 * A last part with a dot names a file and stays as it is.
 */
export const keyOf = (url: string): string => {
  const path = new URL(url, 'https://local.invalid').pathname.replace(/\/index\.html$/, '/')
  return path.endsWith('/') || /\.[^/]*$/.test(path) ? path : `${path}/`
}

/** Whether `key` is a page (a folder or an .html file). */
const isPage = (key: string): boolean => key.endsWith('/') || key.endsWith('.html')

/** How a request is answered. */
export const planFor = (request: RequestFacts, { origin, base }: Site): Plan => {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== origin || !`${url.pathname}/`.startsWith(base)) return { how: 'pass' }
  const key = keyOf(request.url)
  const inside = key.slice(base.length)
  if (/^sw(-off)?\.js$/.test(inside) || inside.startsWith('packs/')) return { how: 'pass' }
  if (inside.startsWith('_astro/')) return { how: 'asset', key }
  if (inside.startsWith('pagefind/')) return { how: 'search', key }
  if (request.mode === 'navigate' || isPage(key)) return { how: 'page', key }
  const bank = bankAround(inside)
  return { how: inside.endsWith('.json') ? 'data' : 'shell', key, ...(bank !== undefined && { within: base + bank }) }
}

/** Content types by file ending; other endings may be anything but a page. */
const TYPES: readonly (readonly [RegExp, RegExp])[] = [
  [/(\/|\.html)$/, /^text\/html/],
  [/\.m?js$/, /javascript/],
  [/\.css$/, /^text\/css/],
  [/\.json$/, /json/],
  [/\.svg$/, /^image\/svg/],
  [/\.(png|jpe?g|webp|avif|gif)$/, /^image\//],
]

/** Whether a response may be kept under `key`: a whole, direct, successful answer of the type that its name promises. */
export const mayKeep = (key: string, { status, type, redirected, contentType }: ResponseFacts): boolean => {
  if (status !== 200 || redirected || (type !== 'basic' && type !== 'default')) return false
  const expected = TYPES.find(([name]) => name.test(key))?.[1]
  return expected ? expected.test(contentType) : !contentType.startsWith('text/html')
}

/** Hashed files that a page, script or stylesheet names: `/course/_astro/x.abc.js`, `"./y.def.js"`, `"_astro/z.css"`. */
export const hashedReferences = (text: string, base: string): string[] => {
  const found = text.matchAll(/(?:_astro\/|["'`(]\.\/)([\w.@-]+\.(?:js|css|svg|png|jpe?g|webp|avif|gif|woff2|json))(?![\w.-])/g)
  return [...new Set([...found].map(([, name]) => `${base}_astro/${name}`))]
}

/** Everything that `start` needs, itself included: `read` gives a file's text, or undefined when it has none to follow. */
export const closureOf = async (
  start: Iterable<string>,
  base: string,
  read: (key: string) => Promise<string | undefined>,
): Promise<Set<string>> => {
  const all = new Set(start)
  for (const key of all) {
    const text = /\.(js|css)$/.test(key) ? await read(key) : undefined
    if (text) for (const reference of hashedReferences(text, base)) all.add(reference)
  }
  return all
}

/** Data that belongs to a page and is kept with it: a lesson brings its question bank. */
export const companionsOf = (key: string, base: string): string[] => {
  const lesson = /^lessons\/([^/]+)\/$/.exec(key.slice(base.length))?.[1]
  return lesson === undefined ? [] : [base + bankPath(lesson)]
}

/** Those of the kept `keys` that a kept page's companions hold as well: its questions by themselves, which are older than a page just kept. */
export const partsOf = (key: string, base: string, keys: readonly string[]): string[] => {
  const banks = companionsOf(key, base)
  return keys.filter((one) => banks.includes(`${base}${bankAround(one.slice(base.length))}`))
}

/** The hashed files of one installed build. */
export interface Generation {
  readonly build: string
  readonly assets: readonly string[]
}

/** The generations to remember once `next` is installed, newest first. */
export const withGeneration = (known: readonly Generation[], next: Generation): Generation[] =>
  [next, ...known.filter((one) => one.build !== next.build)].slice(0, GENERATIONS_KEPT)

/** The cached hashed files that neither a remembered build nor a kept page needs. */
export const droppableAssets = (cached: readonly string[], generations: readonly Generation[], needed: ReadonlySet<string>): string[] => {
  const wanted = new Set([...generations.flatMap((one) => one.assets), ...needed])
  return cached.filter((key) => !wanted.has(key))
}

/**
 * The bytes that a Range header asks for, as the first and last position in a whole of `size` bytes.
 * Undefined when the header is not a single range that can be met: the whole is the right answer then.
 */
export const sliceOf = (range: string, size: number): { readonly first: number; readonly last: number } | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range.trim())
  if (!match || (!match[1] && !match[2])) return undefined
  const first = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]))
  const last = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1
  return first <= last && first < size ? { first, last } : undefined
}
