import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { checkedContent, forgetContent } from './checked-content.ts'
import { contentFolder } from './content-folder.ts'
import { lessonFile } from './course-outline.ts'

/** Loads once, and again after every change in the content folder while a dev server runs. */
const reloading = (name: string, load: (context: LoaderContext) => void): Loader => ({
  name,
  load: async (context) => {
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

/** The texts of the written lessons, by lesson id, to be rendered by Astro's MDX when a page asks for one. */
export const lessonLoader = (): Loader =>
  reloading('lessons', ({ store, config }) => {
    const lessons = checkedContent().course?.modules.flatMap((module) => module.lessons) ?? []
    const known = new Set(lessons.map((lesson) => lesson.id))
    for (const id of store.keys()) if (!known.has(id)) store.delete(id)
    const root = fileURLToPath(config.root)
    for (const { id, module, revision } of lessons) {
      const filePath = relative(root, join(contentFolder(), lessonFile(module, id))).split(sep).join('/')
      store.set({ id, data: {}, filePath, digest: revision, deferredRender: true })
    }
  })
