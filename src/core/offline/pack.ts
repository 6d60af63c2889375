import { err, ok, type Result } from '../result.ts'

/**
 * Packs: many files in one, so that keeping a course takes a dozen requests. Before compression a pack is
 * `[u32 length of the header, little endian][header, JSON][the files one after the other]`.
 */

/** One file of a pack. */
export interface PackEntry {
  /** Path from the origin, base included, as the key under which it is kept: `/course/lessons/three-words/`. */
  readonly key: string
  /** Content type. */
  readonly type: string
  /** Length, bytes. */
  readonly length: number
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string
}

/** A file of a pack with its bytes. */
export interface PackFile extends PackEntry {
  readonly body: Uint8Array<ArrayBuffer>
}

/** What packs hold: a module's pages, the pages outside of modules, or the search index. */
export type PackKind = 'module' | 'pages' | 'search'

/** A pack as the index lists it. */
export interface PackInfo {
  /** Stays the same over builds: `module-<id>`, `pages` or `search`. */
  readonly id: string
  readonly kind: PackKind
  /** The module's title; empty for the other kinds, whose names are texts of the interface. */
  readonly title: string
  /** Path of the pack below the base path; it carries the hash of its content. */
  readonly file: string
  /** Hash of the content: what a kept pack is compared with. */
  readonly version: string
  /** Bytes to download. */
  readonly bytes: number
  /** Bytes once unpacked. */
  readonly size: number
  /** SHA-256 of the compressed file, lower-case hex. */
  readonly sha256: string
  /** The hashed scripts and styles that its pages need, as places in `PackIndex.assets`. */
  readonly assets: readonly number[]
  /** The pages in it, for a list of what can be read: key and title, in course order. */
  readonly pages: readonly { readonly key: string; readonly title: string }[]
}

/** `packs.json`: all packs of a build. */
export interface PackIndex {
  readonly v: 1
  readonly build: string
  readonly assets: readonly { readonly key: string; readonly sha256: string }[]
  readonly packs: readonly PackInfo[]
}

/** What is written beside a pack's files once all of them are kept and checked: without it the pack does not count. */
export interface KeptPack {
  readonly id: string
  readonly version: string
  readonly kind: PackKind
  readonly title: string
  /** Bytes once unpacked. */
  readonly size: number
  readonly atMs: number
  readonly assets: readonly string[]
  readonly entries: readonly PackEntry[]
  readonly pages: readonly { readonly key: string; readonly title: string }[]
}

/** The key under which a pack's own cache holds its `KeptPack`. */
export const keptPackKey = (base: string): string => `${base}_kept.json`

/** Free bytes that must remain beside twice the pack: the record must never lack room. */
const RESERVE_BYTES = 20_000_000

/** Whether `size` bytes may be kept. Browsers that tell nothing (no estimate) get the benefit of the doubt. */
export const hasRoom = (size: number, estimate: { readonly quota?: number; readonly usage?: number } | undefined): boolean =>
  estimate?.quota === undefined || estimate.quota - (estimate.usage ?? 0) > 2 * size + RESERVE_BYTES

/** The bytes of an uncompressed pack. */
export const encodePack = (files: readonly PackFile[]): Uint8Array<ArrayBuffer> => {
  const entries: PackEntry[] = files.map(({ key, type, length, sha256 }) => ({ key, type, length, sha256 }))
  const header = new TextEncoder().encode(JSON.stringify(entries))
  const pack = new Uint8Array(4 + header.length + files.reduce((sum, file) => sum + file.length, 0))
  new DataView(pack.buffer).setUint32(0, header.length, true)
  pack.set(header, 4)
  let at = 4 + header.length
  for (const file of files) {
    pack.set(file.body, at)
    at += file.length
  }
  return pack
}

const isEntry = (value: unknown, base: string): value is PackEntry => {
  if (typeof value !== 'object' || value === null) return false
  const { key, type, length, sha256 } = value as Partial<Record<keyof PackEntry, unknown>>
  return (
    typeof key === 'string' && key.startsWith(base) && !key.includes('..') &&
    typeof type === 'string' && /^[\w.+-]+\/[\w.+-]+(; charset=utf-8)?$/.test(type) &&
    typeof length === 'number' && Number.isSafeInteger(length) && length >= 0 &&
    typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
  )
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The files of an uncompressed pack whose keys all lie below `base`. Errors: "truncated" when bytes are missing or
 * left over, "malformed" when the header does not describe a pack. The hashes are for the caller to compare.
 */
export const decodePack = (pack: Uint8Array<ArrayBuffer>, base: string): Result<PackFile[], 'truncated' | 'malformed'> => {
  if (pack.length < 4) return err('truncated')
  const headerLength = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true)
  if (4 + headerLength > pack.length) return err('truncated')
  const header = parse(new TextDecoder().decode(pack.subarray(4, 4 + headerLength)))
  if (!Array.isArray(header) || !header.every((entry) => isEntry(entry, base))) return err('malformed')
  let at = 4 + headerLength
  const files = header.map((entry) => {
    const body = pack.subarray(at, at + entry.length)
    at += entry.length
    return { ...entry, body }
  })
  return at === pack.length ? ok(files) : err('truncated')
}

/** How a pack stands on this device, compared with the newest index. */
export type PackState = 'absent' | 'kept' | 'outdated'

/** How `pack` stands, given what is kept. */
export const packState = (pack: PackInfo, kept: readonly KeptPack[]): PackState => {
  const mine = kept.filter((one) => one.id === pack.id)
  if (mine.some((one) => one.version === pack.version)) return 'kept'
  return mine.length > 0 ? 'outdated' : 'absent'
}

/** The packs that remain to be downloaded for everything to be kept and fresh. */
export const missingPacks = (index: PackIndex, kept: readonly KeptPack[]): PackInfo[] =>
  index.packs.filter((pack) => packState(pack, kept) !== 'kept')

/** Total bytes to download. */
export const downloadSize = (packs: readonly PackInfo[]): number => packs.reduce((sum, pack) => sum + pack.bytes, 0)

/** What differs between two builds, as titles of modules; `other` says that pages outside of modules changed. */
export interface BuildChanges {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly other: boolean
}

/** What `next` changes over `present`. */
export const changesBetween = (present: PackIndex | undefined, next: PackIndex | undefined): BuildChanges => {
  const before = new Map(present?.packs.map((pack) => [pack.id, pack.version]))
  const modules = next?.packs.filter((pack) => pack.kind === 'module') ?? []
  const differs = (pack: PackInfo) => before.has(pack.id) && before.get(pack.id) !== pack.version
  return {
    added: modules.filter((pack) => present && !before.has(pack.id)).map((pack) => pack.title),
    changed: modules.filter(differs).map((pack) => pack.title),
    other: next?.packs.some((pack) => pack.kind === 'pages' && differs(pack)) ?? false,
  }
}
