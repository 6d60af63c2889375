/** How the browser treats what the site stores. */
export interface StorageHealth {
  /** Whether the browser has agreed not to clear the site by itself; undefined when it does not say. */
  readonly persisted?: boolean
  /** Bytes in use by everything the origin owns; undefined when the browser does not say. */
  readonly usage?: number
}

/** What the browser says about the site's storage. `navigator.storage` is absent in some engines and on plain http. */
export const storageHealth = async (): Promise<StorageHealth> => {
  try {
    const [{ usage }, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
    return { usage, persisted }
  } catch {
    return {}
  }
}
