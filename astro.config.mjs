import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { contentCheck } from './src/integrations/content-check.ts'
import { csp } from './src/integrations/csp.ts'
import { islandRuntime } from './src/integrations/island-runtime.ts'
import { leanPreload } from './src/integrations/lean-preload.ts'
import { offline } from './src/integrations/offline.ts'
import { pageStyles } from './src/integrations/page-styles.ts'
import { pagefindIndex } from './src/integrations/pagefind.ts'

/** Where the site will live: `/` or a path such as `/course/`. */
const base = process.env.BASE_PATH ?? '/'

export default defineConfig({
  base,
  site: process.env.SITE_URL,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? './dist',
  cacheDir: process.env.CACHE_DIR ?? './node_modules/.astro',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [preact({ include: ['**/*.tsx'] }), contentCheck(), leanPreload(), pagefindIndex(), islandRuntime(), pageStyles(), csp(), offline()],
})
