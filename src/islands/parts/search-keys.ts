/**
 * The keyboard of search, in the dialog and on the page. Results are links, not options of a listbox: headings and links stay what they are
 * for a screen reader, and Ctrl-click, middle click and the context menu work. The contract:
 *
 * - in the field, ArrowDown goes to the first result, Enter opens it;
 * - on a result, ArrowDown and ArrowUp go to the next and the one before, Home and End to the first and the last; ArrowUp on the first
 *   goes back to the field; Enter opens (it is a link);
 * - on a result, typing a character or Backspace goes on in the field;
 * - when what has the focus is replaced by other results, the field has it again;
 * - Tab and Shift+Tab go through everything, as everywhere. Esc is the dialog's own.
 */

const RESULT = 'a.hit'

/** What moves the focus among results; undefined for keys that do not. */
const target = (key: string, at: number, last: number): number | undefined => {
  if (key === 'ArrowDown') return Math.min(at + 1, last)
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  return undefined
}

const isTyping = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === 'Backspace' || (event.key.length === 1 && event.key !== ' ' && event.key !== '/'))

/** Handles a key press inside `root`, the element around field and results. */
export const handleSearchKey = (event: KeyboardEvent, root: HTMLElement, field: HTMLInputElement): void => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const results = [...root.querySelectorAll<HTMLElement>(RESULT)]
  if (event.target === field) {
    if (event.key !== 'ArrowDown' || results.length === 0) return
    event.preventDefault()
    results[0]?.focus()
    return
  }
  const at = results.findIndex((result) => result === event.target)
  if (at < 0) return
  const next = target(event.key, at, results.length - 1)
  if (next !== undefined) {
    event.preventDefault()
    if (next < 0) field.focus()
    else results[next]?.focus()
  } else if (isTyping(event)) {
    // The key itself arrives in the field, which has the focus by the time the browser types it.
    field.focus()
  }
}

/** Opens the first result inside `root`, as Enter in the field does. Says whether there was one. */
export const openFirstResult = (root: HTMLElement): boolean => {
  const first = root.querySelector<HTMLAnchorElement>(RESULT)
  first?.click()
  return first !== null
}
