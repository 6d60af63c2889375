import { keptPackKey, type KeptPack } from '../core/offline/pack.ts'
import { closureOf, droppableAssets, hashedReferences, readCacheName, staleShells, withGeneration, type Generation } from '../core/offline/strategy.ts'
import { keysIn } from './kept.ts'
import { assetsName, base, build, isHashed, metaName, pagesName, prefix, shell } from './site.ts'

const generationsKey = `${base}_generations.json`

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

/** Drops what neither this build, nor the two before it, nor a kept page needs; only in our own caches. */
export const tidy = async (): Promise<void> => {
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
