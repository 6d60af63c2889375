import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

const systemChromium = '/usr/bin/chromium'
const root = new URL('../..', import.meta.url).pathname
const port = Number(process.env['E2E_PORT'] ?? 4173)
const dir = process.env['OUT_DIR'] ?? 'dist'

/** Journeys run on the built site, served by the same command that `npm start` uses. No retries: a flake is a fault. */
export default defineConfig({
  testDir: '.',
  // Firefox and WebKit have a runner of their own: `npm run test:engines`.
  testIgnore: '**/tests/e2e/engines/**',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Bounds for what hangs, not for what is slow: a busy build machine may take ten times as long as a quiet one.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: {
      ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
    // Traces of all journeys, to keep those of the few that fail, take a fifth of the time; `--trace on` makes them when they are wanted.
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node src/commands/serve.mjs --dir ${dir} --port ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
})
