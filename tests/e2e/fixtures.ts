import { test as base, expect, type Page } from '@playwright/test'

/** Problems that no page may have: console errors and warnings, uncaught errors, refused policies, requests to another host. */
const watch = (page: Page, problems: string[], origin: string) => {
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // How soon a file that was asked for ahead is used depends on the machine; that it is used is a journey of its own.
    if (/was preloaded using link preload but not used within a few seconds/.test(message.text())) return
    // Some messages name the file that they speak of in their location only ("Failed to load resource").
    problems.push(`console ${message.type()}: ${message.text()} (${message.location().url} on ${page.url()})`)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) problems.push(`request to another host: ${request.url()}`)
  })
}

interface Guards {
  /** Problems seen so far. A test that provokes some on purpose (a stopped server) empties or filters the list. */
  problems: string[]
}

/** Every journey fails when the page complains, breaks its own security policy or talks to somebody else. */
export const test = base.extend<Guards>({
  problems: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = []
      const origin = new URL(baseURL ?? 'http://127.0.0.1').origin
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
      })
      context.on('page', (page) => watch(page, problems, origin))
      await use(problems)
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
