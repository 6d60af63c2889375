import { mayKeep, NETWORK_PATIENCE_MS, readCacheName, sliceOf, type Plan } from '../core/offline/strategy.ts'
import { keep } from './keep.ts'
import { factsOf, findIn, findKept } from './kept.ts'
import type { FetchEvent } from './scope.ts'
import { assetsName, base, isHashed, prefix, shellName } from './site.ts'

/** A plan that is ours to carry out. */
type Planned = Exclude<Plan, { how: 'pass' }>

const offlinePage = async (key: string, request: Request): Promise<Response> => {
  if (!key.endsWith('/')) return Response.error()
  const page = request.mode === 'navigate' ? await findKept(`${base}offline/`) : undefined
  return page ?? Response.error()
}

/** The network's answer, or after three seconds, a failure or a server error what is kept. */
const networkFirst = async (event: FetchEvent, { key, within }: Planned): Promise<Response> => {
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

/** Answers a request as planned. */
export const answer = (event: FetchEvent, plan: Planned): Promise<Response> => {
  if (plan.how === 'page' || plan.how === 'data') return networkFirst(event, plan)
  return plan.how === 'search' ? searchFile(event, plan.key) : cacheFirst(event, plan.key)
}

/** A part of a whole that is kept, for players that ask for ranges. */
export const slice = async (whole: Response, range: string): Promise<Response> => {
  const body = await whole.arrayBuffer()
  const part = sliceOf(range, body.byteLength)
  if (!part) return new Response(body, { headers: whole.headers })
  const headers = new Headers(whole.headers)
  headers.set('content-range', `bytes ${part.first}-${part.last}/${body.byteLength}`)
  headers.set('content-length', String(part.last - part.first + 1))
  return new Response(body.slice(part.first, part.last + 1), { status: 206, headers })
}
