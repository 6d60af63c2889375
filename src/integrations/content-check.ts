import { rmSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { Plugin, ViteDevServer } from 'vite'
import { checkedContent, forgetContent } from '../authoring/checked-content.ts'
import { contentFolder } from '../authoring/content-folder.ts'
import type { Problem } from '../authoring/problem.ts'
import { countOf, printedReport, problemLine } from '../authoring/report.ts'

/** What the overlay shows. Vite reads the message and the place; Astro's own overlay has a title as well. */
interface Overlay {
  readonly plugin: string
  readonly title: string
  readonly message: string
  readonly stack: string
  readonly id: string
  readonly loc: { readonly file: string; readonly line: number; readonly column: number }
}

/** All `problems` as one text, with the place of the first to open. */
const overlayOf = (problems: readonly [Problem, ...Problem[]], folder: string): Overlay => {
  const [{ file, line, column }] = problems
  const id = resolve(folder, file)
  return {
    plugin: 'content check',
    title: countOf(problems),
    message: problems.map((problem) => problemLine(problem, folder)).join('\n\n'),
    stack: '',
    id,
    loc: { file: id, line, column },
  }
}

const send = (server: ViteDevServer, problems: readonly Problem[], folder: string): void => {
  const { hot } = server.environments.client
  const [first, ...more] = problems
  if (first) hot.send({ type: 'error', err: overlayOf([first, ...more], folder) })
  // A full reload both takes the overlay away and shows the mended page.
  else hot.send({ type: 'full-reload' })
}

/** Checks the content again after every change, prints what is wrong, and shows it over the page. */
const watchContent = (): Plugin => ({
  name: 'content-check',
  apply: 'serve',
  configureServer(server) {
    const folder = contentFolder()
    server.watcher.add(folder)
    let shown = ''
    const check = (): void => {
      const { problems } = checkedContent()
      const text = printedReport(problems, folder, {})
      if (text !== shown && (problems.length > 0 || shown !== '')) server.config.logger[problems.length > 0 ? 'error' : 'info'](text, { timestamp: true })
      shown = text
      send(server, problems, folder)
    }
    server.watcher.on('all', (_event, path) => {
      if (!resolve(path).startsWith(folder + sep)) return
      forgetContent()
      // Astro remembers which pages there are, and with what, until it hears this.
      for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {})
      check()
    })
    // A page that is opened later must see what is wrong as well.
    server.environments.client.hot.on('vite:client:connect', () => {
      const { problems } = checkedContent()
      if (problems.length > 0) send(server, problems, folder)
    })
    check()
  },
})

/**
 * Stands between the content and the site. A build with problems prints all of them, removes what an earlier build left in
 * the output folder, so that nobody publishes it by mistake, and ends with code 1 before anything is written. With
 * `CONTENT_CHECK=report` it prints them and goes on, for a draft. While developing, problems are shown over the page.
 */
export const contentCheck = (): AstroIntegration => ({
  name: 'content-check',
  hooks: {
    'astro:config:setup': ({ command, config, logger, updateConfig }) => {
      if (command === 'dev') updateConfig({ vite: { plugins: [watchContent()] } })
      if (command !== 'build') return
      const { problems } = checkedContent()
      if (problems.length === 0) return
      console.error(printedReport(problems, contentFolder(), process.env))
      if (process.env['CONTENT_CHECK'] === 'report') {
        logger.warn('Building all the same, because CONTENT_CHECK=report. Do not publish this.')
        return
      }
      rmSync(config.outDir, { recursive: true, force: true })
      logger.error('No site was written. Mend the content and build again.')
      process.exit(1)
    },
  },
})
