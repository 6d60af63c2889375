import { closureOf, companionsOf, hashedReferences, mayKeep, partsOf, VISITED_LIMIT } from '../core/offline/strategy.ts'
import { inParallel } from './in-parallel.ts'
import { factsOf, findKept, keysIn } from './kept.ts'
import { assetsName, base, course, pagesName, worker } from './site.ts'

const keepAsset = async (key: string) => {
  if (await findKept(key)) return
  const response = await fetch(key)
  if (mayKeep(key, factsOf(response))) await (await caches.open(assetsName)).put(key, response)
}

/** Keeps a page with everything that it needs: scripts, styles, figures and questions first, so that a kept page is a whole one. */
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
  for (const companion of companionsOf(key, base)) {
    const data = await fetch(companion)
    if (mayKeep(companion, factsOf(data))) await pages.put(companion, data)
  }
  await pages.delete(key)
  await pages.put(key, new Response(text, { headers: response.headers }))
  const keys = await keysIn(pagesName)
  const old = keys.filter((one) => one.endsWith('/')).slice(0, -VISITED_LIMIT).flatMap((one) => [one, ...companionsOf(one, base)])
  await Promise.all([...old, ...partsOf(key, base, keys)].map((one) => pages.delete(one)))
  for (const client of await worker.clients.matchAll()) client.postMessage('kept')
}

/** Keeps what was visited, a page with all that belongs to it. */
export const keep = async (key: string, response: Response): Promise<void> => {
  if (!mayKeep(key, factsOf(response))) return
  if (key.endsWith('/')) await keepPage(key, response)
  else await (await caches.open(pagesName)).put(key, response)
}
