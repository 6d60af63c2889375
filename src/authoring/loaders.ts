import { resolve, sep } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import { checkedContent, forgetContent } from './checked-content.ts'
import { contentFolder } from './content-folder.ts'

/** Loads once, and again after every change in the content folder while a dev server runs. */
const reloading = (name: string, load: (context: LoaderContext) => void): Loader => ({
  name,
  load: async (context) => {
    // What an earlier run left may be of another course.
    context.store.clear()
    load(context)
    const folder = contentFolder()
    context.watcher?.add(folder)
    context.watcher?.on('all', (_event, path) => {
      if (!resolve(path).startsWith(folder + sep)) return
      forgetContent()
      load(context)
    })
  },
})

/**
 * The whole checked course as one entry, `course`. It is kept as one JSON string: the bundler then meets a single string
 * instead of a syntax tree of a million small values, which is what costs memory in a large course.
 */
export const courseLoader = (): Loader =>
  reloading('course', ({ store, generateDigest }) => {
    const { course } = checkedContent()
    if (!course) return
    const json = JSON.stringify(course)
    store.set({ id: 'course', data: { json }, digest: generateDigest(json) })
  })

/** The compiled texts of the written lessons, by lesson id; each is one JSON string for the same reason. */
export const lessonLoader = (): Loader =>
  reloading('lessons', ({ store, generateDigest }) => {
    const { prose } = checkedContent()
    for (const id of store.keys()) if (!prose.has(id)) store.delete(id)
    for (const [id, text] of prose) {
      const json = JSON.stringify(text)
      store.set({ id, data: { json }, digest: generateDigest(json) })
    }
  })
