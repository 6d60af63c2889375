/** `npm start`: installs what is missing, builds the site and serves it at a printed address. */
import { join } from 'node:path'
import { prepare, root, run, say, stop } from './prepare.mjs'
import { listen } from './serve.mjs'

await prepare()
say('Building the site')
if ((await run('npm', ['run', '--silent', 'build'])) !== 0) stop('The site was not built. The lines above say what is wrong and where.')

const base = process.env.BASE_PATH ?? '/'
const site = { dir: process.env.OUT_DIR ?? join(root, 'dist'), base }
const { url } = await listen({ ...site, port: Number(process.env.PORT ?? 4321) }).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error
  return listen({ ...site, port: 0 })
})
say(`The course is at ${url}  (Ctrl-C ends it)`)
