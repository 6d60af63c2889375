/**
 * The behaviour of the frame that every page has: theme, search shortcuts, the offline line and storage notices. Plain DOM and small,
 * because it loads everywhere; whatever needs more is imported when it is used.
 */
import { needsNotice } from '../core/record/storage.ts'
import { frame } from '../messages/frame.ts'
import { hasProfiles, installTrustedTypes, record, settings, startOffline } from '../stores/app.ts'

installTrustedTypes()

/** The button goes round: as on the device, light, dark. */
const NEXT = { device: 'light', light: 'dark', dark: 'device' } as const

const button = document.querySelector<HTMLButtonElement>('[data-theme-button]')
if (button) {
  const label = button.querySelector('span')
  settings.$settings.subscribe(({ theme }) => {
    if (label) label.textContent = frame.themeButton(frame.themes[theme])
  })
  button.addEventListener('click', () => settings.setTheme(NEXT[settings.$settings.get().theme]))
  button.hidden = false
}

const openSearch = async () => (await import('./search-dialog.tsx')).openSearch()

document.querySelector('[data-search]')?.addEventListener('click', (event) => {
  if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void openSearch()
})

/** True while a key press belongs to a text that is being written. */
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))

addEventListener('keydown', (event) => {
  const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && settings.$settings.get().shortcuts && !isWriting(event.target)
  if (!command && !slash) return
  event.preventDefault()
  void openSearch()
})

/** A menu closes when the learner goes elsewhere. */
const menu = document.querySelector<HTMLDetailsElement>('.menu')
addEventListener('click', (event) => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})
menu?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})

record.$keeping.subscribe((keeping) => {
  if (needsNotice(keeping)) {
    void import('./storage-notice.tsx').then(({ showStorageNotice }) => showStorageNotice())
  }
})

if (hasProfiles()) void import('./profile-line.ts')

const line = document.querySelector<HTMLElement>('[data-offline]')
startOffline({
  showLine: (state) => {
    const label = line?.querySelector('.label')
    if (!line || !label) return
    label.textContent = state ? frame.offlineLine[state] : ''
    line.hidden = !state
  },
  showUpdate: (update) => void import('./update-banner.tsx').then(({ showUpdateBanner }) => showUpdateBanner(update)),
})
