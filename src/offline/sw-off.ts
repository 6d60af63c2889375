import { cachePrefix, readCacheName } from '../core/offline/strategy.ts'
import type { WorkerScope } from './scope.ts'

/**
 * The kill switch: published as sw.js it removes the service worker and the course's own caches from every device that
 * comes by. The learner's record lives elsewhere and stays.
 */

/** Put in by the offline integration. */
declare const OFFLINE_CONFIG: { readonly course: string; readonly base: string }

const worker = self as unknown as WorkerScope
const prefix = cachePrefix(OFFLINE_CONFIG)

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))

// While the old worker is still busy, Chromium may forget that it was asked (seen in version 156): ask again.
const asking = setInterval(() => void worker.skipWaiting(), 500)

worker.addEventListener('activate', (event) => {
  clearInterval(asking)
  event.waitUntil(
    (async () => {
      const ours = (await caches.keys()).filter((name) => readCacheName(prefix, name))
      await Promise.all(ours.map((name) => caches.delete(name)))
      await worker.registration.unregister()
    })(),
  )
})
