import { checkContent, type Checked } from './check.ts'
import { contentFolder } from './content-folder.ts'
import { readContent } from './read.ts'

/**
 * The build loads this module twice (once for the integration, once inside Vite for the pages); the checked course is kept where both
 * find it, so that it is read and checked once.
 */
const SHARED = Symbol.for('three-disciplines.checked-content')
type Shared = typeof globalThis & { [SHARED]?: { readonly folder: string; readonly checked: Checked } | undefined }

/** The course in the content folder, read and checked once until `forgetContent` is called. */
export const checkedContent = (): Checked => {
  const shared: Shared = globalThis
  const folder = contentFolder()
  const kept = shared[SHARED]
  if (kept?.folder === folder) return kept.checked
  const checked = checkContent(readContent(folder))
  shared[SHARED] = { folder, checked }
  return checked
}

/** Makes the next `checkedContent` read the files again. */
export const forgetContent = (): void => {
  const shared: Shared = globalThis
  shared[SHARED] = undefined
}
