import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** The built site: what the site tests look at. */
export const dist = resolve(process.env['OUT_DIR'] ?? join(import.meta.dirname, '../../dist'))

/** The path the site was built for. */
export const base = process.env['BASE_PATH'] ?? '/'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

/** Paths of all files of the site, relative to it. */
export const siteFiles = (): string[] => filesBelow(dist).map((file) => relative(dist, file))

/** Every page: its path in the site and its markup. */
export const pages = (): { path: string; html: string }[] =>
  siteFiles().filter((path) => path.endsWith('.html')).map((path) => ({ path, html: readFileSync(join(dist, path), 'utf8') }))

/** Bytes of one file of the site. */
export const bytes = (path: string): Buffer => readFileSync(join(dist, path))

/** The values of one attribute wherever it occurs in `html`, with entities for & resolved. */
export const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'g'))].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'))
