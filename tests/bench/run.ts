import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { generateCourse } from './generate.ts'

/**
 * Builds generated courses of 40, 400 and 2,000 lessons (or the sizes given) and prints processor time, memory, pages and page weight.
 * Prints only: a machine's speed is not a test. `npm run bench -- 40 400`
 */
const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const root = join(import.meta.dirname, '../..')

/** Runs a build under /usr/bin/time and reads what the operating system says of it. */
const build = (environment: Record<string, string>) =>
  new Promise<{ code: number; output: string }>((done) => {
    const child = spawn('/usr/bin/time', ['-f', 'used %U %S %e %M', process.execPath, 'src/commands/build.mjs'], {
      cwd: root,
      env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
    })
    let output = ''
    child.stdout.on('data', (data) => (output += String(data)))
    child.stderr.on('data', (data) => (output += String(data)))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)]))

for (const lessons of sizes.length > 0 ? sizes : [40, 400, 2_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'three-disciplines-bench-'))
  generateCourse(join(folder, 'content'), lessons)
  const out = join(folder, 'dist')
  const { code, output } = await build({ CONTENT_DIR: join(folder, 'content'), OUT_DIR: out, CACHE_DIR: join(folder, 'cache') })
  const used = /used ([\d.]+) ([\d.]+) ([\d.]+) (\d+)/.exec(output)
  if (code !== 0 || !used) {
    console.log(output.split('\n').slice(-40).join('\n'))
    process.exitCode = 1
  } else {
    const [user, system, wall, kilobytes] = used.slice(1).map(Number) as [number, number, number, number]
    const files = filesBelow(out)
    const page = (path: string) => brotliCompressSync(readFileSync(join(out, path))).length
    console.log(`${lessons} lessons: ${(user + system).toFixed(1)} s of processor time (${wall.toFixed(1)} s elapsed), `
      + `${Math.round(kilobytes / 1024)} MB at most, ${files.length} files, ${(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6).toFixed(1)} MB; `
      + `brotli: home ${page('index.html')} B, lesson ${page('lessons/lesson-1/index.html')} B, module ${page('modules/module-1/index.html')} B`)
  }
  rmSync(folder, { recursive: true, force: true })
}
