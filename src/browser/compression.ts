import type { Result } from '../core/result.ts'
import { err, ok } from '../core/result.ts'

/** Why nothing came out: more than the limit, bytes that were never compressed, or a browser that cannot. */
export type InflateError = 'too-large' | 'damaged' | 'unable'

/** Whether this browser can compress; all can since 2023. */
export const canCompress = (): boolean => typeof CompressionStream === 'function'

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => new Blob([bytes]).stream()

/** `bytes` compressed (RFC 1951, without a head). */
export const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer())

/** What `deflate` made `bytes` from. Stops as soon as more than `limit` bytes have come out, however many would follow. */
export const inflate = async (bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Result<Uint8Array<ArrayBuffer>, InflateError>> => {
  if (!canCompress()) return err('unable')
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      length += part.value.length
      if (length > limit) {
        await reader.cancel()
        return err('too-large')
      }
    }
  } catch {
    return err('damaged')
  }
  return ok(new Uint8Array(await new Blob(parts).arrayBuffer()))
}
