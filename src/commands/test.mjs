/**
 * `npm test`: installs what is missing, a browser included, checks types and style, builds the site and runs every test. Ends with a
 * line `N passed, N failed`; exits 1 when anything failed.
 */
import { prepare, run, say } from './prepare.mjs'
import { prepareBrowser } from './browser.mjs'

let passed = 0
let failed = 0

/** Counts what a runner's closing lines say: node's `ℹ pass 12`, Playwright's `  12 passed (3s)`. */
const count = (line) => {
  const text = line.replace(/\u001b\[[0-9;]*m/g, '')
  const node = /^(?:ℹ|#) (pass|fail|cancelled) (\d+)$/.exec(text.trim())
  const playwright = /^\s+(\d+) (passed|failed|flaky|interrupted|did not run)\b/.exec(text)
  const [kind, n] = node ? [node[1], Number(node[2])] : playwright ? [playwright[2], Number(playwright[1])] : []
  if (kind === 'pass' || kind === 'passed') passed += n
  else if (kind) failed += n
}

/** Runs one npm script whose tests are counted. A runner that fails without counting a failure counts as one. */
const suite = async (title, script) => {
  say(title)
  const before = failed
  const code = await run('npm', ['run', '--silent', script], { onLine: count })
  if (code !== 0 && failed === before) failed += 1
}

/** Runs one npm script that either holds or not. */
const step = async (title, script) => {
  say(title)
  if ((await run('npm', ['run', '--silent', script])) === 0) passed += 1
  else failed += 1
}

await prepare()
await prepareBrowser()
await step('Checking types', 'types')
await step('Checking style', 'lint')
await suite('Running the unit and content tests', 'test:unit')
say('Building the site')
if ((await run('npm', ['run', '--silent', 'build'])) === 0) {
  passed += 1
  await suite('Checking the built site', 'test:site')
  await suite('Taking the journeys in a browser', 'test:e2e')
} else failed += 1

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
