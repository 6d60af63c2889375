/** Tags that inline text may carry: strong, em, code, sub, sup. */
export type RichTag = 'strong' | 'em' | 'code' | 'sub' | 'sup'

/** A piece of inline text: a plain string, or `[tag, children]`. */
export type RichNode = string | readonly [RichTag, Rich]

/**
 * Inline text compiled at build time from the authors' Markdown, so that a view can build nodes from it
 * without parsing anything and without `innerHTML`.
 */
export type Rich = readonly RichNode[]

/** The text of `rich` without its marks, for names, search and announcements. */
export const plainText = (rich: Rich): string =>
  rich.map((node) => (typeof node === 'string' ? node : plainText(node[1]))).join('')
