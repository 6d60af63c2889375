/** The first 32 bits of the fractional parts of `root` of the first primes, as FIPS 180-4 defines its constants. */
const fractions = (count: number, root: (n: number) => number): number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    if (prime) found.push(((root(n) % 1) * 2 ** 32) | 0)
  }
  return found
}

/** An index that is always in range, for the compiler. */
const at = (words: ArrayLike<number>, index: number): number => words[index] ?? 0

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

/**
 * SHA-256 of `message`, in hex (FIPS 180-4). Written out because the browser's own is missing on plain http and
 * asynchronous elsewhere; a backup of 20,000 answers takes a fraction of a second.
 */
export const sha256OfBytes = (message: Uint8Array): string => {
  const bytes = new Uint8Array(((message.length + 72) >> 6) << 6)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(bytes.length - 4, message.length << 3)

  const k = fractions(64, Math.cbrt)
  const state = fractions(8, Math.sqrt)
  const w = new Int32Array(64)
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = view.getInt32(block + i * 4)
      } else {
        const a = at(w, i - 15)
        const b = at(w, i - 2)
        const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
        const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
        w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1
      }
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0
      const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (at(state, i) + value) | 0
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** SHA-256 of the UTF-8 bytes of `text`, in hex. */
export const sha256 = (text: string): string => sha256OfBytes(new TextEncoder().encode(text))
