import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from './fixtures.ts'
import { createOfflineSite } from './offline-site.ts'

/** The same site below a path, built for it: worker, scope, keys, packs and search all follow. */

const root = resolve(import.meta.dirname, '../..')

test('below /course/ the worker keeps to its path, and everything kept opens with the server stopped', async ({ browser }) => {
  const work = mkdtempSync(join(tmpdir(), 'offline-base-'))
  const dist = join(work, 'dist')
  const build = spawnSync('npm', ['run', 'build'], {
    cwd: root, encoding: 'utf8', env: { ...process.env, BASE_PATH: '/course/', OUT_DIR: dist, CACHE_DIR: join(work, 'cache') },
  })
  expect(build.status, build.stdout + build.stderr).toBe(0)
  const site = await createOfflineSite(dist, '/course/')
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(`${site.url}offline/`)
    await expect(page.getByRole('link', { name: 'Kept offline' })).toBeVisible()
    const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => new URL(one.scope).pathname))
    expect(scopes).toEqual(['/course/'])
    const names = await page.evaluate(() => caches.keys())
    expect(names.filter((name) => !name.startsWith('three-disciplines:/course/|'))).toEqual([])
    await page.getByRole('button', { name: /^Keep the whole course offline, / }).click()
    await expect(page.getByText(/^The whole course is kept and checked: /)).toBeVisible()
    await site.stop()
    for (const path of ['', 'lessons/three-words-one-goal', 'glossary/index.html?x=1', 'search/?q=budget']) {
      await page.goto(site.url + path)
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/You are offline/)
    }
    await expect(page.getByRole('main').getByRole('link', { name: 'Error-budget arithmetic' }).first()).toBeVisible()
    await page.goto(`${site.url}no-such-page`)
    await expect(page.getByRole('heading', { level: 1, name: /^You are offline/ })).toBeVisible()
  } finally {
    await context.close()
    await site.remove()
    rmSync(work, { recursive: true, force: true })
  }
})
