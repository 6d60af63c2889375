import { createHash } from 'node:crypto'

/**
 * Content Security Policy by hash, in a <meta> right after the charset, so that nothing in the page escapes it. The same
 * pass refuses markup that the policy would block in the browser. Astro's own `security.csp` is not used: it puts
 * the <meta> last in the head and carries every hash of the site on every page.
 */

/** A page with its policy, or what in the page the policy forbids. */
export type Governed = { readonly html: string } | { readonly problems: readonly string[] }

/** A comment, a raw-text element with its content, or a tag with its attributes. Quoted values may hold ">". */
const MARKUP =
  /<!--[\s\S]*?-->|<(script|style|textarea|title)((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1\s*>|<([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi

/** A name with its value: quoted, bare, or absent. */
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Only attributes that may offend are worth taking apart. */
const SUSPECT = /[\s"'/](?:style|on[a-z]+)\s*=|\/\/|script\s*:/i

/** Attributes by which an element loads something by itself. `link` counts by its rel. */
const LOADS = new Set(['src', 'srcset', 'poster', 'data', 'action', 'formaction', 'imagesrcset', 'background', 'xlink:href'])
const LOADING_LINK = /\b(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)\b/i
const LOADING_HREF = new Set(['use', 'image', 'feimage', 'base'])

/** Scripts of these types are data: the browser never runs them, and the policy does not look at them. */
const DATA_SCRIPT = /\stype\s*=\s*["']?application\/(?:ld\+)?json/i

const CHARSET = /<meta\s+charset\s*=\s*["']?utf-8["']?\s*\/?>/i

/** The policy with the hashes of one page's inline scripts and styles. */
export const policy = (scripts: Iterable<string>, styles: Iterable<string>): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')

const known = new Map<string, string>()

/** The source expression for inline `text`; the same few texts come on every page. */
const hashSource = (text: string): string => {
  const hash = known.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  known.set(text, hash)
  return hash
}

const problemsOf = (tag: string, attributes: string): string[] => {
  if (!SUSPECT.test(attributes)) return []
  const all = [...attributes.matchAll(ATTRIBUTE)].map(([, name, a, b, c]) => ({ name: name!.toLowerCase(), value: a ?? b ?? c ?? '' }))
  const rel = all.find(({ name }) => name === 'rel')?.value ?? ''
  const element = tag.toLowerCase()
  return all.flatMap(({ name, value }) => {
    if (name === 'style') return [`<${element}> has a style attribute: "${value}"`]
    if (/^on[a-z]+$/.test(name)) return [`<${element}> has an inline handler: ${name}`]
    if (/^\s*(javascript|vbscript)\s*:/i.test(value)) return [`<${element}> has a script address: ${name}="${value}"`]
    const loads = LOADS.has(name) || (name === 'href' && (LOADING_HREF.has(element) || (element === 'link' && LOADING_LINK.test(rel))))
    return loads && /(^|[\s,])(?:[a-z][a-z\d+.-]*:)?\/\//i.test(value) ? [`<${element}> loads from another site: ${name}="${value}"`] : []
  })
}

/** Puts the policy into a page, unless the page holds what the policy would block: then all of that is listed. */
export const govern = (html: string): Governed => {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const problems: string[] = []
  for (const [, raw, rawAttributes = '', text = '', tag, attributes = ''] of html.matchAll(MARKUP)) {
    const name = raw?.toLowerCase()
    if (name === 'style') styles.add(hashSource(text))
    if (name === 'script' && !/\ssrc\s*=/i.test(rawAttributes) && !DATA_SCRIPT.test(rawAttributes)) scripts.add(hashSource(text))
    const element = raw ?? tag
    if (element) problems.push(...problemsOf(element, raw ? rawAttributes : attributes))
  }
  const charset = CHARSET.exec(html)
  if (!charset) problems.push('the page has no <meta charset="utf-8"> to put the policy after')
  if (/http-equiv\s*=\s*["']?content-security-policy/i.test(html)) problems.push('the page already has a policy')
  if (!charset || problems.length > 0) return { problems }
  const at = charset.index + charset[0].length
  return { html: `${html.slice(0, at)}<meta http-equiv="content-security-policy" content="${policy(scripts, styles)}">${html.slice(at)}` }
}
