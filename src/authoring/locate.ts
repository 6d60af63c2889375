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

/** A parsed text, and the place of each offset in it. */
interface Parsed {
  readonly document: Document
  readonly placeOf: (offset: number) => Place
}

const parse = (file: string, text: string): Parsed => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true })
  return {
    document,
    placeOf: (offset) => {
      const { line, col } = lines.linePos(offset)
      return { file, line: Math.max(1, line), column: Math.max(1, col) }
    },
  }
}

const reportErrors = ({ document, placeOf }: Parsed, text: string, report: Report): void => {
  const [first] = document.errors
  // After the first error of form the parser is lost, and what it says further down is noise.
  for (const error of document.errors.filter((candidate) => candidate === first || candidate.code === 'DUPLICATE_KEY')) {
    const place = placeOf(error.pos[0])
    const tabbed = /^ *\t/.test(text.split('\n')[place.line - 1] ?? '')
    report(place, 'yaml-syntax', tabbed ? 'Indent with spaces, not tabs.' : plainYamlMessage(error.code, error.message))
  }
}

/** A place that is looked up when somebody reads it: most places are handed around for problems that do not occur. */
const lazily = (file: string, find: () => Place): Place => {
  let found: Place | undefined
  return {
    file,
    get line() {
      found ??= find()
      return found.line
    },
    get column() {
      found ??= find()
      return found.column
    },
  }
}

/**
 * Parses `text`, reporting what is not YAML. Positions are those of `text`, so front matter is passed with the lines above
 * it blanked out, not cut off. Only the data is kept: the syntax trees of a large course would fill the memory, so a text
 * is parsed again when the first place in it is asked for.
 */
export const readYaml = (file: string, text: string, report: Report): YamlSource => {
  const first = parse(file, text)
  reportErrors(first, text, report)
  const data = first.document.errors.length > 0 ? undefined : (first.document.toJS() as unknown)
  let again: Parsed | undefined
  const parsed = (): Parsed => {
    again ??= parse(file, text)
    return again
  }
  const valuePlace = (path: Path): Place => {
    const { document, placeOf } = parsed()
    return placeOf(nodeAt(document, path)?.range?.[0] ?? 0)
  }
  const pairPlace = (path: Path): Place => {
    const { document, placeOf } = parsed()
    const parent = path.length === 0 ? undefined : nodeAt(document, path.slice(0, -1))
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1)) : undefined
    return isScalar(pair?.key) && pair.key.range ? placeOf(pair.key.range[0]) : valuePlace(path)
  }
  return {
    file,
    data,
    place: (path) => lazily(file, () => valuePlace(path)),
    keyPlace: (path) => lazily(file, () => pairPlace(path)),
  }
}
