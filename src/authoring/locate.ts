import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { Place, Report } from './problem.ts'

/** The way to a value inside a YAML document: keys and indexes from the root. */
export type Path = readonly (string | number)[]

/** A parsed YAML text that knows where each of its values stands. */
export interface YamlSource {
  readonly file: string
  /** The plain data: `undefined` when the text is not YAML, `null` when it is empty. */
  readonly data: unknown
  /** Where the value at `path` stands, or the nearest value around it when it is missing. */
  readonly place: (path: Path) => Place
  /** Where the key that `path` ends in stands; for an item of a list, the item. */
  readonly keyPlace: (path: Path) => Place
}

const nodeAt = (document: Document, path: Path): Node | undefined => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (node && typeof node === 'object' && 'range' in node) return node as Node
  }
  return undefined
}

/** Words for the mistakes that YAML's own messages explain badly. */
const plainYamlMessage = (code: string, message: string): string => {
  const first = (message.split(/ at line \d+/)[0] ?? message).replace(/[:.\s]+$/, '')
  if (code === 'DUPLICATE_KEY') return 'The same field is written twice here.'
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') {
    return `${first}. A text that contains “: ” must be in quotes, and the fields of one thing line up under each other.`
  }
  return `${first}.`
}

/**
 * Parses `text`, reporting what is not YAML. Positions are those of `text`, so front matter is passed with the lines
 * above it blanked out, not cut off.
 */
export const readYaml = (file: string, text: string, report: Report): YamlSource => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true })
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const [first] = document.errors
  // After the first error of form the parser is lost, and what it says further down is noise.
  for (const error of document.errors.filter((candidate) => candidate === first || candidate.code === 'DUPLICATE_KEY')) {
    const place = placeOf(error.pos[0])
    const tabbed = /^ *\t/.test(text.split('\n')[place.line - 1] ?? '')
    report(place, 'yaml-syntax', tabbed ? 'Indent with spaces, not tabs.' : plainYamlMessage(error.code, error.message))
  }
  const place = (path: Path): Place => placeOf(nodeAt(document, path)?.range?.[0] ?? 0)
  return {
    file,
    data: document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown),
    place,
    keyPlace: (path) => {
      const parent = path.length === 0 ? undefined : nodeAt(document, path.slice(0, -1))
      const key = path.at(-1)
      if (!isMap(parent)) return place(path)
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      return isScalar(pair?.key) && pair.key.range ? placeOf(pair.key.range[0]) : place(path)
    },
  }
}
