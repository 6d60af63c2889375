import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeOffline } from '../../src/integrations/offline.ts'

const root = resolve(import.meta.dirname, '../..')

/** A copy of the built site with a server of its own, so that a test may stop the server and publish new versions. */
export interface OfflineSite {
  readonly url: string
  readonly dir: string
  /** Ends the server: from now on nothing answers. */
  stop(): Promise<void>
  start(): Promise<void>
  /** The server still accepts connections, but answers nothing: a network that pretends to be there. */
  hang(): void
  /** Changes a file of the site. Without `publish` the worker's list of files no longer fits. */
  edit(path: string, change: (text: string) => string): void
  /** Puts `after` for `before` in every page and in the names of hashed files, as a new build of the same file would. */
  rename(before: string, after: string): void
  /** Writes packs and worker anew: the next version of the site. `off` publishes the kill switch. */
  publish(off?: boolean): Promise<void>
  remove(): Promise<void>
}

const serve = async (dir: string, base: string, port: number): Promise<{ server: ChildProcess; url: string }> => {
  const server = spawn('node', ['src/commands/serve.mjs', '--dir', dir, '--base', base, '--port', String(port)], { cwd: root })
  const url = await new Promise<string>((done, failed) => {
    server.stdout.on('data', (text: Buffer) => {
      const found = /http:\/\/\S+/.exec(text.toString())
      if (found) done(found[0])
    })
    server.stderr.on('data', (text: Buffer) => failed(new Error(text.toString())))
  })
  return { server, url }
}

/** Copies the site built at `built` for `base` and serves the copy on a free port. */
export const createOfflineSite = async (built = resolve(root, process.env['OUT_DIR'] ?? 'dist'), base = '/'): Promise<OfflineSite> => {
  const dir = mkdtempSync(join(tmpdir(), 'offline-site-'))
  cpSync(built, dir, { recursive: true })
  let { server, url } = await serve(dir, base, 0)
  const port = Number(new URL(url).port)
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGKILL')
    await ended
  }
  return {
    url,
    dir,
    stop,
    async start() {
      ({ server, url } = await serve(dir, base, port))
    },
    hang: () => void server.kill('SIGSTOP'),
    edit(path, change) {
      const before = readFileSync(join(dir, path), 'utf8')
      const after = change(before)
      if (after === before) throw new Error(`The change does not touch ${path}`)
      writeFileSync(join(dir, path), after)
    },
    rename(before, after) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        const path = join(dir, name)
        if (name.endsWith('.html')) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(before, after))
        else if (path.includes(before)) renameSync(path, path.replace(before, after))
      }
    },
    publish: async (off = false) => void (await writeOffline(dir, base, off)),
    async remove() {
      await stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
