import { keyOf, planFor } from '../core/offline/strategy.ts'
import { answer, slice } from './answer.ts'
import { install } from './install.ts'
import { keep } from './keep.ts'
import { findKept } from './kept.ts'
import type { ExtendableMessageEvent } from './scope.ts'
import { site, worker } from './site.ts'
import { tidy } from './tidy.ts'

/**
 * The service worker: events and caches only, decisions are in core/offline. It keeps no state in variables, since the
 * browser stops and restarts it at will. Navigation preload stays off: Firefox then shows its own error page offline.
 */

worker.addEventListener('install', (event) => event.waitUntil(install()))

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await worker.registration.navigationPreload?.disable()
      await tidy()
      await worker.clients.claim()
    })(),
  )
})

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

/** Keeps a page that was opened before we ran, and tells it so: it may not be ours yet, and is then not among the pages that all hear it. */
const keepOpened = async ({ source }: ExtendableMessageEvent, address: string) => {
  const plan = planFor({ url: new URL(address, site.origin).href, method: 'GET', mode: 'navigate' }, site)
  if (plan.how !== 'page') return
  await keep(plan.key, await fetch(keyOf(address)))
  source?.postMessage('kept')
}

/** `apply`: take over from the running version, on the learner's click. An address: a page opened before we ran. */
worker.addEventListener('message', (event) => {
  if (event.data === 'apply') event.waitUntil(worker.skipWaiting())
  else if (typeof event.data === 'string') event.waitUntil(keepOpened(event, event.data).catch(() => undefined))
})
