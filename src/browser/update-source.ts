import type { UpdateSource } from '../core/offline/device.ts'
import { changesBetween, type PackIndex } from '../core/offline/pack.ts'
import { cachePrefix, readCacheName } from '../core/offline/strategy.ts'

/** Milliseconds between two requests to the waiting version to take over. */
const ASK_AGAIN_MS = 500

/** The index that each installed version brought with it, by build. */
const installedIndexes = async (prefix: string, base: string): Promise<PackIndex[]> => {
  const found: PackIndex[] = []
  for (const name of await caches.keys()) {
    if (readCacheName(prefix, name)?.kind !== 'shell') continue
    const kept = await (await caches.open(name)).match(`${base}packs.json`)
    if (kept) found.push(await kept.json() as PackIndex)
  }
  return found
}

/** Watches `registration`, whose new version waits, and applies it when told. `course` and `base` name our caches. */
export const createUpdateSource = (registration: ServiceWorkerRegistration, course: string, base: string): UpdateSource => ({
  watchWaiting(listener) {
    // Caches come in the order in which they were made: the running version's first, the waiting one's last.
    void installedIndexes(cachePrefix({ course, base }), base).then(
      (indexes) => listener({ changes: changesBetween(indexes.at(-2), indexes.at(-1)) }),
      () => listener({ changes: changesBetween(undefined, undefined) }),
    )
  },
  apply() {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    const ask = () => registration.waiting?.postMessage('apply')
    ask()
    // While the running worker is still busy, Chromium may forget that it was asked (seen in version 156): ask again.
    setInterval(ask, ASK_AGAIN_MS)
  },
})
