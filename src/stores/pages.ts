import type { ReadableAtom } from 'nanostores'
import type { Misconception } from '../core/course/course.ts'
import type { CourseOutline } from '../core/course/outline.ts'
import type { PackedIndex, QuestionIndex } from '../core/review/question-index.ts'
import type { BackupStore } from './backup.ts'
import type { MemoryState } from './memory.ts'
import type { ReviewStore } from './review.ts'
import type { SearchStore } from './search.ts'
import { fetchJson } from '../browser/fetch-json.ts'
import { requestPersistence } from '../browser/persistence.ts'
import { storageHealth } from '../browser/storage-health.ts'
import { believable } from '../core/record/stamp.ts'
import { base, now, record } from './app.ts'
import { banks } from './questions.ts'
import { createRemote } from './remote.ts'

/**
 * The part of the composition root that only some pages need, so that a lesson does not pay for it: what is computed over the whole
 * course, copies of the record, and search.
 */

/** The course's outline; fetched when a view first listens. */
export const outline = createRemote(() => fetchJson<CourseOutline>(`${base}outline.json`))

/** Which questions there are; fetched when it is first asked for, and again after a failure. */
const loadIndex = async (): Promise<QuestionIndex> => {
  const [packed, { unpackIndex }] = await Promise.all([fetchJson<PackedIndex>(`${base}question-index.json`), import('../core/review/question-index.ts')])
  return unpackIndex(packed)
}

/** Which questions there are, without their texts; fetched when a view first listens. */
export const questionIndex = createRemote(loadIndex)

let memoryStore: Promise<ReadableAtom<MemoryState>> | undefined

/** What is remembered of every question; loads the scheduler, so only pages that need it ask. */
export const memory = (): Promise<ReadableAtom<MemoryState>> =>
  (memoryStore ??= Promise.all([import('./memory.ts'), import('../core/review/fsrs.ts')]).then(([{ createMemoryStore }, { createFsrs }]) =>
    createMemoryStore({ record, loadIndex, scheduler: createFsrs(), upToNow: (events) => believable(events, now()) }),
  ))

let reviewStore: Promise<ReviewStore> | undefined

/** Spaced review; loaded by its page only. */
export const review = (): Promise<ReviewStore> =>
  (reviewStore ??= Promise.all([memory(), import('./review.ts')]).then(([$memory, { createReviewStore }]) =>
    createReviewStore({ $memory, record, now }),
  ))

/** The beliefs that the course corrects; fetched when a view first listens. */
export const misconceptions = createRemote(() => fetchJson<readonly Misconception[]>(`${base}misconceptions.json`))

/** The questions of a lesson; each call makes a store of its own. */
export const questionsOf = (lesson: string) => createRemote(() => banks.of(lesson))

/** Copies of the record, reminders to make them, and the people who learn here; loaded when they are first asked for. */
export const copies = () => import('./copies.ts')

/** The record as a file, out and in. */
export const backup = async (): Promise<BackupStore> => (await copies()).backup

/** Hands a text to the learner as a file of that media type. */
export const saveText = async (name: string, text: string, type: string): Promise<void> =>
  (await import('../browser/files.ts')).saveFile(name, text, type)

/** What the browser says about the storage, and the request not to clear it. */
export const storage = { health: storageHealth, askToKeep: requestPersistence }

let searchStore: Promise<SearchStore> | undefined

const loadSearch = async (): Promise<SearchStore> => {
  const [{ createSearchStore }, { createFullText }, { loadTitles }] = await Promise.all([
    import('./search.ts'),
    import('../browser/pagefind.ts'),
    import('../browser/title-index.ts'),
  ])
  return createSearchStore({
    loadTitles: () => loadTitles(base),
    fullText: createFullText({ base, built: !import.meta.env.DEV }),
    later: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
}

/** Search, loaded when it is first opened. */
export const search = (): Promise<SearchStore> => (searchStore ??= loadSearch())
