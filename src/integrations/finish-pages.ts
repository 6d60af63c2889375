import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { basePath } from './base-path.ts'
import { govern } from './csp.ts'
import { neededBy, withEagerIslands } from './eager-islands.ts'
import { withEarlyScripts } from './early-scripts.ts'
import { withoutRuntime } from './island-runtime.ts'
import { withLeanIslands } from './lean-islands.ts'
import { withOneSheet, withoutScale } from './page-styles.ts'

/** Files that pages share, in `_astro` below the built site, named by their content. */
class SharedFiles {
  readonly #texts = new Map<string, string>()
  readonly #addresses = new Map<string, string>()
  readonly #base: string

  constructor(base: string) {
    this.#base = base
  }

  /** The address of the file that `make` writes for `key`; made once, since nearly all pages ask for the same few. */
  address(key: string, ending: string, make: () => string): string {
    const known = this.#addresses.get(key)
    if (known !== undefined) return known
    const text = make()
    const name = `_astro/${ending === 'css' ? 'page' : 'islands'}.${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.${ending}`
    this.#texts.set(name, text)
    this.#addresses.set(key, this.#base + name)
    return this.#base + name
  }

  write(root: string): void {
    mkdirSync(join(root, '_astro'), { recursive: true })
    for (const [name, text] of this.#texts) writeFileSync(join(root, name), text)
  }
}

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))

/**
 * Finishes every page of the site in the folder `root`: one shared island runtime, one stylesheet, the scripts of eager islands named
 * early, islands in few bytes, all scripts in the head, and the security policy, in this order. All in one reading, since opening a
 * large course's pages costs more than changing them. Gives the number of pages, or throws one error that lists every problem with its
 * page.
 */
export const finishSite = (root: string, base: string): number => {
  const read = (address: string) => readFileSync(join(root, address.slice(base.length)), 'utf8')
  const shared = new SharedFiles(base)
  const replaced = new Set<string>()
  const problems: string[] = []
  const runtime = (script: string) => shared.address(script, 'js', () => script)
  const sheet = (sheets: readonly string[]) =>
    shared.address(sheets.join(), 'css', () => {
      for (const one of sheets) replaced.add(one)
      // Layers decide what overrides what, so pages that name the same sheets in another order can share one.
      return withoutScale(sheets.toSorted().map(read).join('\n'))
    })
  const scripts = namesIn(join(root, '_astro'), '.js').map((name) => readFileSync(join(root, '_astro', name), 'utf8')).join('')
  // What a lazy import brings along is listed without the base.
  const lazy = new Set([...scripts.matchAll(/"(_astro\/[^"]+\.css)"/g)].map(([, path]) => `${base}${path}`))
  const needs = (address: string) => neededBy(address, read)
  const pages = namesIn(root, '.html')
  for (const name of pages) {
    const html = withOneSheet(withoutRuntime(readFileSync(join(root, name), 'utf8'), runtime), lazy, sheet)
    const governed = govern(withEarlyScripts(withLeanIslands(withEagerIslands(html, needs))))
    if ('problems' in governed) problems.push(...governed.problems.map((problem) => `${name}  ${problem}`))
    else writeFileSync(join(root, name), governed.html)
  }
  if (problems.length > 0) throw new Error(`The security policy would block this in the browser:\n${problems.join('\n')}`)
  shared.write(root)
  // A sheet that no page names any more stays only if a script loads it.
  for (const one of replaced) if (!scripts.includes(one.slice(base.length))) rmSync(join(root, one.slice(base.length)))
  return pages.length
}

/** Finishes the pages once they are all written. Comes after what changes pages and before what hashes them. */
export const finishPages = (): AstroIntegration => {
  let base = '/'
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = basePath(config)
      },
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`security policy on ${finishSite(fileURLToPath(dir), base)} pages`)
      },
    },
  }
}
