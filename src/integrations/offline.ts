import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build as bundle } from 'esbuild'
import type { CourseOutline } from '../core/course/outline.ts'
import type { PackIndex } from '../core/offline/pack.ts'
import { basePath } from './base-path.ts'
import { readBuilt, sha256, textOf } from './built-files.ts'
import { writePacks } from './packs.ts'
import { shellOf } from './shell.ts'

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
