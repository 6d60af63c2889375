import { cacheName, cachePrefix } from '../core/offline/strategy.ts'
import type { WorkerScope } from './scope.ts'

/** Which site this worker works for, and the names of its caches. */

/** Put in by the offline integration. */
declare const OFFLINE_CONFIG: {
  readonly course: string
  readonly base: string
  readonly build: string
  readonly shell: readonly { readonly key: string; readonly sha256: string }[]
}

export const worker = self as unknown as WorkerScope
export const { course, base, build, shell } = OFFLINE_CONFIG
export const site = { origin: worker.location.origin, base, course }
export const prefix = cachePrefix(site)
export const shellName = cacheName(prefix, { kind: 'shell', version: build })
export const assetsName = cacheName(prefix, { kind: 'assets' })
export const pagesName = cacheName(prefix, { kind: 'pages' })
export const metaName = cacheName(prefix, { kind: 'meta' })

/** Whether a file is named by its content, so that it never changes. */
export const isHashed = (key: string): boolean => key.startsWith(`${base}_astro/`)
