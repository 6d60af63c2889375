import { atom, onMount } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { LocalKeys } from '../core/local-keys.ts'

/** `device` follows the operating system. */
export type Theme = 'device' | 'light' | 'dark'

/** What the learner has set for this device; not part of the record. */
export interface Settings {
  readonly theme: Theme
  /** Whether the single key `/` opens the search. */
  readonly shortcuts: boolean
}

/** The settings for views. */
export interface SettingsStore {
  readonly $settings: ReadableAtom<Settings>
  setTheme(theme: Theme): void
  setShortcuts(on: boolean): void
}

/** What the store needs from outside. */
export interface SettingsStoreOptions {
  readonly keys: () => LocalKeys
  /** Makes the page follow `theme` now; `theme.js` does the same for the next page before it is drawn. */
  readonly applyTheme: (theme: Theme) => void
}

const themeOf = (text: string | undefined): Theme => (text === 'light' || text === 'dark' ? text : 'device')

/** A store that holds the defaults until somebody listens. `theme.js` reads the key `theme` before the page is drawn. */
export const createSettingsStore = ({ keys, applyTheme }: SettingsStoreOptions): SettingsStore => {
  const $settings = atom<Settings>({ theme: 'device', shortcuts: true })
  const read = (): Settings => ({ theme: themeOf(keys().get('theme')), shortcuts: keys().get('shortcuts') !== 'off' })

  onMount($settings, () => $settings.set(read()))

  return {
    $settings,
    setTheme(theme) {
      if (theme === 'device') keys().remove('theme')
      else keys().set('theme', theme)
      applyTheme(theme)
      $settings.set(read())
    },
    setShortcuts(on) {
      if (on) keys().remove('shortcuts')
      else keys().set('shortcuts', 'off')
      $settings.set(read())
    },
  }
}
