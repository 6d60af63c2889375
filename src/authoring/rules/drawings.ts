import { drawingFolder } from '../course-outline.ts'
import { didYouMean, startOf, type Place, type Report } from '../problem.ts'
import { readSvg, type SvgElement } from '../svg.ts'
import type { WrittenLesson } from '../written-course.ts'

const ELEMENTS = new Set(`
  svg title desc g path line rect circle ellipse polyline polygon text tspan use defs marker clipPath mask pattern symbol
`.trim().split(/\s+/))

const HUES = ['devops', 'sre', 'platform', 'commentary']
/** The classes that follow the theme; content/README.md says what each draws. */
const CLASSES = new Set([
  ...HUES.flatMap((hue) => [`${hue}-l`, `${hue}-f`, `${hue}-tint`, `${hue}-t`]),
  ...'ink-l axis hair ink-f surface sunk muted strong name say mid end'.split(' '),
])
const MARKS = new Set([...HUES, 'all'].map((name) => `#mark-${name}`))

/** Attributes that paint. */
const PAINTS = ['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color']
const PLAIN_PAINT = /^(?:none|currentColor|inherit|url\(#[\w-]+\))$/

const FORBIDDEN: Readonly<Record<string, string>> = {
  script: 'A drawing may not hold programs.',
  style: 'A drawing has no styles of its own; use the classes of content/README.md.',
  foreignObject: 'A drawing may not hold HTML.',
  image: 'A drawing may not load other pictures.',
  animate: 'A drawing does not move.',
}

const checkAttributes = (element: SvgElement, ids: ReadonlySet<string>, report: Report): void => {
  for (const [name, { value, place }] of element.attributes) {
    const wrong = (message: string): void => report(place, 'drawing', message)
    if (/^on/i.test(name)) wrong(`“${name}” would run a program, which a drawing may not.`)
    else if (name === 'style') wrong('No “style”: use the classes of content/README.md, and attributes such as stroke-width.')
    else if (name.startsWith('font')) wrong(`No “${name}”: text takes its letters from the page, and its weight from the class “strong”.`)
    else if (PAINTS.includes(name) && !PLAIN_PAINT.test(value)) wrong(`“${value}” would not follow the theme; use a class such as “sre-f” or “ink-l”.`)
    else if (name === 'href' || name === 'xlink:href') {
      if (!MARKS.has(value) && !ids.has(value.slice(1))) wrong(`“${value}” is neither a mark nor an id of this drawing.${didYouMean(value, MARKS)}`)
    } else if (name === 'class') {
      for (const word of value.split(/\s+/).filter((part) => part !== '')) {
        if (!CLASSES.has(word)) wrong(`There is no class “${word}” for drawings.${didYouMean(word, CLASSES)}`)
      }
    }
    for (const [, id = ''] of value.matchAll(/url\(#([^)]*)\)/g)) {
      if (!ids.has(id)) wrong(`There is nothing with the id “${id}” in this drawing.`)
    }
  }
}

const checkRoot = (file: string, elements: readonly SvgElement[], report: Report): void => {
  const [root] = elements
  if (root?.name !== 'svg') {
    report(startOf(file), 'drawing', 'A drawing starts with <svg …>.')
    return
  }
  const wrong = (message: string, place: Place = root.place): void => report(place, 'drawing', message)
  const viewBox = root.attributes.get('viewBox')
  if (!viewBox) wrong('<svg> needs a viewBox, such as viewBox="0 0 600 280".')
  else if (!/^\s*-?[\d.]+(?:[\s,]+-?[\d.]+){3}\s*$/.test(viewBox.value)) wrong('A viewBox is four numbers: left, top, width and height.', viewBox.place)
  if (root.attributes.get('role')?.value !== 'img') wrong('<svg> needs role="img", so that it is read out as one picture.')
  for (const size of ['width', 'height']) {
    const attribute = root.attributes.get(size)
    if (attribute) wrong(`<svg> has no ${size}: the page gives it one.`, attribute.place)
  }
  for (const name of ['title', 'desc']) {
    const found = elements.find((element) => element.name === name && element.within.length === 1)
    if (!found) wrong(name === 'title' ? '<svg> needs a <title> that names the picture.' : '<svg> needs a <desc> that says in words what it shows.')
    else if (found.text.trim() === '') wrong(`<${name}> is empty.`, found.place)
  }
}

/** Checks one drawing; `taken` holds the ids of the lesson's other drawings, which share its page. */
const checkDrawing = (file: string, text: string, taken: Map<string, string>, report: Report): void => {
  const elements = readSvg(file, text, report)
  checkRoot(file, elements, report)
  const ids = new Set(elements.flatMap((element) => element.attributes.get('id')?.value ?? []))
  for (const element of elements) {
    const id = element.attributes.get('id')
    if (id) {
      const other = taken.get(id.value)
      if (other !== undefined) report(id.place, 'drawing', `The id “${id.value}” is used in ${other} as well, and both are on one page.`)
      taken.set(id.value, other ?? file)
    }
    if (ELEMENTS.has(element.name)) checkAttributes(element, ids, report)
    else report(element.place, 'drawing', FORBIDDEN[element.name] ?? `<${element.name}> cannot stand in a drawing.${didYouMean(element.name, ELEMENTS)}`)
  }
}

/** The drawings of `lesson` exist, are used, and are safe, described and free of colours of their own. */
export const checkDrawings = (lesson: WrittenLesson, report: Report): void => {
  const broad = new Set(lesson.drawings.filter((drawing) => !drawing.narrow).map((drawing) => drawing.id))
  const used = new Set<string>()
  for (const use of lesson.text.uses) {
    const id = use.name === 'Figure' ? use.attributes.get('id') : undefined
    if (typeof id !== 'string' || id === '') continue
    if (used.has(id)) report(use.attributePlace('id'), 'figure', `The figure “${id}” is shown already.`)
    used.add(id)
    const file = `${drawingFolder(lesson.listed.module, lesson.listed.id)}${id}.svg`
    if (!broad.has(id)) report(use.attributePlace('id'), 'figure', `The drawing ${file} is missing.${didYouMean(id, broad)}`)
  }
  const taken = new Map<string, string>()
  for (const { file, id, text } of lesson.drawings) {
    if (lesson.text.blocks && !used.has(id)) report(startOf(file), 'figure', `No <Figure id="${id}"> in the lesson shows this drawing.`)
    checkDrawing(file, text, taken, report)
  }
}
