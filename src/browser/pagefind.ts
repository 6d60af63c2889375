import { err, ok } from '../core/result.ts'
import { readPlaces, readTextPage, type FullText, type TextPage, type TextPlaces } from '../core/search/full-text.ts'

/** A result of Pagefind: `id` names its fragment, `data` loads it. */
interface PagefindResult {
  readonly id: string
  readonly data: () => Promise<unknown>
}

/** `missing` is added by our start of the worker (see the Pagefind integration): files that could not be read so far. */
interface PagefindAnswer {
  readonly results: readonly PagefindResult[]
  readonly missing?: number
}

interface PagefindInstance {
  readonly search: (query: string) => Promise<PagefindAnswer>
  readonly destroy: () => Promise<void>
}

/** What `pagefind.js` exports, as far as it is used here. */
interface PagefindModule {
  readonly createInstance: (options: { metaCacheTag: string; excerptLength: number }) => PagefindInstance
}

interface Session {
  readonly instance: PagefindInstance
  readonly places: TextPlaces
}

/** Words of an excerpt: about two lines. */
const EXCERPT_WORDS = 24

/** How long the index may take to answer, ms: the runtime waits for ever when a file fails that it needs to start. */
const PATIENCE_MS = 20_000

const inTime = <T>(promise: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The index did not answer')), PATIENCE_MS)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

const start = async (base: string, failures: number): Promise<Session> => {
  const folder = `${base}pagefind/`
  const [module, places] = await Promise.all([
    // The runtime is made by the build of the site, after the bundler has finished: it must stay an address. Firefox never asks again for one
    // that has failed, so each start after a failure has an address of its own; the worker and static hosts ignore what follows the name.
    import(/* @vite-ignore */ `${folder}pagefind.js${failures > 0 ? `?${failures}` : ''}`) as Promise<PagefindModule>,
    fetch(`${folder}places.json`).then(async (response) => readPlaces(await response.json())),
  ])
  if (!places) throw new Error('The list of places is not readable')
  return { instance: module.createInstance({ metaCacheTag: places.tag, excerptLength: EXCERPT_WORDS }), places }
}

/**
 * Full-text search by Pagefind for the site at `base`. Nothing is loaded before the first search. After a failure, or an answer from a
 * set of files with gaps, the next search starts afresh, since the runtime remembers failed files. `built` is false while authors work.
 */
export const createFullText = ({ base, built }: { base: string; built: boolean }): FullText => {
  let session: Promise<Session> | undefined
  let failures = 0

  const restart = (): void => {
    void session?.then(({ instance }) => instance.destroy()).catch(() => undefined)
    session = undefined
  }

  let gaps = false
  return {
    search: async (query) => {
      if (!built) return err('unbuilt')
      if (gaps) restart()
      gaps = false
      try {
        session ??= start(base, failures)
        const { instance, places } = await inTime(session)
        const answer = await inTime(instance.search(query))
        const found = new Map<string, PagefindResult>()
        for (const result of answer.results) {
          const path = places.pages[result.id]
          if (path !== undefined) found.set(path, result)
        }
        gaps = (answer.missing ?? 0) > 0 || found.size < answer.results.length
        const load = async (path: string): Promise<TextPage | undefined> => {
          const result = found.get(path)
          return result && inTime(result.data()).then((data) => readTextPage(data, base), () => undefined)
        }
        return ok({ paths: [...found.keys()], incomplete: gaps, load })
      } catch {
        failures += 1
        restart()
        return err('unavailable')
      }
    },
  }
}
