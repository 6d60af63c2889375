import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CourseOutline } from '../core/course/outline.ts'
import { encodePack, type PackIndex, type PackInfo, type PackKind } from '../core/offline/pack.ts'
import { hashedReferences } from '../core/offline/strategy.ts'
import { headingOf, neededBy, sha256, textOf, type BuiltFile } from './built-files.ts'
import { isShell } from './shell.ts'

/** What a learner can keep by hand: a pack per module, one of all other pages, one for search. */

/** Scripts and styles are kept once for all pages; other hashed files, such as figures, go with the pages that show them. */
const isCode = (path: string) => /^_astro\/.*\.(js|css)$/.test(path)

/** Files for hosts and robots, and what this integration writes itself. */
const NOT_KEPT = /^(_headers|robots\.txt|sitemap.*\.xml|sw(-off)?\.js|packs\/.*|pagefind\/.*)$/

/** The files of each pack, in course order: a pack per module with lessons, one of all other pages, one for search. */
const dealOut = (files: readonly BuiltFile[], outline: CourseOutline) => {
  const moduleOf = new Map<string, string>()
  const written = outline.modules.filter((module) => module.lessons.length > 0)
  for (const module of written) {
    moduleOf.set(`modules/${module.id}`, module.id)
    for (const lesson of module.lessons) {
      moduleOf.set(`lessons/${lesson.id}`, module.id)
      if (lesson.debate !== undefined) moduleOf.set(`debates/${lesson.debate}`, module.id)
    }
  }
  const order = new Map([...moduleOf.keys()].map((folder, at) => [folder, at]))
  const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')
  const kept = files.filter((file) => !NOT_KEPT.test(file.path) && !file.path.startsWith('_astro/'))
  const own = (id: string) =>
    kept
      .filter((file) => moduleOf.get(folderOf(file.path)) === id)
      .sort((a, b) => (order.get(folderOf(a.path)) ?? 0) - (order.get(folderOf(b.path)) ?? 0))
  return [
    ...written.map((module) => ({ id: `module-${module.id}`, kind: 'module' as const, title: module.title, files: own(module.id) })),
    { id: 'pages', kind: 'pages' as const, title: '', files: kept.filter((file) => !moduleOf.has(folderOf(file.path)) && !isShell(file.path)) },
    { id: 'search', kind: 'search' as const, title: '', files: files.filter((file) => file.path.startsWith('pagefind/')) },
  ].filter((pack) => pack.files.length > 0)
}

/** Writes the packs of the site at `dir`, built as `build`, and gives their index. */
export const writePacks = async (dir: string, base: string, build: string, files: readonly BuiltFile[], outline: CourseOutline): Promise<PackIndex> => {
  const byKey = new Map(files.map((file) => [file.key, file]))
  const assets: PackIndex['assets'][number][] = []
  const placeOf = (key: string, hash: string) => {
    const at = assets.findIndex((asset) => asset.key === key)
    return at >= 0 ? at : assets.push({ key, sha256: hash }) - 1
  }
  const writePack = async (pack: { id: string; kind: PackKind; title: string; files: readonly BuiltFile[] }): Promise<PackInfo> => {
    const pages = pack.files.filter((file) => file.path.endsWith('.html'))
    const named = pages.flatMap((page) => hashedReferences(textOf(page), base))
    const needed = await neededBy(named, files, base)
    const found = [...needed].flatMap((key) => byKey.get(key) ?? []).sort((a, b) => (a.key < b.key ? -1 : 1))
    const figures = found.filter((file) => !isCode(file.path))
    const raw = encodePack([...pack.files, ...figures])
    const bytes = gzipSync(raw, { level: 9 })
    const version = sha256(raw).slice(0, 16)
    const file = `packs/${pack.id}.${version}.pack`
    writeFileSync(join(dir, file), bytes)
    return {
      id: pack.id, kind: pack.kind, title: pack.title, file, version,
      bytes: bytes.length, size: raw.length, sha256: sha256(bytes),
      assets: found.filter((one) => isCode(one.path)).map((one) => placeOf(one.key, one.sha256)),
      pages: pages.map((page) => ({ key: page.key, title: headingOf(page) })),
    }
  }
  mkdirSync(join(dir, 'packs'), { recursive: true })
  const packs: PackInfo[] = []
  for (const pack of dealOut(files, outline)) packs.push(await writePack(pack))
  return { v: 1, build, assets, packs }
}
