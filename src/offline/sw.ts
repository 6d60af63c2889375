import { keptPackKey, type KeptPack } from '../core/offline/pack.ts'
import {
  cacheName, cachePrefix, closureOf, companionsOf, droppableAssets, hashedReferences, keyOf, lookupOrder, mayKeep,
  NETWORK_PATIENCE_MS, partsOf, planFor, readCacheName, sliceOf, staleShells, VISITED_LIMIT, withGeneration, type Generation, type Plan,
} from '../core/offline/strategy.ts'
import type { FetchEvent, WorkerScope } from './scope.ts'

/**
 * The service worker: events and caches only, decisions are in core/offline. It keeps no state in variables, since the
 * browser stops and restarts it at will. Navigation preload stays off: Firefox then shows its own error page offline.
 */

/** Put in by the offline integration. */
declare const OFFLINE_CONFIG: {
  readonly course: string
  readonly base: string
  readonly build: string
  readonly shell: readonly { readonly key: string; readonly sha256: string }[]
}

const worker = self as unknown as WorkerScope
const { course, base, build, shell } = OFFLINE_CONFIG
const site = { origin: worker.location.origin, base, course }
const prefix = cachePrefix(site)
const shellName = cacheName(prefix, { kind: 'shell', version: build })
const assetsName = cacheName(prefix, { kind: 'assets' })
const pagesName = cacheName(prefix, { kind: 'pages' })
const metaName = cacheName(prefix, { kind: 'meta' })
const generationsKey = `${base}_generations.json`
const isHashed = (key: string) => key.startsWith(`${base}_astro/`)

const factsOf = (response: Response) => ({
  status: response.status,
  type: response.type,
  redirected: response.redirected,
  contentType: response.headers.get('content-type') ?? '',
})

const sha256 = async (body: ArrayBuffer) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', body))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Runs `work` over `items`, six at a time: more make Chromium fail, fewer make it slow. When one fails no other is begun, and the failure
 * is told when those under way are over, so that nothing is written behind the back of who cleans up.
 */
const inParallel = async <T>(items: readonly T[], work: (item: T) => Promise<unknown>) => {
  const queue = [...items]
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    try {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    } catch (error) {
      queue.length = 0
      failures.push(error)
    }
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  if (failures.length > 0) throw failures[0]
}

/** The whole response kept under `key` in the first of `names` that has it; a pack counts only when it is complete. */
const findIn = async (names: readonly string[], key: string): Promise<Response | undefined> => {
  for (const name of names) {
    const cache = await caches.open(name)
    const found = await cache.match(key)
    if (found && (readCacheName(prefix, name)?.kind !== 'pack' || (await cache.match(keptPackKey(base))))) return found
  }
  return undefined
}

const findKept = async (key: string) =>
  findIn(isHashed(key) ? [assetsName, ...lookupOrder(prefix, await caches.keys())] : lookupOrder(prefix, await caches.keys()), key)

// ── Install: the shell, all of it checked, or nothing ──

const installFile = async ({ key, sha256: expected }: { key: string; sha256: string }) => {
  const cache = await caches.open(isHashed(key) ? assetsName : shellName)
  if (isHashed(key) && (await cache.match(key))) return
  const response = await fetch(key, { cache: 'no-cache' })
  if (!mayKeep(key, factsOf(response)) && key !== `${base}404.html`) throw new Error(`${key} answered ${response.status}`)
  const body = await response.arrayBuffer()
  if ((await sha256(body)) !== expected) throw new Error(`${key} is not the file of this version`)
  await cache.put(key, new Response(body, { headers: response.headers }))
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    inParallel(shell, installFile).catch(async (error: unknown) => {
      await caches.delete(shellName)
      throw error
    }),
  )
})

// ── Activate: tidy up our own caches ──

const keysIn = async (name: string) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)

const neededByKeptPages = async (names: readonly string[]) => {
  const start: string[] = []
  const pages = await caches.open(pagesName)
  for (const key of await keysIn(pagesName)) start.push(...hashedReferences((await (await pages.match(key))?.text()) ?? '', base))
  for (const name of names.filter((one) => readCacheName(prefix, one)?.kind === 'pack')) {
    const kept = await (await caches.open(name)).match(keptPackKey(base))
    if (kept) start.push(...((await kept.json()) as KeptPack).assets)
  }
  const assets = await caches.open(assetsName)
  return closureOf(start, base, async (key) => (await assets.match(key))?.text())
}

const tidy = async () => {
  const names = await caches.keys()
  await Promise.all(staleShells(prefix, names, build).map((name) => caches.delete(name)))
  const pages = await caches.open(pagesName)
  await Promise.all(shell.map(({ key }) => pages.delete(key)))
  const meta = await caches.open(metaName)
  const known = await meta.match(generationsKey)
  const generations = withGeneration(known ? ((await known.json()) as Generation[]) : [], {
    build,
    assets: shell.map(({ key }) => key).filter(isHashed),
  })
  await meta.put(generationsKey, Response.json(generations))
  const assets = await caches.open(assetsName)
  const drop = droppableAssets(await keysIn(assetsName), generations, await neededByKeptPages(names))
  await Promise.all(drop.map((key) => assets.delete(key)))
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await worker.registration.navigationPreload?.disable()
      await tidy()
      await worker.clients.claim()
    })(),
  )
})

// ── Keeping what is visited ──

const keepAsset = async (key: string) => {
  if (await findKept(key)) return
  const response = await fetch(key)
  if (mayKeep(key, factsOf(response))) await (await caches.open(assetsName)).put(key, response)
}

/** Keeps a page with everything that it needs: scripts, styles and figures first, so that a kept page is a whole one. */
const keepPage = async (key: string, response: Response) => {
  const text = await response.text()
  // A captive portal and a host's fallback page also answer 200 with HTML.
  if (!text.includes(`data-course="${course}"`) && !text.includes(`data-course=${course}`)) return
  const assets = await caches.open(assetsName)
  const needed = await closureOf(hashedReferences(text, base), base, async (asset) => {
    await keepAsset(asset)
    return (await assets.match(asset))?.text()
  })
  await inParallel([...needed], keepAsset)
  const pages = await caches.open(pagesName)
  await pages.delete(key)
  await pages.put(key, new Response(text, { headers: response.headers }))
  for (const companion of companionsOf(key, base)) {
    const data = await fetch(companion)
    if (mayKeep(companion, factsOf(data))) await pages.put(companion, data)
  }
  const keys = await keysIn(pagesName)
  const old = keys.filter((one) => one.endsWith('/')).slice(0, -VISITED_LIMIT).flatMap((one) => [one, ...companionsOf(one, base)])
  await Promise.all([...old, ...partsOf(key, keys)].map((one) => pages.delete(one)))
  for (const client of await worker.clients.matchAll()) client.postMessage('kept')
}

const keep = async (key: string, response: Response) => {
  if (!mayKeep(key, factsOf(response))) return
  if (key.endsWith('/')) await keepPage(key, response)
  else await (await caches.open(pagesName)).put(key, response)
}

// ── Answering ──

type Kept = Exclude<Plan, { how: 'pass' }>

const offlinePage = async (key: string, request: Request): Promise<Response> => {
  if (!key.endsWith('/')) return Response.error()
  const page = request.mode === 'navigate' ? await findKept(`${base}offline/`) : undefined
  return page ?? Response.error()
}

/** The network's answer, or after three seconds, a failure or a server error what is kept. */
const networkFirst = async (event: FetchEvent, { key, within }: Kept): Promise<Response> => {
  const { request } = event
  const live = fetch(request)
  // A full disk or a lost connection while keeping must not fail the page that is being shown.
  event.waitUntil(live.then((response) => keep(key, response.clone())).catch(() => undefined))
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, NETWORK_PATIENCE_MS))
  const first = await Promise.race([live.catch(() => undefined), late])
  if (first && first.status < 500) return first
  const kept = (await findKept(key)) ?? (within === undefined ? undefined : await findKept(within))
  if (kept) {
    const asked = new URL(request.url)
    const exact = asked.pathname.endsWith('/') || asked.pathname.includes('.') || request.mode !== 'navigate'
    return exact ? kept : Response.redirect(key + asked.search)
  }
  return live.catch(() => offlinePage(key, request))
}

const cacheFirst = async (event: FetchEvent, key: string): Promise<Response> => {
  const kept = await findKept(key)
  if (kept) return kept
  const response = await fetch(event.request)
  if (isHashed(key) && mayKeep(key, factsOf(response))) {
    const copy = response.clone()
    event.waitUntil(caches.open(assetsName).then((cache) => cache.put(key, copy)).catch(() => undefined))
  }
  return response
}

/**
 * Search files come from one kept set of this build, all or none, so that sets never mix. Without such a set they come
 * from the network; when that fails, from an older complete set. A failure is an error, never an empty answer.
 */
const searchFile = async (event: FetchEvent, key: string): Promise<Response> => {
  const sets = (await caches.keys()).filter((name) => readCacheName(prefix, name)?.id === 'search')
  const index = sets.length > 0 ? await findIn([shellName], `${base}packs.json`) : undefined
  const packs = index ? ((await index.json()) as { packs: { kind: string; version: string }[] }).packs : []
  const version = packs.find((pack) => pack.kind === 'search')?.version
  const present = sets.filter((name) => readCacheName(prefix, name)?.version === version)
  const kept = await findIn(present, key)
  if (kept) return kept
  const response = await fetch(event.request).catch(() => undefined)
  if (response?.ok) return response
  return (await findIn(sets, key)) ?? Response.error()
}

const answer = (event: FetchEvent, plan: Kept): Promise<Response> => {
  if (plan.how === 'page' || plan.how === 'data') return networkFirst(event, plan)
  return plan.how === 'search' ? searchFile(event, plan.key) : cacheFirst(event, plan.key)
}

/** A part of a whole that is kept, for players that ask for ranges. */
const slice = async (whole: Response, range: string): Promise<Response> => {
  const body = await whole.arrayBuffer()
  const part = sliceOf(range, body.byteLength)
  if (!part) return new Response(body, { headers: whole.headers })
  const headers = new Headers(whole.headers)
  headers.set('content-range', `bytes ${part.first}-${part.last}/${body.byteLength}`)
  headers.set('content-length', String(part.last - part.first + 1))
  return new Response(body.slice(part.first, part.last + 1), { status: 206, headers })
}

worker.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, site)
  if (plan.how === 'pass') return
  const range = event.request.headers.get('range')
  event.respondWith(
    range
      ? findKept(plan.key).then((whole) => (whole ? slice(whole, range) : fetch(event.request)))
      : answer(event, plan),
  )
})

/** `apply`: take over from the running version, on the learner's click. An address: a page opened before we ran. */
worker.addEventListener('message', (event) => {
  if (event.data === 'apply') event.waitUntil(worker.skipWaiting())
  else if (typeof event.data === 'string') {
    const plan = planFor({ url: new URL(event.data, site.origin).href, method: 'GET', mode: 'navigate' }, site)
    if (plan.how === 'page') event.waitUntil(fetch(keyOf(event.data)).then((response) => keep(plan.key, response)).catch(() => undefined))
  }
})
