import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { contentCheck } from './src/integrations/content-check.ts'
import { finishPages } from './src/integrations/finish-pages.ts'
import { islands } from './src/integrations/islands.ts'
import { joinedScripts } from './src/integrations/joined-scripts.ts'
import { leanPreload } from './src/integrations/lean-preload.ts'
import { noPrebundling } from './src/integrations/no-prebundling.ts'
import { offline } from './src/integrations/offline.ts'
import { pagefindIndex } from './src/integrations/pagefind.ts'
import { questionFamilies } from './src/integrations/question-families.ts'

/** Where the site will live: `/` or a path such as `/course/`. */
const base = process.env.BASE_PATH ?? '/'

/** A sitemap has absolute links, so there is one only where the site's address is known. */
const site = process.env.SITE_URL

export default defineConfig({
  base,
  site,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? './dist',
  cacheDir: process.env.CACHE_DIR ?? './node_modules/.astro',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [contentCheck(), islands(), joinedScripts(), leanPreload(), noPrebundling(), pagefindIndex(), finishPages(), questionFamilies(), ...(site ? [sitemap()] : []), offline()],
})
