import { mayKeep } from '../core/offline/strategy.ts'
import { inParallel } from './in-parallel.ts'
import { factsOf } from './kept.ts'
import { assetsName, base, isHashed, shell, shellName } from './site.ts'

const sha256 = async (body: ArrayBuffer) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', body))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const installFile = async ({ key, sha256: expected }: { key: string; sha256: string }) => {
  const cache = await caches.open(isHashed(key) ? assetsName : shellName)
  if (isHashed(key) && (await cache.match(key))) return
  const response = await fetch(key, { cache: 'no-cache' })
  if (!mayKeep(key, factsOf(response)) && key !== `${base}404.html`) throw new Error(`${key} answered ${response.status}`)
  const body = await response.arrayBuffer()
  if ((await sha256(body)) !== expected) throw new Error(`${key} is not the file of this version`)
  await cache.put(key, new Response(body, { headers: response.headers }))
}

/** Installs the shell: all of it, every file checked, or nothing. */
export const install = (): Promise<void> =>
  inParallel(shell, installFile).catch(async (error: unknown) => {
    await caches.delete(shellName)
    throw error
  })
