import { atom, onMount, type ReadableAtom } from 'nanostores'
import type { KeepError, OfflineDevice, UpdateSource, WaitingUpdate } from '../core/offline/device.ts'
import { downloadSize, missingPacks, type KeptPack, type PackIndex, type PackInfo } from '../core/offline/pack.ts'

/** A download that is running: bytes done of bytes in all, and the pack that is being fetched. */
export interface KeepJob {
  readonly packId: string
  readonly done: number
  readonly total: number
}

/** What the offline page shows. */
export interface OfflineState {
  /** `unable`: this browser or this address cannot keep pages. */
  readonly status: 'loading' | 'ready' | 'unable'
  /** The page stands in for another one, which is not kept. */
  readonly standsIn: boolean
  /** Undefined when the index cannot be had: then packs can be neither listed nor downloaded, only used. */
  readonly index: PackIndex | undefined
  readonly kept: readonly KeptPack[]
  /** Keys of the pages kept because they were visited. */
  readonly visited: readonly string[]
  readonly job: KeepJob | undefined
  /** The last failure, until the next try. */
  readonly failure: { readonly packId: string; readonly error: KeepError } | undefined
  /** The outcome of the last check: packs checked and files found damaged. */
  readonly verified: { readonly packs: number; readonly damaged: number } | undefined
}

/** Keeping the course on this device. All functions resolve when the state shows their outcome; none rejects. */
export interface OfflineStore {
  readonly $state: ReadableAtom<OfflineState>
  readonly $online: ReadableAtom<boolean>
  /** Keeps one pack, or everything that is missing or outdated. Stops at the first failure; what is done stays done. */
  keep(packId?: string): Promise<void>
  /** Checks every kept file against its hash. Damaged packs are removed, so that the page offers them again. */
  verify(): Promise<void>
  /** Removes one pack, or all. */
  remove(packId?: string): Promise<void>
  /** Gives up kept pages so that the learner's record can be written. Resolves with whether room was made. */
  freeSpace(): Promise<boolean>
}

/** What is known before anything was asked. */
export const OFFLINE_START: OfflineState = {
  status: 'loading', standsIn: false, index: undefined, kept: [], visited: [], job: undefined, failure: undefined, verified: undefined,
}

/** The store over `device`. */
export const createOffline = (device: OfflineDevice): OfflineStore => {
  const $state = atom<OfflineState>(OFFLINE_START)
  const $online = atom(true)
  let keeping = false
  const change = (part: Partial<OfflineState>) => $state.set({ ...$state.get(), ...part })

  const refresh = async () => {
    const { standsIn } = device
    if (!device.able) return change({ status: 'unable', standsIn })
    try {
      const [index, kept, visited] = await Promise.all([device.index(), device.kept(), device.visited()])
      change({ status: 'ready', standsIn, index, kept, visited })
    } catch {
      change({ status: 'unable', standsIn })
    }
  }
  onMount($state, () => void refresh())
  onMount($online, () => device.watchOnline((online) => $online.set(online)))

  const keepAll = async (packs: readonly PackInfo[], index: PackIndex) => {
    const total = downloadSize(packs)
    let before = 0
    for (const pack of packs) {
      change({ job: { packId: pack.id, done: before, total } })
      const result = await device.keep(pack, index, (bytes) => change({ job: { packId: pack.id, done: before + bytes, total } }))
      if (!result.ok) return change({ failure: { packId: pack.id, error: result.error } })
      before += pack.bytes
      change({ kept: [...$state.get().kept.filter((one) => one.id !== pack.id), result.value] })
    }
  }

  return {
    $state,
    $online,
    async keep(packId) {
      if (keeping) return
      keeping = true
      change({ failure: undefined, verified: undefined })
      await refresh()
      const { index, kept } = $state.get()
      if (index) await keepAll(missingPacks(index, kept).filter((pack) => packId === undefined || pack.id === packId), index)
      else change({ failure: { packId: packId ?? '', error: 'offline' } })
      change({ job: undefined })
      keeping = false
    },
    async verify() {
      const kept = await device.kept()
      let damaged = 0
      for (const pack of kept) {
        const bad = await device.verify(pack)
        if (bad > 0) await device.remove(pack.id)
        damaged += bad
      }
      await refresh()
      change({ verified: { packs: kept.length, damaged }, failure: undefined })
    },
    async remove(packId) {
      for (const pack of $state.get().kept) if (packId === undefined || pack.id === packId) await device.remove(pack.id)
      change({ verified: undefined, failure: undefined })
      await refresh()
    },
    async freeSpace() {
      const freed = await device.freeSpace().catch(() => false)
      if (freed) await refresh()
      return freed
    },
  }
}

/** A new version of the course, and the click that it waits for. */
export interface UpdateStore {
  /** Undefined until it is known what the new version changes. */
  readonly $update: ReadableAtom<WaitingUpdate | undefined>
  applyUpdate(): void
}

/** The store over the version that waits. */
export const createUpdate = (source: UpdateSource): UpdateStore => {
  const $update = atom<WaitingUpdate | undefined>(undefined)
  onMount($update, () => source.watchWaiting((update) => $update.set(update)))
  return { $update, applyUpdate: () => source.apply() }
}
