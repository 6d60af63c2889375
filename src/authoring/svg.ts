import type { Place, Report } from './problem.ts'

/** An element of a drawing. */
export interface SvgElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly place: Place }>
  readonly place: Place
  /** Names of the elements around it, outermost first. */
  readonly within: readonly string[]
  /** The words directly inside it. */
  readonly text: string
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[a-zA-Z_:][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|</g
const ATTRIBUTE = /([a-zA-Z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

interface Open {
  readonly name: string
  readonly element: { text: string }
  readonly place: Place
}

/**
 * The elements of the SVG in `text`, in order. What is not well-formed is reported, and the elements up to there are given:
 * the drawing is put into a page as it is, so a tag left open would swallow the lesson.
 */
export const readSvg = (file: string, text: string, report: Report): readonly SvgElement[] => {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)]
  const placeOf = (offset: number): Place => {
    const line = lineStarts.findLastIndex((start) => start <= offset)
    return { file, line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
  }
  const elements: SvgElement[] = []
  const open: Open[] = []
  let last = 0
  for (const match of text.matchAll(TAG)) {
    const [whole, closing, name, written = '', alone] = match
    const place = placeOf(match.index)
    const around = open.at(-1)
    const words = text.slice(last, match.index)
    if (around) around.element.text += words
    else if (words.trim() !== '') report(placeOf(last), 'drawing', 'There are words outside the <svg>.')
    last = match.index + whole.length
    if (whole.startsWith('<!--')) continue
    if (name === undefined) {
      report(place, 'drawing', 'This is not a well-formed tag. Every value is in quotes; a “<” in words is written &lt;; no <?xml …?> or <!DOCTYPE …>.')
      return elements
    }
    if (closing) {
      if (around?.name !== name) {
        report(place, 'drawing', `</${name}> closes nothing here.${around ? ` <${around.name}> from line ${around.place.line} is still open.` : ''}`)
        return elements
      }
      open.pop()
      continue
    }
    const attributes = new Map<string, { value: string; place: Place }>()
    const start = match.index + 1 + name.length
    for (const [all, key = '', quoted, single] of written.matchAll(ATTRIBUTE)) {
      const at = placeOf(start + written.indexOf(all))
      if (attributes.has(key)) report(at, 'drawing', `“${key}” is written twice.`)
      attributes.set(key, { value: quoted ?? single ?? '', place: at })
    }
    const element = { name, attributes, place, within: open.map((outer) => outer.name), text: '' }
    elements.push(element)
    if (!alone) open.push({ name, element, place })
  }
  const unclosed = open.at(-1)
  if (unclosed) report(unclosed.place, 'drawing', `<${unclosed.name}> is never closed.`)
  return elements
}
