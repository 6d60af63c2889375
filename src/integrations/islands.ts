import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'

/** Read by the renderer of @astrojs/preact, whose own integration would write it: which components it serves. All of them, here. */
const OPTIONS = 'astro:preact:opts'

const rendererOptions = (): Plugin => ({
  name: 'islands',
  resolveId: (id) => (id === OPTIONS ? `\0${OPTIONS}` : undefined),
  load: (id) => (id === `\0${OPTIONS}` ? 'export default undefined' : undefined),
})

/**
 * Islands are Preact. While developing, the integration of @astrojs/preact serves them, which changes a component in place when its file
 * changes. A build needs none of that and takes the renderer alone: Vite compiles JSX by itself (by what tsconfig.json says), so Babel
 * is not even loaded, and the only renderer need not render every island once to find out whether it can.
 */
export const islands = (): AstroIntegration => ({
  name: 'islands',
  hooks: {
    'astro:config:setup': async (options) => {
      if (options.command === 'dev') {
        const { default: preact } = await import('@astrojs/preact')
        await preact({ include: ['**/*.tsx'] }).hooks['astro:config:setup']?.(options)
        return
      }
      options.addRenderer({
        name: '@astrojs/preact',
        clientEntrypoint: fileURLToPath(new URL('../islands/parts/island-client.ts', import.meta.url)),
        serverEntrypoint: new URL('./island-renderer.ts', import.meta.url),
      })
      options.updateConfig({ vite: { plugins: [rendererOptions()] } })
    },
  },
})
