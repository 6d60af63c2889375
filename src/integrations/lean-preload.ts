import type { AstroIntegration } from 'astro'
import { basePath } from './base-path.ts'

/** The module that Vite wraps every lazy import with. */
const HELPER = '\0vite/preload-helper.js'

/**
 * The helper in the few lines this site needs: a lazily loaded island's stylesheet is there before the island. Vite's own also fetches
 * scripts ahead, supports nonces and reports errors, and is a tenth of what a lesson loads by itself.
 */
const helperCode = (base: string): string => `
export const __vitePreload = (load, files = []) => Promise.all(files.filter((file) => file.endsWith('.css')).map((file) => {
  const href = ${JSON.stringify(base)} + file
  if (document.querySelector(\`link[href="\${href}"]\`)) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  return new Promise((done) => {
    link.onload = link.onerror = done
    document.head.append(link)
  })
})).then(load)
`

const leanPreloadPlugin = (base: string) => ({
  name: 'lean-preload',
  enforce: 'pre' as const,
  apply: 'build' as const,
  // Without lists of scripts to fetch ahead, which the helper would not look at; those of stylesheets stay.
  configEnvironment: (name: string) => (name === 'client' ? { build: { modulePreload: false as const } } : undefined),
  load: (id: string) => (id === HELPER ? helperCode(base) : undefined),
})

/** Replaces Vite's preload helper in what browsers load. */
export const leanPreload = (): AstroIntegration => ({
  name: 'lean-preload',
  hooks: {
    'astro:config:setup': ({ config, updateConfig }) => {
      const base = basePath(config)
      updateConfig({
        vite: { plugins: [leanPreloadPlugin(base)] },
      })
    },
  },
})
