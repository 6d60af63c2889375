import { didYouMean, type Report } from '../problem.ts'
import type { Names } from '../names.ts'
import type { WrittenLesson } from '../written-course.ts'

/** Pages that stand by themselves. */
const PAGES = new Set(['/', '/anti-patterns/', '/glossary/', '/sources/', '/review/', '/progress/', '/search/', '/offline/', '/about/', '/labs/'])

/** Why the address `url` leads nowhere, or undefined when it is fine. */
const wrongLink = (url: string, lesson: string, names: Names): string | undefined => {
  if (/^https:\/\//.test(url)) return undefined
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return 'A link out of the course starts with https://.'
  if (url.startsWith('#')) return wrongAnchor(url.slice(1), lesson, names)
  if (!url.startsWith('/')) return 'A link inside the course starts at its root, as in /lessons/<lesson>/ or /glossary/#<term>.'
  const [address = '', anchor] = url.split('#')
  if (!address.endsWith('/')) return `An address inside the course ends in “/”: ${address}/${anchor === undefined ? '' : `#${anchor}`}.`
  const [, kind, id] = /^\/(lessons|modules)\/([^/]+)\/$/.exec(address) ?? []
  if (kind === 'lessons' && id !== undefined) {
    if (names.headings.has(id)) return anchor === undefined ? undefined : wrongAnchor(anchor, id, names)
    if (names.planned.has(id)) return `The lesson “${id}” is not written yet, so it has no page to link to.`
    return names.lessons.has(id) ? undefined : `There is no lesson “${id}” in the course.${didYouMean(id, names.headings.keys())}`
  }
  if (kind === 'modules' && id !== undefined) {
    return names.modules.has(id) ? undefined : `There is no module “${id}” in the course.${didYouMean(id, names.modules)}`
  }
  if (!PAGES.has(address)) return `There is no page ${address}.${didYouMean(address, PAGES)}`
  const listed = { '/glossary/': names.terms, '/sources/': names.sources, '/anti-patterns/': names.antiPatterns }[address]
  if (anchor === undefined || !listed || listed.has(anchor)) return undefined
  return `There is nothing called “${anchor}” on ${address}.${didYouMean(anchor, listed)}`
}

const wrongAnchor = (anchor: string, lesson: string, names: Names): string | undefined => {
  const headings = names.headings.get(lesson)
  return !headings || headings.has(anchor) ? undefined : `The lesson “${lesson}” has no heading with the address “#${anchor}”.${didYouMean(anchor, headings)}`
}

/** Every link in the text of `lesson` leads somewhere. */
export const checkLinks = (lesson: WrittenLesson, names: Names, report: Report): void => {
  for (const { url, place } of lesson.text.links) {
    const wrong = wrongLink(url, lesson.listed.id, names)
    if (wrong !== undefined) report(place, 'link', wrong)
  }
}
