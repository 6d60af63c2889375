import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { bankAround } from '../core/course/question-files.ts'
import type { PackFile } from '../core/offline/pack.ts'
import { closureOf } from '../core/offline/strategy.ts'

/** The built site as files that a learner's browser may keep. */

/** A file of the built site, with the path that it has there. */
export interface BuiltFile extends PackFile {
  readonly path: string
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.webmanifest': 'application/manifest+json',
}

/** The hash of a file, in hexadecimal. */
export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const keyOf = (path: string, base: string) => base + path.replace(/(^|\/)index\.html$/, '$1')

const readOne = (dir: string, path: string, base: string): BuiltFile => {
  const body = new Uint8Array(readFileSync(join(dir, path)))
  const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream'
  return { path, key: keyOf(path, base), type, length: body.length, sha256: sha256(body), body }
}

/**
 * All files below `dir`, one after another: waiting for each of thousands would cost more than reading them. Questions by themselves,
 * the most of them, are not even read, since the banks that are kept hold them.
 */
export const readBuilt = (dir: string, base: string): BuiltFile[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length).replaceAll('\\', '/'))
    .filter((path) => bankAround(path) === undefined)
    .map((path) => readOne(dir, path, base))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

/** What is written in a file. */
export const textOf = (file: BuiltFile) => new TextDecoder().decode(file.body)
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** The heading of a page, in plain text. */
export const headingOf = (file: BuiltFile) =>
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(textOf(file))?.[1] ?? '')
    .replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '').replace(/\s+/g, ' ').trim()

/** The keys of `start` and of all files that these name, directly or not. */
export const neededBy = (start: readonly string[], files: readonly BuiltFile[], base: string): Promise<Set<string>> => {
  const byKey = new Map(files.map((file) => [file.key, file]))
  return closureOf(start, base, async (key) => {
    const file = byKey.get(key)
    return file && textOf(file)
  })
}
