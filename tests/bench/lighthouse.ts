/**
 * What Lighthouse says of the built site on a phone: `node tests/bench/lighthouse.ts` after a build, for the pages named or for home, a
 * lesson and search. Prints the four scores (of 100), the largest paint and the layout shift of each. Nothing is held here: on a busy
 * machine blocking time goes up and takes the score down.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

interface Report {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly displayValue?: string }>>
}

const root = resolve(import.meta.dirname, '../..')
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const CHROMIUM = '/usr/bin/chromium'
const FLAGS = '--headless=new --no-sandbox --disable-background-networking --disable-component-update --disable-sync --no-first-run'
const pages = process.argv.length > 2 ? process.argv.slice(2) : ['', 'lessons/error-budget-arithmetic/', 'search/', 'search/?q=budget']

const server = spawn(process.execPath, ['src/commands/serve.mjs', '--dir', 'dist', '--port', '0'], { cwd: root })
const url = await new Promise<string>((done) => server.stdout.on('data', (text: Buffer) => {
  const found = /http:\/\/\S+/.exec(text.toString())
  if (found) done(found[0])
}))

try {
  for (const page of pages) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, 'node_modules/lighthouse/cli/index.js'), `${url}${page}`, '--output=json', '--quiet', '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`, `--chrome-flags=${FLAGS}`,
    ], { maxBuffer: 64_000_000, env: { ...process.env, ...(existsSync(CHROMIUM) && { CHROME_PATH: CHROMIUM }) } })
    const { categories, audits } = JSON.parse(stdout) as Report
    const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100))
    console.log(`/${page}: ${scores.join(' ')}; largest paint ${audits['largest-contentful-paint']?.displayValue}, layout shift ${audits['cumulative-layout-shift']?.displayValue}`)
  }
} finally {
  server.kill()
}
