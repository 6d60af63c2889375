import type { LessonText, TextNode, Use } from '../lesson-text.ts'
import { placeOfNode, PLAIN_TAGS } from '../lesson-text.ts'
import { didYouMean, type Report } from '../problem.ts'

/** What a component of the authors' vocabulary takes and holds. */
interface Component {
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  /** Attributes written without a value. */
  readonly flags?: readonly string[]
  readonly holds: 'nothing' | 'words' | 'paragraphs' | 'steps' | 'table'
  /** The only component it may stand in. */
  readonly within?: string
}

/** The vocabulary of content/README.md. */
const VOCABULARY: Readonly<Record<string, Component>> = {
  Evidence: { required: ['source'], optional: ['note'], holds: 'paragraphs' },
  Practice: { optional: ['source', 'note'], holds: 'paragraphs' },
  Commentary: { optional: ['source', 'note'], holds: 'paragraphs' },
  Worked: { holds: 'steps' },
  Step: { required: ['label', 'sum', 'is'], holds: 'nothing', within: 'Worked' },
  Num: { required: ['sum', 'is'], holds: 'nothing' },
  Figure: { required: ['id', 'title'], flags: ['wide'], holds: 'words' },
  Table: { required: ['caption'], optional: ['note', 'mark'], holds: 'table' },
  Trap: { required: ['misconception'], holds: 'paragraphs' },
  Question: { required: ['id'], holds: 'nothing' },
  Debate: { required: ['id'], holds: 'nothing' },
  Term: { required: ['id'], holds: 'words' },
}

const REFUSED: Readonly<Record<string, string>> = {
  image: 'A picture is a drawing here: put an SVG in the lesson’s folder and place it with <Figure id="…" title="…">.',
  html: 'HTML cannot stand here; use Markdown and the components of content/README.md.',
  footnoteDefinition: 'A footnote is a margin note here: use <Evidence>, <Practice> or <Commentary>.',
  footnoteReference: 'A footnote is a margin note here: use <Evidence>, <Practice> or <Commentary>.',
}

const checkAttributes = (use: Use, component: Component, report: Report): void => {
  const { required = [], optional = [], flags = [] } = component
  const known = [...required, ...optional, ...flags]
  for (const [name, value] of use.attributes) {
    if (!known.includes(name)) {
      const fields = known.length > 0 ? ` It takes ${known.join(', ')}.` : ' It takes none.'
      report(use.attributePlace(name), 'unknown-attribute', `<${use.name}> has no attribute “${name}”.${didYouMean(name, known) || fields}`)
    } else if (flags.includes(name) && value !== true) {
      report(use.attributePlace(name), 'unknown-attribute', `Write “${name}” alone, without a value.`)
    } else if (!flags.includes(name) && !use.programs.has(name) && (value === true || value.trim() === '')) {
      report(use.attributePlace(name), 'missing-attribute', `“${name}” of <${use.name}> is empty.`)
    }
  }
  for (const name of required) {
    if (!use.attributes.has(name)) report(use.place, 'missing-attribute', `<${use.name}> needs ${name}="…".`)
  }
}

const isBlank = (node: TextNode): boolean => node.type === 'text' && node.value.trim() === ''

const checkHeld = (use: Use, component: Component, report: Report): void => {
  const inside = use.children.filter((node) => !isBlank(node))
  const wrong = (message: string): void => report(use.place, 'component-content', message)
  if (component.holds === 'nothing' && inside.length > 0) wrong(`<${use.name}> holds nothing: write it as <${use.name} … />.`)
  if (component.holds !== 'nothing' && inside.length === 0) wrong(`<${use.name}> is empty.`)
  else if (component.holds === 'paragraphs' && inside.some((node) => node.type === 'text' || node.type === 'mdxJsxTextElement')) {
    wrong(`Put the text of <${use.name}> on lines of its own, so that it becomes a paragraph.`)
  } else if (component.holds === 'steps' && inside.some((node) => node.type !== 'mdxJsxFlowElement' || node.name !== 'Step')) {
    wrong('<Worked> holds <Step> only, each on a line of its own.')
  } else if (component.holds === 'table' && (inside.length !== 1 || inside[0]?.type !== 'table')) {
    wrong('<Table> holds one Markdown table, with an empty line before and after it.')
  } else if (component.holds === 'words' && inside.some((node) => !('children' in node || 'value' in node) || ['list', 'heading', 'table', 'code'].includes(node.type))) {
    wrong(`<${use.name}> holds words only.`)
  }
}

const checkUse = (use: Use, report: Report): void => {
  const component = VOCABULARY[use.name]
  if (!component) {
    if (PLAIN_TAGS.includes(use.name)) {
      for (const name of use.attributes.keys()) report(use.attributePlace(name), 'unknown-attribute', `<${use.name}> takes no attributes here.`)
      return
    }
    const near = didYouMean(use.name, Object.keys(VOCABULARY))
    report(use.place, 'unknown-component', `There is no component <${use.name}>.${near || ` There are ${Object.keys(VOCABULARY).join(', ')}.`}`)
    return
  }
  checkAttributes(use, component, report)
  checkHeld(use, component, report)
  if (component.within !== undefined && use.parent !== component.within) {
    report(use.place, 'component-content', `<${use.name}> stands inside <${component.within}>.`)
  }
  if ((use.name === 'Question' || use.name === 'Debate') && use.parent !== undefined) {
    report(use.place, 'component-content', `<${use.name}> stands between paragraphs, not inside <${use.parent}>.`)
  }
}

const checkHeadings = (text: LessonText, report: Report): void => {
  let depth = 1
  const seen = new Map<string, number>()
  for (const heading of text.headings) {
    if (heading.depth === 1) report(heading.place, 'heading', 'The title is in the front matter; headings in the text start with “##”.')
    else if (heading.depth > 3) report(heading.place, 'heading', 'Headings go down to “###”; a lesson that needs more is two lessons.')
    else if (heading.depth > depth + 1) report(heading.place, 'heading', 'A “###” heading stands under a “##” heading; none is above it.')
    depth = Math.min(Math.max(heading.depth, 2), 3)
    const line = seen.get(heading.slug)
    if (heading.slug === '') report(heading.place, 'heading', 'A heading needs words.')
    else if (line !== undefined) report(heading.place, 'heading', `The heading in line ${line} has the same words, and so the same address. Reword one.`)
    else seen.set(heading.slug, heading.place.line)
  }
}

/** The text uses the vocabulary and the headings it may. */
export const checkLessonText = (file: string, text: LessonText, report: Report): void => {
  for (const use of text.uses) checkUse(use, report)
  checkHeadings(text, report)
  const visit = (node: TextNode): void => {
    const refusal = REFUSED[node.type]
    if (refusal !== undefined) report(placeOfNode(file, node), 'not-in-lessons', refusal)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const block of text.blocks ?? []) visit(block)
}
