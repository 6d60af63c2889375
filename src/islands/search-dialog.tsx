import { useStore } from '@nanostores/preact'
import { render } from 'preact'
import { useRef } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { writeRequest } from '../core/search/request.ts'
import { search } from '../messages/search.ts'
import { base, settings } from '../stores/app.ts'
import { SearchPanel } from './parts/search-panel.tsx'
import { useSearch } from './parts/use-search.ts'
import style from './search-dialog.css?url'

/** Search over the page. Esc closes it and the focus returns to where it was. */
const SearchDialog = () => {
  const handle = useSearch()
  const { shortcuts } = useStore(settings.$settings)
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    // In a search field the first Esc would only clear the text.
    event.preventDefault()
    dialog.current?.close()
  }
  return (
    <dialog
      class="search"
      ref={dialog}
      aria-label={search.label}
      onKeyDown={closeOnEscape}
      onClick={(event) => {
        const followed = event.target instanceof Element && event.target.closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey
        if (event.target === dialog.current || followed) dialog.current?.close()
      }}
    >
      <SearchPanel search={handle} base={base} field={field}>
        <button class="tool" type="button" onClick={() => dialog.current?.close()}>{search.close} <kbd aria-hidden="true">Esc</kbd></button>
      </SearchPanel>
      <div class="search-foot">
        <span class="keys"><kbd>↑</kbd> <kbd>↓</kbd> {search.keys.move}, <kbd>Enter</kbd> {search.keys.open}</span>
        <label class="slash">
          <input type="checkbox" checked={shortcuts} onChange={(event) => settings.setShortcuts(event.currentTarget.checked)} />
          <span><kbd>/</kbd> {search.slash}</span>
        </label>
        <a href={addresses(base).search + writeRequest(handle.state.request)}>{search.asPage}</a>
      </div>
    </dialog>
  )
}

/** Adds the style sheet, unless the page has it, and waits for it. As a plain import it would be linked from every page, used or not. */
const addStyle = async (): Promise<void> => {
  if (document.querySelector(`link[href="${style}"]`)) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = style
  await new Promise<void>((done) => {
    link.onload = () => done()
    // Plain is better than nothing.
    link.onerror = () => done()
    document.head.append(link)
  })
}

let host: Promise<HTMLElement> | undefined

const makeHost = async (): Promise<HTMLElement> => {
  await addStyle()
  const element = document.createElement('div')
  document.body.append(element)
  render(<SearchDialog />, element)
  return element
}

/**
 * Opens search: the field of the search page when that is where the learner is, otherwise the dialog, which is made on
 * the first call. What was typed last stays, selected, so that typing replaces it.
 */
export const openSearch = async (): Promise<void> => {
  const onPage = document.querySelector<HTMLInputElement>('.search-page input[type=search]')
  const dialog = onPage ? undefined : (await (host ??= makeHost())).querySelector('dialog')
  if (dialog && !dialog.open) dialog.showModal()
  const field = onPage ?? dialog?.querySelector('input')
  field?.focus()
  field?.select()
}
