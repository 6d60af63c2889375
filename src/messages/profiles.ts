import type { NameError } from '../core/profiles.ts'
import { LONGEST_NAME } from '../core/profiles.ts'
import { count } from './words.ts'

const answers = (n: number) => count(n, 'answer', 'answers')

const refused: Readonly<Record<NameError | 'not-kept', string>> = {
  empty: 'Type a name first.',
  'too-long': `A name has at most ${LONGEST_NAME} characters.`,
  taken: 'Somebody here has that name already. Choose another.',
  'not-kept': 'This browser does not let the site store anything, so there is nowhere to keep a second record.',
}

/** Texts about several people in one browser. */
export const profileTexts = {
  /** The name of the first profile until it is given one. */
  first: 'First learner',
  line: (name: string) => `Profile: ${name}`,
  title: 'People who learn here',
  intro: 'On a shared computer each person can have a record of their own. Names stay in this browser; a profile has no lock, and everybody here can open it.',
  inUse: 'in use',
  switchTo: (name: string) => `Switch to ${name}`,
  switchButton: 'Switch',
  rename: (name: string) => `Rename ${name}`,
  renameButton: 'Rename',
  newName: (name: string) => `New name for ${name}`,
  keepName: 'Keep the name',
  renamed: (name: string) => `The profile is called ${name} now.`,
  cancel: 'Cancel',
  remove: (name: string) => `Remove ${name}`,
  removeButton: 'Remove',
  removeAsk: (name: string, n: number) =>
    n === 0 ? `${name} has no answers yet. Removing the profile cannot be undone.`
      : `${name} has ${answers(n)} in this browser. Removing the profile deletes them, and cannot be undone. A copy can be brought in again.`,
  saveFirst: 'Save a copy first',
  savedFirst: 'The file has been handed to your browser to save.',
  removeSure: (n: number) => (n === 0 ? 'Remove for good' : `Delete ${answers(n)} for good`),
  keep: 'Keep it',
  removed: (name: string) => `${name} and everything kept for them have been removed from this browser.`,
  notRemoved: 'The browser refused to delete it. Close other tabs of the course, then try again.',
  add: 'Name of a new profile',
  addButton: 'Add',
  added: (name: string) => `${name} has been added. Switch to it to learn under that name.`,
  refused: (error: NameError | 'not-kept') => refused[error],
} as const
