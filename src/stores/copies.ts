import { clearsUnvisitedSites } from '../browser/clearing.ts'
import { readFile, saveFile } from '../browser/files.ts'
import { createLocalKeys } from '../browser/local-keys.ts'
import { eraseRecord, watchKey } from '../browser/profile-storage.ts'
import { createRecordStorage } from '../browser/record-storage.ts'
import { courseId, deviceKeys, freeSpace, keys, now, prefix, profileId, profilePrefix, randomId, record } from './app.ts'
import { createBackupStore, type BackupStore } from './backup.ts'
import { createProfilesStore, type ProfilesStore } from './profiles.ts'
import { createReminderStore, type ReminderStore } from './reminder.ts'

/** The part of the composition root about keeping the record safe and apart. Loaded with `copies()`, in the browser only. */

/** The people who learn in this browser. */
export const profiles: ProfilesStore = createProfilesStore({
  current: profileId(),
  course: courseId(),
  keys: deviceKeys(),
  keysOf: (id) => createLocalKeys(profilePrefix(id)),
  openStorage: (id) => createRecordStorage({ prefix: profilePrefix(id), keys: createLocalKeys(profilePrefix(id)), freeSpace }),
  erase: (id) => eraseRecord(profilePrefix(id)),
  watchKey: (name, listener) => watchKey(prefix() + name, listener),
  newId: () => randomId(5),
  now,
  reload: () => location.reload(),
  saveFile,
})

/** The record as a file, out and in. */
export const backup: BackupStore = createBackupStore({ record, keys: keys(), course: courseId(), stem: () => profiles.stemOf(profiles.current), now, saveFile, readFile })

/** Whether a copy of the record is due. */
export const reminders: ReminderStore = createReminderStore({ record, $savedAt: backup.$savedAt, keys: keys(), now, clearsUnvisited: clearsUnvisitedSites() })

/** The record in links; loaded by the one page that makes and opens them. */
export const links = () => import('./links.ts')
