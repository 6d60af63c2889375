/**
 * Serves a built site on this machine only: `node src/commands/serve.mjs [--dir dist] [--port 4321] [--base /]`.
 * Plain Node, nothing to install. Port 0 picks a free port. Prints the address once it listens.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
}

/** The file that answers `path` below `root`, or undefined: a folder answers with its index.html. */
const fileFor = (root, path) => {
  const file = normalize(join(root, path))
  if (file !== root && !file.startsWith(root + '/')) return undefined
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile()) return file
  const index = join(file, 'index.html')
  return found?.isDirectory() && statSync(index, { throwIfNoEntry: false })?.isFile() ? index : undefined
}

/** What a host compresses: text. Pictures, packs and the index of the full text are compressed already. */
const COMPRESSED = /\.(?:html|css|m?js|json|svg|webmanifest|txt|xml)$/

const ENCODERS = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => gzipSync(bytes),
}

/** Remembers each compressed file until it changes. */
const createCompressor = () => {
  const kept = new Map()
  return (file, encoding, { mtimeMs, size }) => {
    const key = `${encoding} ${file}`
    const version = `${mtimeMs} ${size}`
    const known = kept.get(key)
    if (known?.version === version) return known.bytes
    const bytes = ENCODERS[encoding](readFileSync(file))
    kept.set(key, { version, bytes })
    return bytes
  }
}

/**
 * A server for the files in `dir` under the path `base`. Answers like a static host: `/x` redirects to `/x/`,
 * unknown paths get 404.html with status 404, hashed files are immutable and all else is revalidated. Text is sent compressed.
 */
const createSiteServer = ({ dir, base = '/' }) => {
  const root = resolve(dir)
  const compressed = createCompressor()
  return createServer((request, response) => {
    let path
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    } catch {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('Bad request')
      return
    }
    const inside = path.startsWith(base) ? path.slice(base.length - 1) : undefined
    if (inside === undefined && path + '/' === base) {
      response.writeHead(301, { location: base }).end()
      return
    }
    let file = inside === undefined ? undefined : fileFor(root, inside)
    if (file?.endsWith('/index.html') && !path.endsWith('/') && !path.endsWith('.html')) {
      response.writeHead(301, { location: path + '/' }).end()
      return
    }
    const status = file ? 200 : 404
    file ??= fileFor(root, '/404.html')
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
      return
    }
    const facts = statSync(file)
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = COMPRESSED.test(file) ? Object.keys(ENCODERS).find((name) => accepted.includes(name)) : undefined
    const bytes = encoding && compressed(file, encoding, facts)
    response.writeHead(status, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': bytes ? bytes.length : facts.size,
      ...(encoding && { 'content-encoding': encoding }),
      ...(COMPRESSED.test(file) && { vary: 'accept-encoding' }),
      'cache-control': path.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    if (request.method === 'HEAD') response.end()
    else if (bytes) response.end(bytes)
    else createReadStream(file).pipe(response)
  })
}

/** Starts a server on 127.0.0.1 and resolves with it and its address. */
export const listen = async ({ dir, base = '/', port = 0 }) => {
  const server = createSiteServer({ dir, base })
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done))
  return { server, url: `http://127.0.0.1:${server.address().port}${base}` }
}

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : otherwise
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dir = option('dir', 'dist')
  if (!statSync(join(dir, 'index.html'), { throwIfNoEntry: false })) {
    console.error(`There is no built site in ${dir}. Run "npm start" to build and serve it.`)
    process.exit(1)
  }
  const port = Number(option('port', 4321))
  const base = option('base', '/')
  const { url } = await listen({ dir, base, port }).catch((error) =>
    error.code === 'EADDRINUSE' ? listen({ dir, base, port: 0 }) : Promise.reject(error),
  )
  console.log(`The course is at ${url}  (Ctrl-C ends it)`)
}
