const STYLESHEET = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g

/**
 * A page with one stylesheet in place of its several: one request instead of five before the first paint, and a fifth fewer bytes, since
 * small files compress badly. The `lazy` ones come with code that is fetched later and are left out: Astro names them as well. `address`
 * says where the sheet that joins the others, named in their order, will be found.
 */
export const withOneSheet = (html: string, lazy: ReadonlySet<string>, address: (sheets: readonly string[]) => string): string => {
  const named = [...html.matchAll(STYLESHEET)].map(([, href = '']) => href)
  if (named.length < 2) return html
  const links = [`<link rel="stylesheet" href="${address(named.filter((sheet) => !lazy.has(sheet)))}">`]
  return html.replace(STYLESHEET, () => links.pop() ?? '')
}

const SCALE = 'paper|ink|night|chalk|cobalt|ember|pine|plum|leaf|gold|brick'

/** The sheet with the raw scale of colours written into the tokens that read it: only tokens do, so its sixty names need not travel. */
export const withoutScale = (css: string): string => {
  const declaration = new RegExp(`--((?:${SCALE})-\\d+):([^;}]+);?`, 'g')
  const values = new Map([...css.matchAll(declaration)].map(([, name = '', value = '']) => [name, value]))
  return css.replace(declaration, '').replace(new RegExp(`var\\(--((?:${SCALE})-\\d+)\\)`, 'g'), (whole, name: string) => values.get(name) ?? whole)
}
