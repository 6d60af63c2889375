/** The part of the Trusted Types API that is used; TypeScript's DOM types do not have it yet. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown
}

/** Scripts below the base path that may be started by an address in a string: both are workers. */
const WORKERS = ['sw.js', 'pagefind/pagefind-worker.js']

/** The rule of the policy: the address of one of our workers, made absolute. Throws a TypeError for any other. */
export const admitWorker = (url: string, page: string, base: string): string => {
  const asked = new URL(url, page)
  const admitted = WORKERS.map((path) => new URL(base + path, page))
  if (admitted.some((worker) => worker.origin === asked.origin && worker.pathname === asked.pathname)) return asked.href
  throw new TypeError(`Not one of this site's workers: ${asked.href}`)
}

/**
 * Installs the `default` policy that the site's CSP requires: script addresses only of our own workers, and no rule
 * for HTML or script text, so that `innerHTML` and `eval` of strings throw. Does nothing where the browser has no Trusted
 * Types. Call once, before a worker is started.
 */
export const installTrustedTypesPolicy = (): void => {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  factory?.createPolicy('default', { createScriptURL: (url) => admitWorker(url, location.href, import.meta.env.BASE_URL) })
}
