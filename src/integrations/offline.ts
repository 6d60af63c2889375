import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { AstroIntegration } from 'astro'
import { build as bundle } from 'esbuild'
import { basePath } from './base-path.ts'
import { encodePack, type PackFile, type PackIndex, type PackInfo, type PackKind } from '../core/offline/pack.ts'
import { closureOf, hashedReferences } from '../core/offline/strategy.ts'
import type { CourseOutline } from '../core/course/outline.ts'

/**
 * After everything else is built: packs that a learner can keep, their index, and the service worker with the list of
 * the files it installs. Nothing here knows what a lesson says; which pages make a module comes from outline.json.
 */

/** A file that the worker installs. */
export interface ShellFile {
  readonly key: string
  readonly sha256: string
}

/** What is compiled into the worker. */
export interface WorkerConfig {
  readonly course: string
  readonly base: string
  readonly build: string
  readonly shell: readonly ShellFile[]
}

/** What was written: for the log and for tests. */
export interface OfflineBuild {
  readonly config: WorkerConfig
  readonly index: PackIndex
  /** Bytes that the worker installs, uncompressed. */
  readonly shellBytes: number
}

interface BuiltFile extends PackFile {
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

/** Pages that work with what is on the device, and the data of search and progress: there before anything is kept. */
const SHELL = new Set([
  'index.html', 'offline/index.html', '404.html', 'search/index.html', 'progress/index.html', 'review/index.html',
  'outline.json', 'question-index.json', 'titles.json', 'misconceptions.json', 'packs.json', 'favicon.svg', 'manifest.webmanifest',
])
/** The large icons are fetched by the system when the course is installed on a home screen, and by no page. */
const isShell = (path: string) => SHELL.has(path) || path === 'icons/icon-192.png'

/** Scripts and styles are kept once for all pages; other hashed files, such as figures, go with the pages that show them. */
const isCode = (path: string) => /^_astro\/.*\.(js|css)$/.test(path)

/** Folders of questions by themselves, thousands of small files: the banks that are kept hold them all, so they are not even read. */
const PARTS = /[\\/]lessons[\\/][^\\/]+[\\/]questions$/

/** Files for hosts and robots, and what this integration writes itself. */
const NOT_KEPT = /^(_headers|robots\.txt|sitemap.*\.xml|sw(-off)?\.js|packs\/.*|pagefind\/.*)$/

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const keyOf = (path: string, base: string) => base + path.replace(/(^|\/)index\.html$/, '$1')

/** All files below `dir`, one after another: waiting for each of thousands would cost more than reading them. */
const readBuilt = (dir: string, base: string): BuiltFile[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !PARTS.test(entry.parentPath)).map((entry) => {
    const path = join(entry.parentPath, entry.name).slice(join(dir, '/').length).replaceAll('\\', '/')
    const body = new Uint8Array(readFileSync(join(dir, path)))
    const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream'
    return { path, key: keyOf(path, base), type, length: body.length, sha256: sha256(body), body }
  }).sort((a, b) => (a.path < b.path ? -1 : 1))

const textOf = (file: BuiltFile) => new TextDecoder().decode(file.body)
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const headingOf = (file: BuiltFile) =>
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(textOf(file))?.[1] ?? '')
    .replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '').replace(/\s+/g, ' ').trim()

/** Everything that the worker installs: pages and data of the shell, what they need, and the scripts of lessons. Other pages bring theirs. */
const shellOf = async (files: readonly BuiltFile[], base: string): Promise<BuiltFile[]> => {
  const byKey = new Map(files.map((file) => [file.key, file]))
  const named = files.filter((file) => SHELL.has(file.path) && file.path.endsWith('.html')).flatMap((page) => hashedReferences(textOf(page), base))
  const inLessons = files.filter((file) => /^lessons\/[^/]+\/index\.html$/.test(file.path))
    .flatMap((page) => hashedReferences(textOf(page), base)).filter((key) => key.endsWith('.js'))
  const needed = await closureOf([...named, ...inLessons], base, async (key) => { const file = byKey.get(key); return file && textOf(file) })
  return files.filter((file) => isShell(file.path) || needed.has(file.key))
}

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

const writePacks = async (dir: string, base: string, build: string, files: readonly BuiltFile[], outline: CourseOutline): Promise<PackIndex> => {
  const byKey = new Map(files.map((file) => [file.key, file]))
  const assets: PackIndex['assets'][number][] = []
  const placeOf = (key: string, hash: string) => {
    const at = assets.findIndex((asset) => asset.key === key)
    return at >= 0 ? at : assets.push({ key, sha256: hash }) - 1
  }
  const writePack = async (pack: { id: string; kind: PackKind; title: string; files: readonly BuiltFile[] }): Promise<PackInfo> => {
    const pages = pack.files.filter((file) => file.path.endsWith('.html'))
    const named = pages.flatMap((page) => hashedReferences(textOf(page), base))
    const needed = await closureOf(named, base, async (key) => { const file = byKey.get(key); return file && textOf(file) })
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

const writeWorker = async (dir: string, entry: 'sw' | 'sw-off', name: string, config: WorkerConfig): Promise<void> => {
  await bundle({
    entryPoints: [fileURLToPath(new URL(`../offline/${entry}.ts`, import.meta.url))],
    outfile: join(dir, name),
    define: { OFFLINE_CONFIG: JSON.stringify(config) },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
  })
}

/**
 * Writes packs, packs.json, sw.js and sw-off.js (the kill switch) into the built site at `dir`. With `off` the switch
 * is what sw.js holds. Running it again on a changed site gives the next version.
 */
export const writeOffline = async (dir: string, base: string, off = false): Promise<OfflineBuild> => {
  rmSync(join(dir, 'packs'), { recursive: true, force: true })
  rmSync(join(dir, 'packs.json'), { force: true })
  const files = readBuilt(dir, base).filter((file) => !/^sw(-off)?\.js$/.test(file.path))
  const outlineFile = files.find((file) => file.path === 'outline.json')
  if (!outlineFile) throw new Error('outline.json is not in the built site: packs cannot be made without it')
  const outline = JSON.parse(textOf(outlineFile)) as CourseOutline
  const build = sha256(files.map((file) => `${file.path} ${file.sha256}`).join('\n')).slice(0, 16)
  const index = await writePacks(dir, base, build, files, outline)
  const indexText = JSON.stringify(index)
  writeFileSync(join(dir, 'packs.json'), indexText)
  const shellFiles = await shellOf(files, base)
  const shell = [...shellFiles.map(({ key, sha256: hash }) => ({ key, sha256: hash })), { key: `${base}packs.json`, sha256: sha256(indexText) }]
  const config: WorkerConfig = { course: outline.id, base, build, shell }
  await writeWorker(dir, off ? 'sw-off' : 'sw', 'sw.js', config)
  await writeWorker(dir, 'sw-off', 'sw-off.js', { ...config, shell: [] })
  return { config, index, shellBytes: shellFiles.reduce((sum, file) => sum + file.length, indexText.length) }
}

/** Makes the built site work offline. Runs last, since it hashes every file. `OFFLINE=off` publishes the kill switch. */
export const offline = (): AstroIntegration => {
  let base = '/'
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = basePath(config)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { index, shellBytes, config } = await writeOffline(fileURLToPath(dir), base, process.env.OFFLINE === 'off')
        const kept = index.packs.reduce((sum, pack) => sum + pack.bytes, 0)
        logger.info(`shell ${config.shell.length} files, ${Math.round(shellBytes / 1000)} kB; ${index.packs.length} packs, ${Math.round(kept / 1000)} kB`)
      },
    },
  }
}
