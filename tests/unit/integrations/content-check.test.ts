import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'content-check-'))
after(() => rmSync(folder, { recursive: true }))

describe('a build of broken content', () => {
  const content = join(folder, 'content')
  cpSync(join(root, 'tests/fixtures/valid'), content, { recursive: true })
  cpSync(join(root, 'tests/fixtures/broken/sum'), content, { recursive: true })
  rmSync(join(content, 'expected.txt'))
  const outDir = join(folder, 'dist')
  mkdirSync(outDir)
  writeFileSync(join(outDir, 'index.html'), 'yesterday’s site')
  const build = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: outDir, CACHE_DIR: join(folder, 'cache'), CI: 'true', ASTRO_TELEMETRY_DISABLED: '1' },
  })

  it('ends with code 1', () => assert.equal(build.status, 1))

  it('lists every problem with its place, and as annotations where it runs unattended', () => {
    assert.match(build.stderr, /hydration\.mdx:20:108 {2}“350 ÷ 500” is 70%, not 71%\./)
    assert.match(build.stderr, /hydration\.mdx:25:39 {2}“500 × 0\.7” is 350, not 355 g\./)
    assert.match(build.stderr, /^::error file=.*hydration\.mdx,line=25,col=39,title=sum::/m)
    assert.match(build.stderr, /^3 problems in 1 file\.$/m)
  })

  it('leaves no site behind, not even an older one', () => assert.equal(existsSync(outDir), false))
})
