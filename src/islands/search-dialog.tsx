import './search-dialog.css'
import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { addresses } from '../core/course/address.ts'
import { writeRequest } from '../core/search/request.ts'
import { search } from '../messages/search.ts'
import { base } from '../stores/app.ts'
import { SearchPanel } from './parts/search-panel.tsx'
import { useSearch } from './parts/use-search.ts'

/** Search over the page. Esc closes it and the focus returns to where it was. */
const SearchDialog = () => {
  const handle = useSearch()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // In a search field the first Esc would only clear the text.
    const element = field.current
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      dialog.current?.close()
    }
    element?.addEventListener('keydown', closeOnEscape)
    return () => element?.removeEventListener('keydown', closeOnEscape)
  }, [])
  return (
    <dialog
      class="search"
      ref={dialog}
      aria-label={search.label}
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
        <a href={addresses(base).search + writeRequest(handle.state.request)}>{search.asPage}</a>
      </div>
    </dialog>
  )
}

let host: HTMLElement | undefined

/**
 * Opens search: the field of the search page when that is where the learner is, otherwise the dialog, which is made on
 * the first call. What was typed last stays, selected, so that typing replaces it.
 */
export const openSearch = (): void => {
  if (!host) {
    host = document.createElement('div')
    document.body.append(host)
    render(<SearchDialog />, host)
  }
  const dialog = host.querySelector('dialog')
  const onPage = document.querySelector<HTMLInputElement>('.search-page input[type=search]')
  if (!onPage && !dialog?.open) dialog?.showModal()
  const field = onPage ?? dialog?.querySelector('input')
  field?.focus()
  field?.select()
}
