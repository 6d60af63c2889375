import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../..')
const src = join(root, 'src')

/**
 * What each folder of src may import: folders of src, and packages (a trailing slash or star allows what is below it). The table is in
 * src/README.md; keep the two alike.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: ['core'],
  messages: ['messages', 'core'],
  authoring: ['authoring', 'core', 'node:*', 'yaml', 'satteri', 'astro/zod'],
  queries: ['queries', 'core', 'authoring'],
  browser: ['browser', 'core', 'idb'],
  stores: ['stores', 'core', 'nanostores'],
  islands: ['islands', 'core', 'stores', 'messages', 'preact*', '@nanostores/preact'],
  offline: ['offline', 'core'],
  components: ['components', 'core', 'queries', 'islands', 'messages', 'styles'],
  layouts: ['layouts', 'components', 'core', 'queries', 'islands', 'messages', 'stores', 'styles'],
  pages: ['layouts', 'components', 'core', 'queries', 'islands', 'messages', 'stores', 'styles', 'astro'],
  integrations: ['integrations', 'core', 'authoring', 'node:*', 'vite', 'astro', '@astrojs/preact', 'pagefind', 'esbuild'],
  commands: ['commands', 'core', 'authoring', 'node:*'],
}

/** One more package in one more file, each for a reason. */
const EXCEPTIONS: Record<string, readonly string[]> = {
  // The scheduler is behind one adapter.
  'core/review/fsrs.ts': ['ts-fsrs'],
  // The drawing of codes is behind one adapter.
  'browser/qr-code.ts': ['uqr'],
  // The composition root is the only place where stores meet the browser.
  'stores/app.ts': ['browser'],
  // Its parts that only some pages need.
  'stores/pages.ts': ['browser'],
  'stores/copies.ts': ['browser'],
  'stores/questions.ts': ['browser'],
  'stores/links.ts': ['browser'],
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

const sources = filesBelow(src).filter((file) => /\.(ts|tsx|mjs|astro)$/.test(file))

/** The text without comments, so that an example in a docstring is not an import. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** The specifiers that a file imports, statically or lazily. */
const importsOf = (file: string): string[] => {
  const text = withoutComments(readFileSync(file, 'utf8'))
  const found = text.matchAll(/(?:\b(?:import|export)\b[\w\s{},*$]*\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\1/g)
  return [...found].map((match) => match[2] ?? '')
}

/** The folder of src that `file` belongs to, or the file's own name at the top. */
const folderOf = (file: string) => relative(src, file).split('/')[0] ?? ''

const allowed = (specifier: string, list: readonly string[]) =>
  list.some((entry) => (entry.endsWith('*') ? specifier.startsWith(entry.slice(0, -1)) : specifier === entry || specifier.startsWith(`${entry}/`)))

test('every folder imports only what the table allows', () => {
  const broken: string[] = []
  for (const file of sources) {
    const name = relative(src, file)
    const folder = folderOf(file)
    const list = MAY_IMPORT[folder]
    assert.ok(list, `src/${folder} is not in the import table: add it there and in src/README.md`)
    for (const specifier of importsOf(file)) {
      const target = specifier.startsWith('.') ? folderOf(resolve(dirname(file), specifier)) : specifier
      if (!allowed(target, [...list, ...(EXCEPTIONS[name] ?? [])])) broken.push(`${name} imports ${specifier}`)
    }
  }
  assert.deepEqual(broken, [])
})

test('nobody imports a page, and relative imports name their file with its ending', () => {
  const broken: string[] = []
  for (const file of sources) {
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) continue
      if (folderOf(resolve(dirname(file), specifier)) === 'pages') broken.push(`${relative(src, file)} imports the page ${specifier}`)
      if (!/\.(ts|tsx|mjs|astro|css|css\?url|js\?url&no-inline)$/.test(specifier)) broken.push(`${relative(src, file)} imports ${specifier} without an ending`)
    }
  }
  assert.deepEqual(broken, [])
})

test('core and messages run anywhere: no document, window, storage or network in them', () => {
  const broken = sources
    .filter((file) => ['core', 'messages'].includes(folderOf(file)))
    .filter((file) => /\b(document|window|localStorage|indexedDB|navigator)\s*[.[]|\bfetch\(|Date\.now\(|Math\.random\(/.test(withoutComments(readFileSync(file, 'utf8'))))
    .map((file) => relative(src, file))
  assert.deepEqual(broken, [])
})

test('there are no barrels and no drawers for odds and ends', () => {
  const broken = sources
    .map((file) => relative(src, file))
    .filter((name) => (/(^|\/)index\.(ts|tsx)$/.test(name) && !name.startsWith('pages/')) || /(^|[/-])(utils?|helpers?|managers?)([./-]|$)/.test(name))
  assert.deepEqual(broken, [])
})

test('colours are written in tokens.css only', () => {
  const colour = /#[0-9a-f]{3,8}\b|\b(?:oklch|rgba?|hsla?|lch|lab|color)\(/i
  const broken = filesBelow(src)
    .filter((file) => /\.(css|tsx)$/.test(file) && !file.endsWith('/tokens.css'))
    .flatMap((file) =>
      withoutComments(readFileSync(file, 'utf8')).split('\n').flatMap((line, index) =>
        colour.test(line.replace(/href=[{`"'][^\s]*|url\([^)]*\)/g, '')) ? [`${relative(src, file)}:${index + 1} ${line.trim().slice(0, 80)}`] : []))
  assert.deepEqual(broken, [])
})

test('only tokens.css reads the raw scale of colours', () => {
  const scale = /var\(--(?:paper|ink|night|chalk|cobalt|ember|pine|plum|leaf|gold|brick)-\d+\)/
  const broken = filesBelow(src)
    .filter((file) => /\.(css|tsx|astro)$/.test(file) && !file.endsWith('/tokens.css') && scale.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file))
  assert.deepEqual(broken, [])
})

test('views write no style attribute and no markup strings, and no island is client:only', () => {
  const refused = /\sstyle=[{"'`]|dangerouslySetInnerHTML|\.innerHTML\b|\bouterHTML\b|insertAdjacentHTML|client:only|<ClientRouter/
  const broken = sources
    .filter((file) => refused.test(withoutComments(readFileSync(file, 'utf8'))))
    .map((file) => relative(src, file))
  // The client of the islands says with an empty string that children which are there already stay.
  assert.deepEqual(broken, ['islands/parts/island-client.ts'])
})

test('what moves the focus moves it before the browser paints: a key pressed on what has just appeared would go elsewhere', () => {
  const broken = sources.filter((file) => file.endsWith('.tsx'))
    .filter((file) => (readFileSync(file, 'utf8').match(/\buseEffect\([\s\S]*?, \[/g) ?? []).some((effect) => /\.(focus|select)\(/.test(effect)))
    .map((file) => relative(src, file))
  assert.deepEqual(broken, [])
})

test('the top level of the project holds what was agreed, and nothing else', () => {
  const agreed = new Set(['src', 'content', 'public', 'tests', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'README.md',
    'package-lock.json', 'LICENSE', 'eslint.config.js', 'node_modules', 'dist', 'test-results', 'playwright-report'])
  const extra = readdirSync(root).filter((name) => !name.startsWith('.') && !agreed.has(name))
  assert.deepEqual(extra, [])
})

test('every style sheet states the order of the layers first, since any of them may load first', () => {
  const order = '@layer reset, tokens, base, prose, components, utilities;'
  const broken = filesBelow(src)
    .filter((file) => file.endsWith('.css') && !readFileSync(file, 'utf8').startsWith(order))
    .map((file) => relative(src, file))
  assert.deepEqual(broken, [])
})
