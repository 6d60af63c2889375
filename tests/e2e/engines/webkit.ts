import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf, inPage, pressing, type Browser, type Engine, type Tab } from './engine.ts'
import { pathOf } from './installed.ts'

/** WebKitGTK's MiniBrowser, through WebDriver, on a screen of its own that nobody sees. */

type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>

/** A screen in memory; resolves with its name, such as `:99`. */
const openScreen = async (): Promise<{ screen: ChildProcess; display: string }> => {
  const screen = spawn(pathOf('Xvfb'), ['-displayfd', '3', '-screen', '0', '1400x3000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((done, failed) => {
    screen.stdio[3]?.once('data', (data: Buffer) => done(data.toString().trim()))
    screen.once('exit', () => failed(new Error('Xvfb did not start')))
  })
  return { screen, display: `:${number}` }
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** Sends one command to the driver; an answer that is an error becomes one here. */
const speakTo = (address: string): Command => async (method, path, body) => {
  const response = await fetch(address + path, { method, ...(method === 'POST' && { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }) })
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null }
  if (!response.ok) throw new Error(`WebKit: ${value?.error} ${value?.message}`)
  return value
}

/** Starts the driver and waits until it listens. */
const startDriver = async (display: string, folder: string): Promise<{ driver: ChildProcess; command: Command }> => {
  const port = await freePort()
  const driver = spawn(pathOf('WebKitWebDriver'), ['-p', String(port)], { stdio: 'ignore', env: { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: folder } })
  const command = speakTo(`http://127.0.0.1:${port}`)
  for (;;) {
    if (driver.exitCode !== null) throw new Error('WebKitWebDriver did not start')
    if (await command('GET', '/status').then(() => true, () => false)) return { driver, command }
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** The processes below `pid`, those of the browser. */
const processesBelow = (pid: number): { pid: number }[] => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const [, parent = ''] = /\(.*\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
      return [{ pid: Number(name), parent: Number(parent) }]
    } catch {
      return []
    }
  })
  const below = (parent: number): typeof all => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return below(pid)
}

const end = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

const createTab = (session: Command, handle: string, inTurn: <T>(work: () => Promise<T>) => Promise<T>): Tab => {
  /** One window at a time has the driver's attention. */
  const here = <T>(work: () => Promise<T>) =>
    inTurn(async () => {
      await session('POST', '/window', { handle })
      return work()
    })
  const find = async (selector: string) =>
    Object.values((await session('POST', '/element', { using: 'css selector', value: selector })) as Record<string, string>)[0] ?? ''
  return {
    goto: (url) => here(async () => void (await session('POST', '/url', { url }))),
    reload: () => here(async () => void (await session('POST', '/refresh'))),
    run: (fn, ...args) =>
      here(async () => {
        const script = `const done = arguments[arguments.length - 1]; (${inPage(fn as (...args: never[]) => unknown)})(arguments[0]).then(done)`
        return answerOf(String(await session('POST', '/execute/async', { script, args: [JSON.stringify(args)] }))) as never
      }),
    click: (selector) => here(async () => void (await session('POST', `/element/${await find(selector)}/click`))),
    press: (keys) => here(async () => void (await session('POST', '/actions', { actions: pressing(keys) }))),
    choose: (selector, path) => here(async () => void (await session('POST', `/element/${await find(selector)}/value`, { text: path }))),
    resize: (width, height) => here(async () => void (await session('POST', '/window/rect', { width, height }))),
    picture: () => here(async () => Buffer.from(String(await session('GET', '/screenshot')), 'base64')),
    close: () => here(async () => void (await session('DELETE', '/window'))),
  }
}

const start: Engine['start'] = async (): Promise<Browser> => {
  const { screen, display } = await openScreen()
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'))
  const downloads = join(folder, 'downloads')
  mkdirSync(downloads)
  writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`)
  const { driver, command } = await startDriver(display, folder)
  const options = { binary: pathOf('MiniBrowser'), args: ['--automation'] }
  const { sessionId } = (await command('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string }
  const session: Command = (method, path, body) => command(method, `/session/${sessionId}${path}`, body)
  /** The window that it starts with, which stays open: a new one is opened from one that is there. */
  const first = await session('GET', '/window')
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
  const close = async () => {
    for (const { pid } of processesBelow(driver.pid ?? -1)) end(pid)
    driver.kill()
    screen.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    downloads,
    // A window, since a tab behind another one counts as hidden.
    openTab: () =>
      inTurn(async () => {
        await session('POST', '/window', { handle: first })
        const { handle } = (await session('POST', '/window/new', { type: 'window' })) as { handle: string }
        return createTab(session, handle, inTurn)
      }),
    kill: close,
    close,
  }
}

export const webkit: Engine = { name: 'WebKit', start, keepsProfile: false, forbidsStorage: false }
