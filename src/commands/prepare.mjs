/**
 * What a fresh machine lacks, installed: packages by `npm ci`, and Node 24 with them (the `node` package), since the system's own may be
 * older. Plain JavaScript for Node 20.19 and up: it runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** The project's folder. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')

/** Says what is being done, so that a long step is never a silent one. */
export const say = (text) => console.log(`\n▸ ${text}`)

/** Ends the command with a sentence that says what to do. */
export const stop = (text) => {
  console.error(`\n✗ ${text}`)
  process.exit(1)
}

/** The environment in which the project's own tools come first. */
export const environment = () => ({ ...process.env, PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH, ASTRO_TELEMETRY_DISABLED: '1' })

/** Runs a program to its end; resolves with its exit code. Its output is passed through, and to `onLine` line by line if given. */
export const run = (program, args, { onLine, env } = {}) =>
  new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...environment(), ...env },
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    let rest = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text)
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
    child.on('error', failed)
    child.on('close', (code) => {
      if (rest) onLine(rest)
      done(code ?? 1)
    })
  })

/** Fails early when the system's Node cannot even run npm for this project. */
const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(`This needs Node 20.19 or newer to start, and found ${process.versions.node}. Install a newer Node from https://nodejs.org and try again.`)
}

/** True when the installed packages are those of the lockfile. */
const isInstalled = () => {
  const mark = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(mark) || !existsSync(join(root, 'node_modules/.bin/astro'))) return false
  return statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs || sameVersions(mark)
}

/** A checkout touches the lockfile; what counts is whether the packages in it are those installed. */
const sameVersions = (mark) => {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const have = JSON.parse(readFileSync(mark, 'utf8')).packages
  return Object.entries(have).every(([path, { version }]) => wanted[path]?.version === version)
    && Object.keys(wanted).every((path) => path === '' || have[path] || wanted[path].optional || wanted[path].peer)
}

/** Installs the packages when they are missing or not those of the lockfile. */
export const prepare = async () => {
  checkNode()
  if (isInstalled()) return
  say('Installing the packages (once; about a minute)')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) stop('The packages could not be installed. Check the network, or the registry in your npm configuration, and run the command again.')
}
