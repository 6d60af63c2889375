import { keptPackKey } from '../core/offline/pack.ts'
import { lookupOrder, readCacheName, type ResponseFacts } from '../core/offline/strategy.ts'
import { assetsName, base, isHashed, prefix } from './site.ts'

/** Looking into the caches. */

/** What of a response decides whether it may be kept. */
export const factsOf = (response: Response): ResponseFacts => ({
  status: response.status,
  type: response.type,
  redirected: response.redirected,
  contentType: response.headers.get('content-type') ?? '',
})

/** The keys in the cache called `name`, oldest first. */
export const keysIn = async (name: string): Promise<string[]> => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)

/** The whole response kept under `key` in the first of `names` that has it; a pack counts only when it is complete. */
export const findIn = async (names: readonly string[], key: string): Promise<Response | undefined> => {
  for (const name of names) {
    const cache = await caches.open(name)
    const found = await cache.match(key)
    if (found && (readCacheName(prefix, name)?.kind !== 'pack' || (await cache.match(keptPackKey(base))))) return found
  }
  return undefined
}

/** What is kept under `key`, the freshest copy first. */
export const findKept = async (key: string): Promise<Response | undefined> =>
  findIn(isHashed(key) ? [assetsName, ...lookupOrder(prefix, await caches.keys())] : lookupOrder(prefix, await caches.keys()), key)
