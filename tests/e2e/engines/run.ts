import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { missing } from './installed.ts'

/** `npm run test:engines`: the journeys on the built site in Firefox and in WebKit. Says what is missing on the machine, if anything is. */

const root = resolve(import.meta.dirname, '../../..')

const stop = (sentence: string): never => {
  console.error(sentence)
  process.exit(1)
}

const lacking = missing()
if (lacking) stop(lacking)
if (!existsSync(join(root, process.env['OUT_DIR'] ?? 'dist', 'index.html'))) stop('There is no built site yet: run "npm run build", then this again.')

// A browser that hangs fails its journey instead of holding up everything.
const runner = spawn(process.execPath, ['--test', '--test-timeout=240000', 'tests/e2e/engines/*.test.ts'], { cwd: root, stdio: 'inherit' })
runner.on('exit', (code) => process.exit(code ?? 1))
