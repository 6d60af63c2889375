/** Starting the service worker and hearing from it. Loaded on every page, so it stays small and imports nothing. */

/** Our own caches start with the course and its address, so that neighbours on the same origin stay apart. */
const isOurs = (name: string): boolean => name.startsWith(`${document.documentElement.dataset.course}:${import.meta.env.BASE_URL}|`)

const whenIdle = (work: () => unknown): void => {
  const later = () => ('requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 1000))
  if (document.readyState === 'complete') later()
  else addEventListener('load', later, { once: true })
}

/**
 * Registers the worker once the page is loaded and idle; on a connection that saves data only where it runs already.
 * `onWaiting` is called when a new version is installed and waits for a click. Does nothing where there are no workers.
 */
export const registerServiceWorker = (onWaiting: (registration: ServiceWorkerRegistration) => unknown): void => {
  const { serviceWorker } = navigator
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection
  if (!serviceWorker || (connection?.saveData && !serviceWorker.controller)) return
  const base = import.meta.env.BASE_URL
  const uncontrolled = !serviceWorker.controller
  whenIdle(async () => {
    try {
      const registration = await serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
      const check = () => registration.waiting && serviceWorker.controller && onWaiting(registration)
      check()
      registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', check))
      // The worker did not see this page being opened, so it is told, and keeps it like any other visited page.
      if (uncontrolled) (await serviceWorker.ready).active?.postMessage(location.href)
    } catch {
      // No worker, for instance on a plain http address: the course works as before, with the network.
    }
  })
}

const isPageKept = async (): Promise<boolean> => {
  const path = location.pathname.replace(/index\.html$/, '')
  try {
    for (const name of await caches.keys()) if (isOurs(name) && (await (await caches.open(name)).match(path))) return true
  } catch {
    // Caches are blocked or absent: nothing is kept.
  }
  return false
}

/**
 * Tells `listener`, now and whenever it changes, whether the network is gone, or this page could be opened without it.
 * The worker sends a message when it has kept a page.
 */
export const watchPageKept = (listener: (line: 'offline' | 'kept' | undefined) => void): void => {
  const tell = async () => listener(navigator.onLine ? ((await isPageKept()) ? 'kept' : undefined) : 'offline')
  addEventListener('online', tell)
  addEventListener('offline', tell)
  navigator.serviceWorker?.addEventListener('message', tell)
  whenIdle(tell)
}
