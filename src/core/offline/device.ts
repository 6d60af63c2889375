import type { Result } from '../result.ts'
import type { BuildChanges, KeptPack, PackIndex, PackInfo } from './pack.ts'

/**
 * Why a pack could not be kept. `no-room`: the device lacks space. `offline`: the network did not answer. `damaged`: what
 * came is not what the index promises. `gone`: the site has a newer version. `refused`: the browser would not store it.
 */
export type KeepError = 'no-room' | 'offline' | 'damaged' | 'gone' | 'refused'

/** The device's side of keeping the course, as the stores need it; `src/browser/pack-download.ts` is the real one. */
export interface OfflineDevice {
  /** Whether this browser can keep pages at all; it cannot in some private windows and on plain http addresses. */
  readonly able: boolean
  /** Whether the offline page is shown in place of another one, which is not kept. */
  readonly standsIn: boolean
  /** The newest index that can be had, from the network or the installed version; undefined when there is none. */
  index(): Promise<PackIndex | undefined>
  /** The packs that are kept and complete. */
  kept(): Promise<KeptPack[]>
  /** The pages kept because they were visited: their keys. */
  visited(): Promise<string[]>
  /** Downloads, checks and keeps a pack; `onBytes` hears how many bytes of it have come so far. */
  keep(pack: PackInfo, index: PackIndex, onBytes: (bytes: number) => void): Promise<Result<KeptPack, KeepError>>
  /** Compares every file of a kept pack with its hash; resolves with the number of files that are damaged or gone. */
  verify(kept: KeptPack): Promise<number>
  /** Removes a pack. */
  remove(id: string): Promise<void>
  /** Removes all packs and visited pages to make room; resolves with whether there was anything to remove. */
  freeSpace(): Promise<boolean>
  /** Calls back, now and later, with whether the network seems to be there. */
  watchOnline(listener: (online: boolean) => void): () => void
}

/** A new version that is installed and waits. */
export interface WaitingUpdate {
  readonly changes: BuildChanges
}

/** The running worker and the one that waits, as the stores need them. */
export interface UpdateSource {
  /** Calls back when a new version waits. */
  watchWaiting(listener: (update: WaitingUpdate) => void): void
  /** Lets the waiting version take over, then loads the page anew. */
  apply(): void
}
