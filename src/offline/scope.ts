/** The parts of the service worker's global scope that are used; the DOM types, which the rest needs, lack them. */

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

/** A request that the worker may answer. */
export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

/** What a page has sent. */
export interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown
  /** The page that sent it. */
  readonly source: { postMessage(message: unknown): void } | null
}

/** `self` in a service worker. */
export interface WorkerScope {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly { postMessage(message: unknown): void }[]> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: ExtendableMessageEvent) => void): void
}
