import type { Tab } from './engine.ts'

/** How long a journey waits for what must come; only a fault takes as long. */
const PATIENCE_MS = 15_000

/** Asks again until the answer is no longer undefined, false or an error, as it may be while a page is being left. */
export const eventually = async <T>(ask: () => Promise<T | undefined | false>, otherwise: () => unknown): Promise<T> => {
  const until = Date.now() + PATIENCE_MS
  let error: unknown
  do {
    const found = await ask().catch((reason: unknown) => void (error = reason))
    if (found !== undefined && found !== false) return found
    await new Promise((done) => setTimeout(done, 40))
  } while (Date.now() < until)
  throw new Error(`${otherwise()}${error ? ` (${error})` : ''}`)
}

/** What a person looks for: a role and a name that contains the words, exactly or as a regular expression's source. */
export interface Wanted {
  readonly role: keyof typeof ROLES
  readonly name?: string | RegExp
  /** Only inside the first element that this selects. */
  readonly within?: string
}

/** Elements of each role. The site uses native elements, so this is all there is. */
const ROLES = {
  button: 'button, summary',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=search]',
  combobox: 'select',
} as const

/** In the page: marks what is wanted and brings it into view; gives what keeps it from being clicked, or an empty text. */
const mark = (css: string, name: { source: string; exact: boolean } | null, within: string): string => {
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const nameOf = (element: Element) => {
    const by = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ')
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLLabelElement> | null) ?? [])].map((label) => label.textContent).join(' ') : ''
    return clean(element.getAttribute('aria-label') ?? by ?? (labels || element.textContent))
  }
  const fits = (text: string) => !name || (name.exact ? text === name.source : new RegExp(name.source).test(text))
  const root = within ? document.querySelector(within) : document
  const element = [...(root?.querySelectorAll(css) ?? [])].find((one) => one.checkVisibility({ visibilityProperty: true }) && fits(nameOf(one)))
  if (!element) return 'is not there'
  document.querySelector('[data-wanted]')?.removeAttribute('data-wanted')
  element.setAttribute('data-wanted', '')
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const box = element.getClientRects()[0]
  if (!box) return 'has no size'
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  const free = hit && (element.contains(hit) || hit.contains(element) || (hit.closest('label') as HTMLLabelElement | null)?.control === element)
  return free ? '' : `is covered by ${hit?.outerHTML.slice(0, 120)}`
}

const KEYS: Readonly<Record<string, string>> = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', ArrowDown: '\uE015', Space: ' ' }

/** A tab as a person uses it. */
export const createPage = (tab: Tab, base: string) => {
  const run = tab.run.bind(tab)
  const words = (name: string | RegExp | undefined) => (name === undefined ? null : typeof name === 'string' ? { source: name, exact: true } : { source: name.source, exact: false })
  const find = async ({ role, name, within = '' }: Wanted) => {
    let hindered = ''
    await eventually(async () => (hindered = await run(mark, ROLES[role], words(name), within)) === '', () => `the ${role} ${name ?? ''} ${hindered}`)
  }
  /** In the page: whether the words are to be seen. */
  const shows = (text: string, within: string) => {
    const root = document.querySelector<HTMLElement>(within)
    return root?.innerText.replace(/\s+/g, ' ').includes(text) ?? false
  }
  return {
    run,
    open: (path: string) => tab.goto(new URL(path, base).href),
    reload: () => tab.reload(),
    close: () => tab.close(),
    resize: (width: number, height: number) => tab.resize(width, height),
    async choose(selector: string, path: string) {
      await eventually(() => run((css) => document.querySelector(css) !== null, selector), () => `there is no ${selector}`)
      await tab.choose(selector, path)
    },
    picture: () => tab.picture(),
    /** Waits until it is there and can be reached with the pointer. */
    find,
    async click(wanted: Wanted) {
      await find(wanted)
      await tab.click('[data-wanted]')
    },
    press: (key: string) => tab.press([KEYS[key] ?? key]),
    type: (text: string) => tab.press([...text]),
    /** Waits until the words are to be seen. */
    see: (text: string, within = 'body') => eventually(() => run(shows, text, within), () => `“${text}” is not to be seen in ${within}`).then(() => undefined),
    /** Waits until something holds in the page. */
    until: <A extends readonly unknown[]>(what: string, fn: (...args: A) => boolean | Promise<boolean>, ...args: A) => eventually(() => run(fn, ...args), () => `${what} does not hold`).then(() => undefined),
  }
}

export type Page = ReturnType<typeof createPage>
