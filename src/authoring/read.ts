import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The text of every content file by its path inside the content folder, with `/` between names. */
export type ContentFiles = ReadonlyMap<string, string>

/** Files that are for people, or left by systems, and no part of the course. */
const IGNORED = /(?:^|\/)(?:\.[^/]*|README\.md|Thumbs\.db)(?:\/|$)/

/** Everything in `folder`, sorted by path; an absent folder reads as an empty one. */
export const readContent = (folder: string): ContentFiles => {
  const files = new Map<string, string>()
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name)
      const name = relative(folder, path).split(sep).join('/')
      if (IGNORED.test(name)) continue
      if (entry.isDirectory()) visit(path)
      // A byte-order mark would shift the first column and hide the front matter.
      else files.set(name, readFileSync(path, 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
    }
  }
  try {
    visit(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return files
}
