import type { KeepError } from '../core/offline/device.ts'
import type { BuildChanges, PackInfo } from '../core/offline/pack.ts'
import { count } from './words.ts'

/** "640 kB", "6.2 MB". */
const size = (bytes: number): string => {
  const mega = bytes >= 1_000_000
  const unit = { style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0 } as const
  return new Intl.NumberFormat('en-GB', unit).format(Math.max(bytes / (mega ? 1_000_000 : 1000), 1))
}

const list = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names.map((name) => `“${name}”`))

const packNames = { pages: 'Glossary, sources and the other pages', search: 'Search in the full text' } as const
const packName = ({ kind, title }: Pick<PackInfo, 'kind' | 'title'>): string => (kind === 'module' ? title : packNames[kind])

const failures: Readonly<Record<KeepError, string>> = {
  'no-room': 'This device has too little room for it. Nothing was changed.',
  offline: 'The network did not answer. What is kept already stays; try again when you are online.',
  damaged: 'What came is not what the site promises, so it was thrown away. Try again; on some networks a filter changes pages.',
  gone: 'The site has a newer version by now. Open the page again, then keep it.',
  refused: 'This browser refused to store it. In a private window that is usual; otherwise free some room and try again.',
}

/** Texts of the offline page and of the notice that a new version waits. */
export const offline = {
  title: 'Keep it offline',
  description: 'Keep the course on this device, see what is kept, check it and remove it.',
  intro: 'Keep the course on this device, and every lesson, question and search works without a network. Pages that you open are kept anyway.',
  standsInTitle: 'You are offline, and this page is not kept on this device',
  standsInText: 'Below is what you can read without a network. The page you asked for comes when you are online again.',
  retry: 'Try again',
  noScript: 'Keeping pages needs JavaScript, which is off in this browser.',
  unable: 'This browser cannot keep pages here. Some private windows, and sites without https, do not allow it. The course works as before, with a network.',
  noIndex: 'The list of what could be kept is not to be had just now.',
  whole: 'The whole course',
  parts: 'Part by part',
  readable: 'To read without a network',
  visited: 'Opened before',
  keepAll: (bytes: number) => `Keep the whole course offline, ${size(bytes)}`,
  keepRest: (bytes: number) => `Keep the rest, ${size(bytes)}`,
  keeping: 'Keeping it …',
  allKept: 'Everything is kept',
  keep: (name: string) => `Keep “${name}”`,
  update: (name: string) => `Get the new version of “${name}”`,
  remove: (name: string) => `Remove “${name}”`,
  keepShort: 'Keep',
  updateShort: 'Update',
  removeShort: 'Remove',
  verify: 'Check what is kept',
  removeAll: 'Remove everything',
  packName,
  size,
  state: {
    absent: (bytes: number) => `${size(bytes)} to download`,
    kept: (bytes: number) => `Kept, ${size(bytes)} on this device`,
    outdated: (bytes: number) => `Kept in an older version; ${size(bytes)} to download`,
  },
  progress: 'Download',
  progressText: (name: string, done: number, total: number) => `${name}: ${size(done)} of ${size(total)}`,
  statusNothing: 'Nothing is kept yet but the pages you have opened.',
  statusSome: (kept: number, all: number) => `${kept} of ${count(all, 'part', 'parts')} kept and checked.`,
  statusAll: (bytes: number) => `The whole course is kept and checked: ${size(bytes)} on this device.`,
  failed: (name: string, error: KeepError) => (name ? `“${name}” is not kept. ${failures[error]}` : failures[error]),
  verifiedWell: (packs: number) => `Checked ${count(packs, 'part', 'parts')}: every file is as it should be.`,
  verifiedDamaged: (damaged: number) => `${count(damaged, 'file was', 'files were')} damaged or missing. The parts they belong to were removed: keep them again.`,
  updateTitle: 'A new version is ready.',
  updateChanges: ({ added, changed, other }: BuildChanges): string => {
    const said = [
      added.length > 0 ? `New: ${list(added)}.` : '',
      changed.length > 0 ? `Changed: ${list(changed)}.` : '',
      other ? 'Some pages outside of the modules changed.' : '',
    ].filter(Boolean)
    return said.length > 0 ? said.join(' ') : 'Small improvements.'
  },
  updateKept: 'Your answers stay. This page is loaded anew.',
  updateButton: 'Use the new version',
  updateLater: 'Later',
} as const
