import { markdownToMdast } from 'satteri'
import type { Rich, RichNode, RichTag } from '../core/course/rich.ts'

/** Compiled inline text, and what in it could not be: sentences for the author. */
export interface Inline {
  readonly paragraphs: readonly Rich[]
  readonly refused: readonly string[]
}

type Tree = ReturnType<typeof markdownToMdast>

/** The same reading of Markdown that Astro gives lesson text. */
const FEATURES = { gfm: true, smartPunctuation: true, frontmatter: false } as const

const TAGS: Readonly<Record<string, RichTag>> = { strong: 'strong', emphasis: 'em' }
/** The two marks that Markdown has no sign for and that are written as tags. */
const WRITTEN_TAGS = ['sub', 'sup'] as const

const REFUSALS: Readonly<Record<string, string>> = {
  link: 'A link cannot stand here: questions and shared lists hold plain words. Put the link in the lesson.',
  image: 'A picture cannot stand here; draw it as a figure in the lesson.',
  html: 'HTML cannot stand here, except <sub> and <sup>; use Markdown.',
  list: 'A list cannot stand here; write a sentence, or use options or items.',
  heading: 'A heading cannot stand here. (A line that starts with “#” is one.)',
  code: 'A block of code cannot stand here; put short code in `backticks`, and do not indent lines.',
  table: 'A table cannot stand here; put it in the lesson.',
  blockquote: 'A quotation block cannot stand here; write it in quotation marks.',
  thematicBreak: 'A rule cannot stand here.',
}
const refusalOf = (type: string): string => REFUSALS[type] ?? `Markdown of the kind “${type}” cannot stand here.`

/** Text that Markdown and smart punctuation both leave as it is; most texts are, and skipping the parser for them is fast. */
const PLAIN = /^(?![\s>+#|-]|\d+[.)])(?:(?!--|\.\.\.|www\.|:\/\/)[^*_`[\]<>&\\~^"'|@\n])*$/

const childrenOf = (node: Tree): readonly Tree[] => ('children' in node ? (node.children as readonly Tree[]) : [])

const joined = (nodes: readonly RichNode[]): Rich => {
  const out: RichNode[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (typeof node === 'string' && typeof last === 'string') out[out.length - 1] = last + node
    else out.push(node)
  }
  return out
}

const inlineOf = (nodes: readonly Tree[], refused: string[]): Rich => {
  const out: RichNode[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (!node) continue
    const tag = TAGS[node.type]
    const written = node.type === 'html' ? WRITTEN_TAGS.find((name) => node.value === `<${name}>`) : undefined
    const end = written ? nodes.findIndex((other, at) => at > index && other.type === 'html' && other.value === `</${written}>`) : -1
    if (node.type === 'text') out.push(node.value.replaceAll('\n', ' '))
    else if (node.type === 'inlineCode') out.push(['code', [node.value]])
    else if (node.type === 'break') out.push(' ')
    else if (tag) out.push([tag, inlineOf(childrenOf(node), refused)])
    else if (written && end > 0) {
      out.push([written, inlineOf(nodes.slice(index + 1, end), refused)])
      index = end
    } else refused.push(refusalOf(node.type))
  }
  return joined(out)
}

/** A text such as “2009. The year of …” starts with a number, not with a list; a list has a second line like its first. */
const withoutFalseList = (text: string): string =>
  (text.match(/^\s*\d+[.)]\s/gm)?.length === 1 ? text.replace(/^(\d+)([.)])(?=\s)/, '$1\\$2') : text)

/** The paragraphs of an author's Markdown `text`; anything but paragraphs of marked words is refused. */
export const compileInline = (text: string): Inline => {
  const trimmed = text.trim()
  if (PLAIN.test(trimmed)) return { paragraphs: trimmed === '' ? [] : [[trimmed]], refused: [] }
  const refused: string[] = []
  const paragraphs: Rich[] = []
  for (const block of childrenOf(markdownToMdast(withoutFalseList(trimmed), { features: FEATURES, position: false }))) {
    if (block.type === 'paragraph') paragraphs.push(inlineOf(childrenOf(block), refused))
    else refused.push(refusalOf(block.type))
  }
  return { paragraphs, refused: [...new Set(refused)] }
}
