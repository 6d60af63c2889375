import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LocalKeys } from '../core/local-keys.ts'
import type { NameError, Profile } from '../core/profiles.ts'
import type { RecordStorage } from '../core/record/storage.ts'
import type { Result } from '../core/result.ts'
import { PROFILES, startOfProfile } from '../core/local-keys.ts'
import { fileStem, idsAmong, outlivesFirst, readName } from '../core/profiles.ts'
import { backupName, encodeBackup } from '../core/record/backup.ts'
import { answerCount } from '../core/record/newest.ts'
import { recordOf, type LearnerRecord } from '../core/record/record.ts'
import { err, ok } from '../core/result.ts'
import { SAVED_AT } from './backup.ts'

/** The people who learn in this browser. Each page belongs to one of them, from when it is loaded until it is left. */
export interface ProfilesStore {
  /** The first profile, then the others by name. */
  readonly $profiles: ReadableAtom<readonly Profile[]>
  /** The id of the profile that this page belongs to. */
  readonly current: string
  /** Adds a profile under a name that none of the `shown` ones has. `not-kept`: this browser stores nothing. */
  add(typed: string, shown: readonly string[]): Result<Profile, NameError | 'not-kept'>
  /** Gives a profile another name; `shown` are the names of the others. */
  rename(id: string, typed: string, shown: readonly string[]): Result<Profile, NameError | 'not-kept'>
  /** Loads the page again for another profile. */
  switchTo(id: string): void
  /** How many answers would go with a profile. */
  answersOf(id: string): Promise<number>
  /** Saves a copy of a profile's record as a file, without switching to it. */
  saveCopyOf(id: string): Promise<void>
  /** Removes a profile that this page does not belong to, with everything it kept; false when the browser refuses. */
  remove(id: string): Promise<boolean>
  /** Loads the page again when another tab removes its profile. */
  leaveWhenRemoved(): void
  /** What the names of a profile's files begin with. */
  stemOf(id: string): string
}

/** What the store needs from outside. */
export interface ProfilesStoreOptions {
  readonly current: string
  /** The course's id. */
  readonly course: string
  /** The keys of the browser, and those of a profile. */
  readonly keys: LocalKeys
  readonly keysOf: (id: string) => LocalKeys
  readonly openStorage: (id: string) => RecordStorage
  /** Deletes the record of a profile. */
  readonly erase: (id: string) => Promise<boolean>
  /** Calls the listener whenever another tab changes a key of the browser. */
  readonly watchKey: (name: string, listener: (text: string | undefined) => void) => void
  readonly newId: () => string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly reload: () => void
  readonly saveFile: (name: string, text: string, type: string) => void
}

/** The name of a profile, among its own keys. */
const NAME = 'name'
/** Which profile pages are loaded for, and whether the first one is gone; among the keys of the browser. */
const CURRENT = 'profile'
const FIRST = 'first'
const REMOVED = 'removed'

/** A store over the profiles of this browser. */
export const createProfilesStore = (options: ProfilesStoreOptions): ProfilesStore => {
  const { current, course, keys, keysOf, openStorage, erase, watchKey, newId, now, reload, saveFile } = options
  const profileOf = (id: string): Profile => ({ id, name: keysOf(id).get(NAME) ?? '' })
  const read = (): readonly Profile[] => {
    const first = current === '' || keys.get(FIRST) !== REMOVED ? [profileOf('')] : []
    // The one in use is there even if its name was lost: nobody's record is hidden.
    const ids = new Set([...idsAmong(keys.names(PROFILES)), ...(current ? [current] : [])])
    return [...first, ...[...ids].map(profileOf).sort((a, b) => a.name.localeCompare(b.name, 'en'))]
  }
  const $profiles = atom(read())

  const name = (id: string, typed: string, shown: readonly string[]): Result<Profile, NameError | 'not-kept'> => {
    const given = readName(typed, shown)
    if (!given.ok) return given
    if (!keysOf(id).set(NAME, given.value)) return err('not-kept')
    $profiles.set(read())
    return ok({ id, name: given.value })
  }
  const recordOfProfile = async (id: string): Promise<LearnerRecord> => recordOf((await openStorage(id).load()).events)
  const stemOf = (id: string): string =>
    keys.names(PROFILES).length > 0 ? [course, fileStem(profileOf(id).name) || (id === '' ? FIRST : id)].join('-') : course

  return {
    $profiles,
    current,
    stemOf,
    add: (typed, shown) => name(newId(), typed, shown),
    rename: name,
    switchTo(id) {
      keys.set(CURRENT, id)
      reload()
    },
    answersOf: async (id) => answerCount(await recordOfProfile(id)),
    async saveCopyOf(id) {
      const exportedAt = now()
      const text = encodeBackup(await recordOfProfile(id), { course, exportedAt })
      saveFile(backupName(stemOf(id), exportedAt), text, 'application/json')
      keysOf(id).set(SAVED_AT, String(exportedAt))
    },
    async remove(id) {
      if (id === current || !(await erase(id))) return false
      const own = keysOf(id)
      if (id === '') keys.set(FIRST, REMOVED)
      if (keys.get(CURRENT) === id) keys.set(CURRENT, current)
      for (const key of own.names('')) if (id !== '' || !outlivesFirst(key)) own.remove(key)
      $profiles.set(read())
      return true
    },
    leaveWhenRemoved() {
      watchKey(current === '' ? FIRST : `${startOfProfile(current)}${NAME}`, (text) => {
        if (current === '' ? text === REMOVED : text === undefined) reload()
      })
    },
  }
}
