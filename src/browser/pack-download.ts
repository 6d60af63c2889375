import type { KeepError, OfflineDevice } from '../core/offline/device.ts'
import { decodePack, hasRoom, keptPackKey, type KeptPack, type PackFile, type PackIndex, type PackInfo } from '../core/offline/pack.ts'
import { cacheName, cachePrefix, keyOf, mayKeep, readCacheName } from '../core/offline/strategy.ts'
import { err, ok, type Result } from '../core/result.ts'

const sha256 = async (body: BufferSource): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', body))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const unzip = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())

/** The whole body of a response; `onBytes` hears the running total. */
const readAll = async (response: Response, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let total = 0
  const reader = response.body?.getReader()
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    parts.push(step.value)
    total += step.value.length
    onBytes(total)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

const fetchPack = async (pack: PackInfo, base: string, onBytes: (bytes: number) => void): Promise<Result<Uint8Array<ArrayBuffer>, KeepError>> => {
  try {
    const response = await fetch(base + pack.file)
    if (!response.ok) return err(response.status === 404 ? 'gone' : 'offline')
    const bytes = await readAll(response, onBytes)
    return (await sha256(bytes)) === pack.sha256 ? ok(bytes) : err('damaged')
  } catch {
    return err('offline')
  }
}

const unpack = async (bytes: Uint8Array<ArrayBuffer>, base: string): Promise<Result<PackFile[], KeepError>> => {
  const raw = await unzip(bytes).catch(() => undefined)
  const files = raw && decodePack(raw, base)
  if (!files?.ok) return err('damaged')
  for (const file of files.value) if ((await sha256(file.body)) !== file.sha256) return err('damaged')
  return files
}

/** Keeps the course's packs in this browser's cache storage, for `course` at `base`. */
export const createPackKeeper = (course: string, base: string): OfflineDevice => {
  const prefix = cachePrefix({ course, base })
  const pagesName = cacheName(prefix, { kind: 'pages' })
  const able = 'caches' in globalThis && 'serviceWorker' in navigator && 'DecompressionStream' in globalThis
  const packCaches = async (id?: string) => {
    const names = able ? await caches.keys() : []
    return names.filter((name) => {
      const is = readCacheName(prefix, name)
      return is?.kind === 'pack' && (id === undefined || is.id === id)
    })
  }

  /** The scripts and styles of a pack's pages; most are installed with the worker already. */
  const keepAssets = async (pack: PackInfo, index: PackIndex): Promise<Result<string[], KeepError>> => {
    const cache = await caches.open(cacheName(prefix, { kind: 'assets' }))
    const assets = pack.assets.flatMap((at) => index.assets[at] ?? [])
    for (const { key, sha256: expected } of assets) {
      if (await cache.match(key)) continue
      const response = await fetch(key).catch(() => undefined)
      if (!response) return err('offline')
      const facts = { status: response.status, type: response.type, redirected: response.redirected, contentType: response.headers.get('content-type') ?? '' }
      if (!mayKeep(key, facts)) return err('gone')
      const body = await response.arrayBuffer()
      if ((await sha256(body)) !== expected) return err('damaged')
      await cache.put(key, new Response(body, { headers: response.headers }))
    }
    return ok(assets.map(({ key }) => key))
  }

  const store = async (pack: PackInfo, files: readonly PackFile[], assets: readonly string[]): Promise<KeptPack> => {
    const name = cacheName(prefix, { kind: 'pack', id: pack.id, version: pack.version })
    const cache = await caches.open(name)
    for (const { key, type, body } of files) await cache.put(key, new Response(body, { headers: { 'content-type': type } }))
    const kept: KeptPack = {
      id: pack.id, version: pack.version, kind: pack.kind, title: pack.title, size: pack.size, atMs: Date.now(), assets,
      entries: files.map(({ key, type, length, sha256: hash }) => ({ key, type, length, sha256: hash })),
      pages: pack.pages,
    }
    await cache.put(keptPackKey(base), Response.json(kept))
    for (const old of await packCaches(pack.id)) if (old !== name) await caches.delete(old)
    const visited = await caches.open(pagesName)
    for (const { key } of files) await visited.delete(key)
    return kept
  }

  return {
    able,
    standsIn: keyOf(location.href) !== `${base}offline/`,
    async index() {
      const response = await fetch(`${base}packs.json`).catch(() => undefined)
      return response?.ok ? await response.json().catch(() => undefined) as PackIndex | undefined : undefined
    },
    async kept() {
      const found = await Promise.all((await packCaches()).map(async (name) => (await caches.open(name)).match(keptPackKey(base))))
      return Promise.all(found.filter((one) => one !== undefined).map((one) => one.json() as Promise<KeptPack>))
    },
    async visited() {
      if (!able || !(await caches.has(pagesName))) return []
      const keys = await (await caches.open(pagesName)).keys()
      return keys.map((request) => new URL(request.url).pathname).filter((key) => key.endsWith('/'))
    },
    async keep(pack, index, onBytes) {
      const estimate = await navigator.storage?.estimate?.().catch(() => undefined)
      if (!hasRoom(pack.size, estimate)) return err('no-room')
      const bytes = await fetchPack(pack, base, onBytes)
      if (!bytes.ok) return bytes
      const files = await unpack(bytes.value, base)
      if (!files.ok) return files
      try {
        const assets = await keepAssets(pack, index)
        return assets.ok ? ok(await store(pack, files.value, assets.value)) : assets
      } catch {
        // Browsers name a full disk differently, so any refusal to write is treated alike; nothing half-kept counts.
        await caches.delete(cacheName(prefix, { kind: 'pack', id: pack.id, version: pack.version })).catch(() => false)
        return err('refused')
      }
    },
    async verify(kept) {
      const cache = await caches.open(cacheName(prefix, { kind: 'pack', id: kept.id, version: kept.version }))
      const assets = await caches.open(cacheName(prefix, { kind: 'assets' }))
      let damaged = 0
      for (const entry of kept.entries) {
        const file = await cache.match(entry.key)
        if (!file || (await sha256(await file.arrayBuffer())) !== entry.sha256) damaged += 1
      }
      for (const key of kept.assets) if (!(await assets.match(key))) damaged += 1
      return damaged
    },
    async remove(id) {
      for (const name of await packCaches(id)) await caches.delete(name)
    },
    async freeSpace() {
      const names = [...(await packCaches()), pagesName]
      const removed = able ? await Promise.all(names.map((name) => caches.delete(name))) : []
      return removed.includes(true)
    },
    watchOnline(listener) {
      const tell = () => listener(navigator.onLine)
      addEventListener('online', tell)
      addEventListener('offline', tell)
      tell()
      return () => {
        removeEventListener('online', tell)
        removeEventListener('offline', tell)
      }
    },
  }
}
