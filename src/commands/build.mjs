/**
 * `npm run build`: Astro's build with a young generation of 16 MB. Node would let it grow to several times that, which makes the peak of
 * a large course higher and the build no faster.
 */
import { join } from 'node:path'
import { prepare, root, run } from './prepare.mjs'

await prepare()
const astro = join(root, 'node_modules/astro/bin/astro.mjs')
process.exitCode = await run('node', ['--max-semi-space-size=16', astro, 'build', ...process.argv.slice(2)])
