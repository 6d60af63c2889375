/** Asks the browser not to clear the site by itself; resolves to its answer. Some browsers ask the learner. */
export const requestPersistence = async (): Promise<boolean> => {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
