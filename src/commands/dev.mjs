/** `npm run dev`: installs what is missing and starts the authors' server, which shows content problems as you type. */
import { prepare, run, say } from './prepare.mjs'

await prepare()
say('Starting the authors’ server')
process.exitCode = await run('astro', ['dev', ...process.argv.slice(2)])
