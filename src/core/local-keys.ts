/**
 * A small synchronous store of texts under names, for what may be lost without harm: drafts, settings, the journal.
 * When the browser refuses, values live in memory until the page closes; nothing here ever throws.
 */
export interface LocalKeys {
  /** The text kept under `name`, or undefined. */
  get(name: string): string | undefined
  /** Keeps `text` under `name`; false when it will not survive the page. */
  set(name: string, text: string): boolean
  remove(name: string): void
  /** The names in use that start with `start`. */
  names(start: string): string[]
}

/** What stands between the site's prefix and the keys of every profile but the first. */
export const PROFILES = 'profile.'

/** What the keys, the database and the channel of the profile with this id start with, after the site's prefix. */
export const startOfProfile = (id: string): string => id && `${PROFILES}${id}.`
