import { atom, onMount } from 'nanostores'
import type { ReadableAtom } from 'nanostores'

/** Something that the site publishes as a file of its own. */
export type Remote<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed' }

/** Reads the file once, when the first view asks for it; a failure is tried again when the next view does. */
export const createRemote = <T>(read: () => Promise<T>): ReadableAtom<Remote<T>> => {
  const $remote = atom<Remote<T>>({ status: 'loading' })
  onMount($remote, () => {
    if ($remote.get().status === 'ready') return
    read().then(
      (value) => $remote.set({ status: 'ready', value }),
      () => $remote.set({ status: 'failed' }),
    )
  })
  return $remote
}
