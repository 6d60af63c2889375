import { atom, onMount } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LearnerRecord } from '../core/record/record.ts'
import type { Memories } from '../core/review/memories.ts'
import type { QuestionIndex } from '../core/review/question-index.ts'
import type { Scheduler } from '../core/review/scheduler.ts'
import type { RecordStore } from './record.ts'
import { memories } from '../core/review/memories.ts'

/** What is remembered, as far as it is known. */
export type MemoryState =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly memories: Memories }

/** What the store needs from outside. */
export interface MemoryStoreOptions {
  readonly record: Pick<RecordStore, '$state' | 'ready'>
  /** Rejects when the index cannot be had now. */
  readonly loadIndex: () => Promise<QuestionIndex>
  readonly scheduler: Scheduler
  /** What of a record may have happened by now; see `believable`. */
  readonly upToNow: (record: LearnerRecord) => LearnerRecord
}

/** The memory of every question, folded from the record and kept up with it while somebody listens. */
export const createMemoryStore = ({ record, loadIndex, scheduler, upToNow }: MemoryStoreOptions): ReadableAtom<MemoryState> => {
  const $memory = atom<MemoryState>({ status: 'loading' })
  let known: Memories | undefined

  const fold = (index: QuestionIndex, events: LearnerRecord) => {
    const record = upToNow(events)
    if (known?.index === index && known.record === record) return
    known = memories(index, record, scheduler, known)
    $memory.set({ status: 'ready', memories: known })
  }
  onMount($memory, () => {
    let stop: (() => void) | undefined
    let over = false
    Promise.all([loadIndex(), record.ready()]).then(([index]) => {
      if (!over) stop = record.$state.subscribe(({ events }) => fold(index, events))
    }, () => $memory.set({ status: 'failed' }))
    return () => {
      over = true
      stop?.()
    }
  })
  return $memory
}
