/** Deletes the database `name`; other tabs that hold it open let go of it. False when the browser refuses. */
const eraseDatabase = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => resolve(true)
      request.onerror = () => resolve(false)
    } catch {
      resolve(false)
    }
  })

/** Deletes the record that `createRecordStorage` keeps under `prefix`, its copy for quick reading included. */
export const eraseRecord = async (prefix: string): Promise<boolean> =>
  (await eraseDatabase(`${prefix}record`)) && eraseDatabase(`${prefix}record-copy`)

/** Calls `listener` with the text under `key` whenever another tab changes it; undefined when it is removed. */
export const watchKey = (key: string, listener: (text: string | undefined) => void): void =>
  addEventListener('storage', (event) => event.key === key && listener(event.newValue ?? undefined))
