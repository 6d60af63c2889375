/** Collects bytes; what `createByteReader` reads back in the same order. */
export interface ByteWriter {
  /** A whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first (LEB128). */
  count(value: number): void
  bytes(values: ArrayLike<number>): void
  /** The UTF-8 bytes of `text` after their number. */
  text(text: string): void
  done(): Uint8Array<ArrayBuffer>
}

/** Reads bytes that may be anything. Reading past the end, or a number that is none, throws a `RangeError`. */
export interface ByteReader {
  count(): number
  bytes(length: number): Uint8Array
  text(): string
  /** What has not been read yet; reads it. */
  rest(): Uint8Array
  /** Whether everything has been read. */
  atEnd(): boolean
}

/** An empty writer. */
export const createByteWriter = (): ByteWriter => {
  const written: number[] = []
  const count = (value: number) => {
    let rest = value
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) written.push((rest % 0x80) + 0x80)
    written.push(rest)
  }
  const bytes = (values: ArrayLike<number>) => {
    for (let i = 0; i < values.length; i++) written.push(values[i] ?? 0)
  }
  return {
    count,
    bytes,
    text(text) {
      const encoded = new TextEncoder().encode(text)
      count(encoded.length)
      bytes(encoded)
    },
    done: () => Uint8Array.from(written),
  }
}

/** A reader at the start of `source`. */
export const createByteReader = (source: Uint8Array): ByteReader => {
  let at = 0
  const bytes = (length: number): Uint8Array => {
    if (length > source.length - at) throw new RangeError('past the end')
    at += length
    return source.subarray(at - length, at)
  }
  const count = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes(1)[0] ?? 0
      value += (byte & 0x7f) * scale
      if (!Number.isSafeInteger(value)) throw new RangeError('no count')
      if (byte < 0x80) return value
    }
  }
  return {
    bytes,
    count,
    text: () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes(count())),
    rest: () => bytes(source.length - at),
    atEnd: () => at === source.length,
  }
}

/** The bytes that hexadecimal `digits` stand for. */
export const bytesOf = (digits: string): number[] => (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16))

/** `bytes` in hexadecimal digits. */
export const digitsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `bytes` as base64url without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array): string => {
  const digits: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const group = (a << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) digits.push(DIGITS[(group >> shift) & 63] ?? '')
  }
  return digits.slice(0, Math.ceil((bytes.length * 4) / 3)).join('')
}

/** The bytes of a base64url text, or undefined when it is none. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  for (let i = 0, group = 0; i < text.length; i++) {
    group = ((group << 6) | DIGITS.indexOf(text.charAt(i))) & 0xffffff
    if (i % 4 > 0) bytes[Math.floor((i * 3) / 4)] = group >> (6 - 2 * (i % 4))
  }
  return bytes
}
