import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'

/** Empties the list of what Vite bundles ahead for the browser of a developer. */
const bundleNothingAhead: Plugin = {
  name: 'no-prebundling',
  configResolved: ({ environments }) => {
    for (const { optimizeDeps } of Object.values(environments)) Object.assign(optimizeDeps, { include: [], noDiscovery: true })
  },
}

/**
 * To write its types, Astro starts a development server at the beginning of every build, and that bundles Astro's toolbar for the browser:
 * a second of work and a hundred megabytes for something that no build uses.
 */
export const noPrebundling = (): AstroIntegration => ({
  name: 'no-prebundling',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command !== 'dev') updateConfig({ vite: { plugins: [bundleNothingAhead] } })
    },
  },
})
