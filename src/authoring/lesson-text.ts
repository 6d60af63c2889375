import { mdxToMdast } from 'satteri'
import type { Heading } from '../core/course/course.ts'
import { readYaml, type YamlSource } from './locate.ts'
import { startOf, type Place, type Report } from './problem.ts'

/** A node of the lesson's Markdown tree. */
export type TextNode = ReturnType<typeof mdxToMdast>

/** A component the author used. */
export interface Use {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string | true>
  /** Names of attributes that were refused because they hold programs; their values are empty. */
  readonly programs: ReadonlySet<string>
  readonly place: Place
  /** Where the attribute `name` is written; the component itself when it is not. */
  readonly attributePlace: (name: string) => Place
  /** The name of the component around it. */
  readonly parent?: string
  readonly children: readonly TextNode[]
}

/** A heading with its place; unlike `Heading` it may be too deep or too shallow. */
export interface WrittenHeading extends Omit<Heading, 'depth'> {
  readonly depth: number
  readonly place: Place
}

/** What a lesson's file holds. */
export interface LessonText {
  readonly frontMatter: YamlSource
  /** Undefined when the text could not be parsed. */
  readonly blocks: readonly TextNode[] | undefined
  readonly headings: readonly WrittenHeading[]
  /** In reading order, outer before inner. */
  readonly uses: readonly Use[]
  readonly links: readonly { readonly url: string; readonly place: Place }[]
}

/** HTML elements that lesson text may use, without attributes, because Markdown has no sign for them. */
export const PLAIN_TAGS: readonly string[] = ['sub', 'sup', 'kbd']

/** The same reading of Markdown that Astro gives lesson text. */
const FEATURES = { gfm: true, smartPunctuation: true } as const

export const childrenOf = (node: TextNode): readonly TextNode[] => ('children' in node ? (node.children as readonly TextNode[]) : [])

/** The words of `node`, marks left out. */
export const textOf = (node: TextNode): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  return childrenOf(node).map(textOf).join('')
}

/** The anchor that Astro gives a heading: the rule of github-slugger, without its counter, since duplicates are refused. */
export const slugOf = (text: string): string =>
  text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')

/** Where `node` starts in `file`. */
export const placeOfNode = (file: string, node: TextNode): Place => ({
  file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1,
})

const placeOfOffset = (file: string, text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const FRONT_MATTER = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/

/** The parser's message in an author's words. */
const plainSyntax = (message: string): string => {
  if (/oxc|expression/.test(message)) return 'A “{” starts a program here, which a lesson may not hold. For the sign itself write \\{.'
  if (/(?:before|after) (?:name|<|`<`)|in name/.test(message)) return 'A “<” starts a component here. For the sign itself write &lt;.'
  const plain = message.replaceAll(/ ?\((?:\d+:\d+(?:-\d+:\d+)?|mdx[^)]*)\)/g, '').replaceAll('`', '').trim()
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`
}

const parseBody = (file: string, text: string, report: Report): readonly TextNode[] | undefined => {
  try {
    return childrenOf(mdxToMdast(text, { features: FEATURES })).filter((node) => node.type !== 'yaml')
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const found = /^(\d+):(\d+)(?:-\d+:\d+)?: ([\s\S]*)$/.exec(message)
    const place = found ? { file, line: Number(found[1]), column: Number(found[2]) } : startOf(file)
    report(place, 'mdx-syntax', plainSyntax(found?.[3] ?? message))
    return undefined
  }
}

/** Reads the lesson file `file`: its front matter, headings, components and links. Programs in the text are refused. */
export const readLessonText = (file: string, text: string, report: Report): LessonText => {
  const found = FRONT_MATTER.exec(text)
  if (!found) report(startOf(file), 'front-matter', 'A lesson starts with front matter: “---”, its fields, “---”.')
  const written = readYaml(file, `\n${found?.[1] ?? ''}`, report)
  const frontMatter = found ? written : { ...written, data: undefined }
  const blocks = found ? parseBody(file, text, report) : undefined
  const headings: WrittenHeading[] = []
  const uses: Use[] = []
  const links: { url: string; place: Place }[] = []

  const useOf = (node: Extract<TextNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, parent: string | undefined): Use => {
    const attributes = new Map<string, string | true>()
    const programs = new Set<string>()
    const place = placeOfNode(file, node)
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? text.length
    const attributePlace = (name: string): Place => {
      const at = text.slice(start, end).search(new RegExp(`\\s${name}(?![\\w-])`))
      return at < 0 ? place : placeOfOffset(file, text, start + at + 1)
    }
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && (typeof attribute.value === 'string' || !attribute.value)) {
        attributes.set(attribute.name, attribute.value ?? true)
        continue
      }
      const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : ''
      report(name ? attributePlace(name) : place, 'no-programs', 'Write the value in quotes, as in name="value": a lesson may not hold programs.')
      if (name) {
        attributes.set(name, '')
        programs.add(name)
      }
    }
    return { name: node.name ?? '', attributes, programs, place, attributePlace, parent, children: childrenOf(node) }
  }

  const visit = (node: TextNode, parent: string | undefined): void => {
    const place = placeOfNode(file, node)
    let inside = parent
    if (node.type === 'mdxjsEsm') report(place, 'no-programs', 'A lesson needs no import or export; the components are there already.')
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      report(place, 'no-programs', 'A “{” starts a program here, which a lesson may not hold. For the sign itself write \\{.')
    }
    if (node.type === 'heading') headings.push({ depth: node.depth, text: textOf(node), slug: slugOf(textOf(node)), place })
    if (node.type === 'link') links.push({ url: node.url, place })
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const use = useOf(node, parent)
      uses.push(use)
      if (/^[A-Z]/.test(use.name)) inside = use.name
    }
    for (const child of childrenOf(node)) visit(child, inside)
  }
  for (const block of blocks ?? []) visit(block, undefined)
  return { frontMatter, blocks, headings, uses, links }
}
