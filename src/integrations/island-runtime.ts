/** The scripts that Astro writes into every page that has islands: a bare `<script>`, one after another. */
const RUNTIME = /<script>([\s\S]*?)<\/script>/g

/**
 * A page without its inline scripts, with one module that holds them all in the place of the first. `address` says where the module of
 * these scripts will be found. So Astro's island runtime no longer holds up the page, is fetched once for the whole course, and needs no
 * hash in the security policy.
 */
export const withoutRuntime = (html: string, address: (script: string) => string): string => {
  const script = [...html.matchAll(RUNTIME)].map(([, text = '']) => text.trim()).join(';\n')
  if (!script) return html
  let placed = false
  return html.replace(RUNTIME, () => {
    if (placed) return ''
    placed = true
    return `<script type="module" src="${address(script)}"></script>`
  })
}
