import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { test } from 'node:test'
import type { AddressInfo } from 'node:net'
import { decodePack, type PackIndex } from '../../src/core/offline/pack.ts'
import { base, bytes, dist, siteFiles } from './site-files.ts'

/** The headers that hosts are told to send, the packs, and what is published at all. */

const conf = readFileSync(join(import.meta.dirname, '../hosting/nginx.conf'), 'utf8')
const headersFile = bytes('_headers').toString()
const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')

test('the rules for hosts stay within what hosts accept, and set each header once per path', () => {
  const rules = headersFile.split('\n').filter((line) => line.startsWith('/'))
  assert.ok(rules.length > 0 && rules.length <= 100)
  assert.ok(headersFile.split('\n').every((line) => line.length < 2000))
})

const headersOf = (path: string): Map<string, string> => {
  const found = new Map<string, string>()
  let applies = false
  for (const line of headersFile.split('\n')) {
    if (line.startsWith('/')) applies = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line
    else if (applies && line.startsWith('  !')) found.delete(line.slice(3).trim().toLowerCase())
    else if (applies && line.startsWith('  ')) found.set(line.split(':')[0]!.trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim())
  }
  return found
}

const PROBES = ['/', '/offline/', '/sw.js', '/packs.json', '/manifest.webmanifest', '/pagefind/pagefind-worker.js', '/pagefind/pagefind-entry.json']
const hashed = (folder: string) => siteFiles().filter((path) => path.startsWith(folder)).slice(0, 1).map((path) => `/${path}`)
const probes = [...PROBES, ...hashed('_astro/'), ...hashed('packs/'), ...hashed('pagefind/index/'), ...hashed('pagefind/fragment/')]

test('what changes under its name is asked for again each time, what carries a hash never', () => {
  for (const path of probes) {
    const immutable = /^\/(_astro|packs|pagefind\/(index|fragment))\//.test(path)
    assert.equal(headersOf(path).get('cache-control'), immutable ? 'public, max-age=31536000, immutable' : 'no-cache', path)
  }
})

test('the nginx example sets every header that the hosts’ file sets', () => {
  for (const [name, value] of headersOf('/')) {
    assert.match(conf.toLowerCase(), new RegExp(`add_header ${name} `), name)
    if (!['cache-control', 'content-security-policy'].includes(name)) assert.ok(conf.includes(value), `${name}: ${value}`)
  }
})

const freePort = () => new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => done(port))
  })
})

/** The nginx of this machine; where the tests may, they bring it along. */
const findNginx = (): string | undefined => {
  const known = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx']
  const found = known.find((path) => existsSync(path))
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  return known.find((path) => existsSync(path))
}

const nginx = findNginx()
if (!nginx) console.log('nginx is not on this machine: its example was compared with _headers, and not run.')
else {
  test('a real nginx with the example sends those headers, one address per page, and the 404 page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
    const port = await freePort()
    mkdirSync(join(folder, 'tmp'))
    const root = base === '/' ? folder : join(folder, 'root')
    mkdirSync(root, { recursive: true })
    symlinkSync(dist, base === '/' ? join(root, 'site') : join(root, base.slice(1, -1)))
    writeFileSync(join(folder, 'nginx.conf'), conf
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replace('root site;', `root ${base === '/' ? join(root, 'site') : root};`)
      .replace('error_page 404 /404.html', `error_page 404 ${base}404.html`)
      .replace('/etc/nginx/mime.types', existsSync('/etc/nginx/mime.types') ? '/etc/nginx/mime.types' : join(nginx, '../../etc/nginx/mime.types')))
    // The master's workers run as another user, who may not enter a folder of root's: one process does both here.
    const server = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'master_process off;'], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    server.stderr.on('data', (text: Buffer) => { said += text.toString() })
    const ended = new Promise<void>((done) => server.once('exit', () => done()))
    const site = `http://127.0.0.1:${port}${base.slice(0, -1)}`
    const reach = async (left: number): Promise<void> => {
      if (server.exitCode !== null || left === 0) throw new Error(`nginx did not start: ${said}`)
      await fetch(site + '/').catch(() => new Promise((later) => setTimeout(later, 50)).then(() => reach(left - 1)))
    }
    try {
      await reach(200)
      for (const path of probes) {
        const response = await fetch(site + path)
        assert.equal(response.status, 200, path)
        for (const [name, value] of headersOf(path)) assert.equal(response.headers.get(name), value, `${path} ${name}`)
      }
      const manifest = await fetch(`${site}/manifest.webmanifest`)
      assert.equal(manifest.headers.get('content-type'), 'application/manifest+json')
      const bare = await fetch(`${site}/offline?x=1`, { redirect: 'manual' })
      assert.deepEqual([bare.status, bare.headers.get('location')], [301, `${base}offline/?x=1`])
      const missing = await fetch(`${site}/no-such-page/`)
      assert.equal(missing.status, 404)
      assert.equal(await missing.text(), bytes('404.html').toString())
      assert.equal(missing.headers.get('x-content-type-options'), 'nosniff')
    } finally {
      server.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

const index = JSON.parse(bytes('packs.json').toString()) as PackIndex

test('every pack is what the index promises: its size, its hash, and every file in it that of the site', () => {
  for (const pack of index.packs) {
    const packed = bytes(pack.file)
    assert.deepEqual([packed.length, sha256(packed)], [pack.bytes, pack.sha256], pack.id)
    const files = decodePack(new Uint8Array(gunzipSync(packed)), base)
    assert.ok(files.ok, pack.id)
    for (const file of files.value) {
      const path = file.key.slice(base.length)
      const inSite = bytes(path === '' || path.endsWith('/') ? `${path}index.html` : path)
      assert.deepEqual([file.sha256, sha256(file.body)], [sha256(inSite), sha256(inSite)], file.key)
    }
  }
})

test('the packs and the shell together hold every page and every file of the search index, each once', () => {
  const shell = [...bytes('sw.js').toString().matchAll(/key:[`"']([^`"']+)[`"']/g)].map(([, key]) => key!)
  const packed = index.packs.flatMap((pack) => {
    const files = decodePack(new Uint8Array(gunzipSync(bytes(pack.file))), base)
    return files.ok ? files.value.map((file) => file.key) : []
  })
  const wanted = siteFiles().filter((path) => path.endsWith('.html') || path.startsWith('pagefind/')).map((path) => base + path.replace(/(^|\/)index\.html$/, '$1'))
  assert.deepEqual(wanted.filter((key) => !shell.includes(key) && !packed.includes(key)), [])
  assert.deepEqual(packed.filter((key, at) => !key.includes('/_astro/') && packed.indexOf(key) !== at), [])
})

// Reviewing on a train is what offline is for: the page of reviews is in the shell with its scheduler, every type of question and the list of all questions.
test('what the worker installs is at most 260 kB to download', () => {
  const shell = [...bytes('sw.js').toString().matchAll(/key:[`"']([^`"']+)[`"']/g)].map(([, key]) => key!.slice(base.length))
  const total = shell.reduce((sum, path) => sum + gzipSync(bytes(path === '' || path.endsWith('/') ? `${path}index.html` : path)).length, 0)
  console.log(`the worker installs ${shell.length} files, ${Math.round(total / 1000)} kB gzip`)
  assert.ok(shell.length > 10)
  assert.ok(total <= 260_000, `${total} bytes`)
})
