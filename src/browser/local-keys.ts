import type { LocalKeys } from '../core/local-keys.ts'

/**
 * localStorage under `prefix`, with memory behind it. `localStorage` may be null, absent, full, or throw on being
 * named; each call asks again, because a learner may allow storage while the page is open.
 */
export const createLocalKeys = (prefix: string): LocalKeys => {
  const memory = new Map<string, string>()
  return {
    get(name) {
      try {
        return memory.get(name) ?? localStorage.getItem(prefix + name) ?? undefined
      } catch {
        return memory.get(name)
      }
    },
    set(name, text) {
      try {
        localStorage.setItem(prefix + name, text)
        memory.delete(name)
        return true
      } catch {
        memory.set(name, text)
        return false
      }
    },
    remove(name) {
      memory.delete(name)
      try {
        localStorage.removeItem(prefix + name)
      } catch {
        // Blocked: there is nothing to remove.
      }
    },
    names(start) {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length))
      } catch {
        return []
      }
    },
  }
}
