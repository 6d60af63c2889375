import type { Result } from './result.ts'
import { PROFILES } from './local-keys.ts'
import { err, ok } from './result.ts'

/** One of several people who learn in one browser. Each has a record, drafts and sessions of their own. */
export interface Profile {
  /** Empty for the first, whose keys are those of a browser without profiles; else hexadecimal. */
  readonly id: string
  /** As given; empty for the first until it is named. */
  readonly name: string
}

/** The longest name, in characters. */
export const LONGEST_NAME = 40

/** Why a name was refused. */
export type NameError = 'empty' | 'too-long' | 'taken'

/** The ids of the profiles that have a name among `names` of keys. */
export const idsAmong = (names: readonly string[]): string[] => names.flatMap((name) => /^profile\.([0-9a-f]+)\.name$/.exec(name)?.[1] ?? [])

/** Whether the key `name` belongs to the browser or to another profile, and must outlive the first one. */
export const outlivesFirst = (name: string): boolean =>
  name.startsWith(PROFILES) || ['theme', 'shortcuts', 'device', 'profile', 'first'].includes(name) || name.includes('/')

/** The name that is kept for `typed`, or why not. `others` are the names that the other profiles are shown under. */
export const readName = (typed: string, others: readonly string[]): Result<string, NameError> => {
  const name = typed.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (name === '') return err('empty')
  if ([...name].length > LONGEST_NAME) return err('too-long')
  const folded = name.toLocaleLowerCase('en')
  return others.some((other) => other.toLocaleLowerCase('en') === folded) ? err('taken') : ok(name)
}

/** `name` as a part of a file's name: letters and digits of any script, nothing that a file system minds. */
export const fileStem = (name: string): string => name.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase()
