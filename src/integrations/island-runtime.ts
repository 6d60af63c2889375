import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { basePath } from './base-path.ts'

/** The scripts that Astro writes into every page that has islands: a bare `<script>`, one after another. */
const RUNTIME = /<script>([\s\S]*?)<\/script>/g

/**
 * A page without its inline scripts, and their text in order. The first one's place is taken by a module that holds them all; `address`
 * says where it will be found.
 */
export const withoutRuntime = (html: string, address: (script: string) => string): { readonly html: string; readonly script: string } => {
  const script = [...html.matchAll(RUNTIME)].map(([, text = '']) => text.trim()).join(';\n')
  if (!script) return { html, script }
  let placed = false
  return {
    script,
    html: html.replace(RUNTIME, () => {
      if (placed) return ''
      placed = true
      return `<script type="module" src="${address(script)}"></script>`
    }),
  }
}

/**
 * Moves Astro's island runtime out of the pages into one file that they share. It no longer holds up the page, is fetched once for
 * the whole course, and needs no hash in the security policy. Comes before `csp`.
 */
export const islandRuntime = (): AstroIntegration => {
  let base = '/'
  return {
    name: 'island-runtime',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = basePath(config)
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const scripts = new Map<string, string>()
        const address = (script: string) => {
          const name = `_astro/islands.${createHash('sha256').update(script).digest('base64url').slice(0, 8)}.js`
          scripts.set(name, script)
          return base + name
        }
        for await (const page of glob('**/*.html', { cwd: root })) {
          const before = await readFile(join(root, page), 'utf8')
          const { html, script } = withoutRuntime(before, address)
          if (script) await writeFile(join(root, page), html)
        }
        await mkdir(join(root, '_astro'), { recursive: true })
        for (const [name, script] of scripts) await writeFile(join(root, name), script)
      },
    },
  }
}
