/** A script from a file. */
const SCRIPT = /<script\b[^>]*\ssrc=[^>]*><\/script>/g

const isModule = (tag: string) => /\stype="module"/.test(tag)

/**
 * A page that asks for all its files at once: the scripts that run when it has been read stand in its head, behind its stylesheet, and
 * the one that has to run before it is drawn comes last of all. A browser stops reading there, and behind a security policy in the page
 * it does not look ahead for what comes next: each file named below would be asked for one round trip later.
 */
export const withEarlyScripts = (html: string): string => {
  const scripts = html.match(SCRIPT) ?? []
  const early = [...scripts.filter(isModule), ...scripts.filter((tag) => !isModule(tag))].join('')
  return html.replace(SCRIPT, '').replace('</head>', () => `${early}</head>`)
}
