import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf, inPage, pressing, type Browser, type Engine, type Tab } from './engine.ts'
import { pathOf } from './installed.ts'

/** Firefox, through WebDriver BiDi, which it speaks without a driver in between. */

/** Nothing but the site is asked for, and nothing opens by itself. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#no-remote-settings',
  'toolkit.telemetry.server': 'data:,',
}
const NO_STORAGE = { 'network.cookie.cookieBehavior': 2 }

type Send = (method: string, params?: object) => Promise<Record<string, never>>

/** Opens a BiDi session; gives what sends a command and waits for its answer. */
const connect = async (url: string): Promise<Send> => {
  const socket = new WebSocket(`${url}/session`)
  await new Promise((done, failed) => {
    socket.onopen = done
    socket.onerror = failed
  })
  const waiting = new Map<number, { done: (value: Record<string, never>) => void; failed: (error: Error) => void }>()
  let last = 0
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; type: string; result: Record<string, never>; error?: string; message?: string }
    const waits = waiting.get(message.id ?? -1)
    waiting.delete(message.id ?? -1)
    if (message.type === 'success') waits?.done(message.result)
    else waits?.failed(new Error(`Firefox: ${message.error} ${message.message}`))
  }
  socket.onclose = () => waiting.forEach(({ failed }) => failed(new Error('Firefox has ended')))
  const send: Send = (method, params = {}) =>
    new Promise((done, failed) => {
      if (socket.readyState !== WebSocket.OPEN) return failed(new Error('Firefox has ended'))
      waiting.set((last += 1), { done, failed })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  await send('session.new', { capabilities: {} })
  return send
}

const openTab = async (send: Send): Promise<Tab> => {
  const { context } = await send('browsingContext.create', { type: 'tab' })
  const call = async (source: string, ...args: readonly string[]) =>
    send('script.callFunction', {
      functionDeclaration: source, awaitPromise: true, target: { context }, arguments: args.map((value) => ({ type: 'string', value })), userActivation: false,
    }) as unknown as Promise<{ type: string; result: { value?: string }; exceptionDetails?: { text: string } }>
  const find = async (selector: string) => {
    const { nodes } = (await send('browsingContext.locateNodes', { context, locator: { type: 'css', value: selector } })) as unknown as { nodes: { sharedId: string }[] }
    if (!nodes[0]) throw new Error(`Firefox: there is no ${selector}`)
    return { sharedId: nodes[0].sharedId }
  }
  const act = async (actions: readonly object[]) => {
    await send('browsingContext.activate', { context })
    await send('input.performActions', { context, actions })
  }
  return {
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    async run(fn, ...args) {
      const { result, exceptionDetails } = await call(inPage(fn as (...args: never[]) => unknown), JSON.stringify(args))
      if (exceptionDetails) throw new Error(`in the page: ${exceptionDetails.text}`)
      return answerOf(result.value ?? '{}') as never
    },
    async click(selector) {
      const origin = { type: 'element', element: await find(selector) }
      await act([{ type: 'pointer', id: 'mouse', actions: [
        { type: 'pointerMove', x: 0, y: 0, origin }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
      ] }])
    },
    press: (keys) => act(pressing(keys)),
    choose: async (selector, path) => void (await send('input.setFiles', { context, element: await find(selector), files: [path] })),
    resize: async (width, height) => void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
    async picture() {
      const { data } = await send('browsingContext.captureScreenshot', { context, origin: 'document' })
      return Buffer.from(String(data), 'base64')
    },
    close: async () => void (await send('browsingContext.close', { context })),
  }
}

const start: Engine['start'] = async ({ storage = true, profile } = {}): Promise<Browser> => {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'firefox-'))
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'))
  const saving = { 'browser.download.folderList': 2, 'browser.download.dir': downloads }
  const preferences = { ...PREFERENCES, ...saving, ...(storage ? {} : NO_STORAGE) }
  writeFileSync(join(folder, 'user.js'), Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''))
  for (const lock of ['lock', '.parentlock']) rmSync(join(folder, lock), { force: true })
  const child = spawn(pathOf('Firefox'), ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  })
  const ended = new Promise((done) => child.once('exit', done))
  const url = await new Promise<string>((done, failed) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec((said += text))
      if (found?.[1]) done(found[1])
    })
    void ended.then(() => failed(new Error(`Firefox did not start: ${said}`)))
  })
  const send = await connect(url)
  const end = async (how: () => Promise<unknown> | boolean) => {
    if (child.exitCode === null && child.signalCode === null) await how()
    await ended
    rmSync(downloads, { recursive: true, force: true })
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    downloads,
    openTab: () => openTab(send),
    kill: () => end(() => child.kill('SIGKILL')),
    close: () => end(() => send('browser.close').catch(() => undefined)),
  }
}

export const firefox: Engine = { name: 'Firefox', start, keepsProfile: true, forbidsStorage: true }
