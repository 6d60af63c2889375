/** How the browser treats what the site stores. */
export interface StorageHealth {
  /** Whether the browser has agreed not to clear the site by itself; undefined when it does not say. */
  readonly persisted?: boolean
  /** Bytes in use by everything the origin owns; undefined when the browser does not say. */
  readonly usage?: number
  /** Bytes the origin may use; undefined when the browser does not say. */
  readonly quota?: number
}

/** Less free room than this, in bytes, and a failed write is put down to a full storage. */
const FULL_BELOW = 1_000_000

/** What the browser says about the site's storage. `navigator.storage` is absent in some engines and on plain http. */
export const storageHealth = async (): Promise<StorageHealth> => {
  try {
    const [{ usage, quota }, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
    return { usage, quota, persisted }
  } catch {
    return {}
  }
}

/** Whether the storage looks full. Browsers give a full storage different error names, so the room is what counts. */
export const looksFull = async (): Promise<boolean> => {
  const { usage, quota } = await storageHealth()
  return usage !== undefined && quota !== undefined && quota - usage < FULL_BELOW
}

/** Asks the browser not to clear the site by itself; resolves to its answer. Some browsers ask the learner. */
export const requestPersistence = async (): Promise<boolean> => {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
