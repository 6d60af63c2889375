/** The browser that tests drive: Debian's when it is there or can be had, otherwise Playwright's own. */
import { existsSync } from 'node:fs'
import { run, say, stop } from './prepare.mjs'

/** Where Debian puts Chromium. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** Makes sure that there is a Chromium. */
export const prepareBrowser = async () => {
  if (existsSync(SYSTEM_CHROMIUM)) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium from the system’s packages')
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
    await run('apt-get', ['update', '-qq'], quiet)
    if ((await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)) === 0) return
  }
  say('Installing Playwright’s Chromium')
  if ((await run('playwright', ['install', 'chromium'])) === 0) return
  stop('There is no browser to test with. Install Chromium so that /usr/bin/chromium exists, or let "npx playwright install chromium" reach its download, and run "npm test" again.')
}
