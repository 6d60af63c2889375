import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The programs that the journeys drive: by name on the path, or where Debian puts them. */
const PROGRAMS = {
  Firefox: { names: ['firefox-esr', 'firefox'], from: 'firefox-esr' },
  WebKitWebDriver: { names: ['WebKitWebDriver'], from: 'webkit2gtk-driver' },
  MiniBrowser: { names: ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser'], from: 'webkit2gtk-driver' },
  Xvfb: { names: ['Xvfb'], from: 'xvfb' },
} as const

export type Program = keyof typeof PROGRAMS

const find = (program: Program): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return PROGRAMS[program].names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name)))).find((path) => existsSync(path))
}

export const pathOf = (program: Program): string => {
  const path = find(program)
  if (!path) throw new Error(`${program} is not installed`)
  return path
}

/** Which engine cannot be driven on this machine, and what would bring it; undefined when all are there. */
export const missing = (): string | undefined => {
  const absent = (Object.keys(PROGRAMS) as Program[]).filter((program) => !find(program))
  if (absent.length === 0) return undefined
  const engines = [absent.includes('Firefox') && 'Firefox', absent.some((program) => program !== 'Firefox') && 'WebKit'].filter(Boolean).join(' and ')
  const packages = [...new Set(absent.map((program) => PROGRAMS[program].from))].join(' ')
  return `${engines} cannot be driven on this machine (${absent.join(', ')} not found): on Debian, run "apt-get install ${packages}", then this again.`
}
