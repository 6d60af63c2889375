/** The version of the database. A higher one was written by a newer version of the course. */
const DB_VERSION = 1

/** The store of events, by a number that only grows, with a unique index on their id. */
export const EVENTS = 'events'

/** What could not be read is moved here, as it was found. */
export const QUARANTINE = 'quarantine'

/** An open database, and whether a newer version of the course owns it: then it may be read only. */
export interface OpenDatabase {
  readonly db: IDBDatabase
  readonly newer: boolean
}

/** The outcome of `request` as a promise. */
export const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Asks for `transaction` to be written now, and resolves when it is durable. */
export const durable = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.commit()
  })

const open = (name: string, version?: number): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => {
    const db = request.result
    const missing = (store: string) => !db.objectStoreNames.contains(store)
    if (missing(EVENTS)) db.createObjectStore(EVENTS, { autoIncrement: true }).createIndex('id', 'id', { unique: true })
    if (missing(QUARANTINE)) db.createObjectStore(QUARANTINE, { autoIncrement: true })
  }
  return result(request)
}

/** Opens the record's database, making it when it is not there. Rejects when the browser refuses. */
export const openRecordDatabase = async (name: string): Promise<OpenDatabase> => {
  try {
    return { db: await open(name, DB_VERSION), newer: false }
  } catch {
    // A database of a newer version refuses to open as ours; without a version it opens as it is.
    const db = await open(name)
    return { db, newer: db.version > DB_VERSION }
  }
}
