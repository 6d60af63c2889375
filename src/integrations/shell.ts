import { hashedReferences } from '../core/offline/strategy.ts'
import { neededBy, textOf, type BuiltFile } from './built-files.ts'

/** Pages that work with what is on the device, and the data of search and progress: there before anything is kept. */
const SHELL = new Set([
  'index.html', 'offline/index.html', '404.html', 'search/index.html', 'progress/index.html', 'review/index.html',
  'outline.json', 'question-index.json', 'titles.json', 'misconceptions.json', 'packs.json', 'favicon.svg', 'manifest.webmanifest',
])

/** Whether the worker installs the file at `path`; the large icons are fetched by the system when the course is installed on a home screen, and by no page. */
export const isShell = (path: string) => SHELL.has(path) || path === 'icons/icon-192.png'

/** Everything that the worker installs: pages and data of the shell, what they need, and the scripts of lessons. Other pages bring theirs. */
export const shellOf = async (files: readonly BuiltFile[], base: string): Promise<BuiltFile[]> => {
  const named = files.filter((file) => SHELL.has(file.path) && file.path.endsWith('.html')).flatMap((page) => hashedReferences(textOf(page), base))
  const inLessons = files.filter((file) => /^lessons\/[^/]+\/index\.html$/.test(file.path))
    .flatMap((page) => hashedReferences(textOf(page), base)).filter((key) => key.endsWith('.js'))
  const needed = await neededBy([...named, ...inLessons], files, base)
  return files.filter((file) => isShell(file.path) || needed.has(file.key))
}
