import type { Insert, Prose } from '../core/course/prose.ts'
import { childrenOf, PLAIN_TAGS, slugOf, textOf, type TextNode } from './lesson-text.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** `text` as it may stand between tags or in a quoted attribute. */
const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** Collects markup and components, joining neighbouring stretches of markup. */
class Collector {
  readonly parts: (string | Insert)[] = []

  markup(text: string): void {
    const last = this.parts.length - 1
    const before = this.parts[last]
    if (typeof before === 'string') this.parts[last] = before + text
    else if (text) this.parts.push(text)
  }

  insert(insert: Insert): void {
    this.parts.push(insert)
  }
}

const attributesOf = (node: Extract<TextNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): Record<string, string | true> =>
  Object.fromEntries(node.attributes.flatMap((attribute) =>
    (attribute.type === 'mdxJsxAttribute' && (typeof attribute.value === 'string' || !attribute.value)
      ? [[attribute.name, attribute.value ?? true] as const] : [])))

/** The rows of a table: a head row, and body rows whose first cell names the row. */
const table = (rows: readonly TextNode[], align: readonly (string | null)[], out: Collector): void => {
  const row = (node: TextNode, head: boolean): void => {
    out.markup('<tr>')
    childrenOf(node).forEach((cell, index) => {
      const tag = head || index === 0 ? 'th' : 'td'
      const scope = head ? ' scope="col"' : index === 0 ? ' scope="row"' : ''
      const side = align[index] === 'left' || align[index] === 'center' ? ` class="${align[index] === 'left' ? 'start' : 'middle'}"` : ''
      out.markup(`<${tag}${scope}${side}>`)
      write(childrenOf(cell), out)
      out.markup(`</${tag}>`)
    })
    out.markup('</tr>')
  }
  const [head, ...body] = rows
  out.markup('<table><thead>')
  if (head) row(head, true)
  out.markup('</thead><tbody>')
  for (const node of body) row(node, false)
  out.markup('</tbody></table>')
}

/** Writes `nodes` between `open` and `close`. */
const around = (open: string, nodes: readonly TextNode[], close: string, out: Collector): void => {
  out.markup(open)
  write(nodes, out)
  out.markup(close)
}

const list = (node: Extract<TextNode, { type: 'list' }>, out: Collector): void => {
  const tag = node.ordered ? 'ol' : 'ul'
  const start = node.ordered && node.start !== null && node.start !== undefined && node.start !== 1 ? ` start="${node.start}"` : ''
  out.markup(`<${tag}${start}>`)
  for (const item of childrenOf(node)) {
    const blocks = childrenOf(item)
    const only = blocks[0]
    around('<li>', blocks.length === 1 && only?.type === 'paragraph' ? childrenOf(only) : blocks, '</li>', out)
  }
  out.markup(`</${tag}>`)
}

const component = (node: Extract<TextNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, out: Collector): void => {
  const children = childrenOf(node)
  if (node.name !== null && PLAIN_TAGS.includes(node.name)) return around(`<${node.name}>`, children, `</${node.name}>`, out)
  const only = children[0]
  /** A component alone in a line of text is parsed as a paragraph that holds it. */
  const inner = node.type === 'mdxJsxFlowElement' && children.length === 1 && only?.type === 'paragraph' && node.name === 'Figure'
    ? childrenOf(only) : children
  out.insert({ name: node.name ?? '', attributes: attributesOf(node), children: proseOf(inner) })
}

const writeNode = (node: TextNode, out: Collector): void => {
  switch (node.type) {
    case 'text': return out.markup(escapeMarkup(node.value))
    case 'paragraph': return around('<p>', childrenOf(node), '</p>', out)
    case 'heading': return around(`<h${node.depth} id="${escapeMarkup(slugOf(textOf(node)))}">`, childrenOf(node), `</h${node.depth}>`, out)
    case 'emphasis': return around('<em>', childrenOf(node), '</em>', out)
    case 'strong': return around('<strong>', childrenOf(node), '</strong>', out)
    case 'delete': return around('<del>', childrenOf(node), '</del>', out)
    case 'blockquote': return around('<blockquote>', childrenOf(node), '</blockquote>', out)
    case 'inlineCode': return out.markup(`<code>${escapeMarkup(node.value)}</code>`)
    case 'code': return out.markup(`<pre tabindex="0"><code${node.lang ? ` data-language="${escapeMarkup(node.lang)}"` : ''}>${escapeMarkup(node.value)}</code></pre>`)
    case 'break': return out.markup('<br>')
    case 'thematicBreak': return out.markup('<hr>')
    case 'list': return list(node, out)
    case 'table': return table(childrenOf(node), node.align ?? [], out)
    case 'link': return out.insert({ name: 'a', attributes: { href: node.url }, children: proseOf(childrenOf(node)) })
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': return component(node, out)
    default: return write(childrenOf(node), out)
  }
}

const write = (nodes: readonly TextNode[], out: Collector): void => {
  for (const node of nodes) writeNode(node, out)
}

/** The compiled form of a lesson's blocks. Programs and raw markup have been refused before; what is unknown leaves only its words. */
export const proseOf = (blocks: readonly TextNode[]): Prose => {
  const out = new Collector()
  write(blocks, out)
  return out.parts
}
