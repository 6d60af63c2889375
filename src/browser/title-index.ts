import { addresses } from '../core/course/address.ts'
import { err, type Result } from '../core/result.ts'
import { unpackTitles, type TitleIndex } from '../core/search/title-index.ts'

/** How long the file may take, ms; the full text waits for it. */
const PATIENCE_MS = 20_000

/** Loads the small index of titles, headings and terms of the site at `base`; an error when it is missing or is something else. */
export const loadTitles = async (base: string): Promise<Result<TitleIndex, string>> => {
  try {
    const response = await fetch(addresses(base).titles, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok ? unpackTitles(await response.json()) : err(`HTTP ${response.status}`)
  } catch (error) {
    return err(String(error))
  }
}
