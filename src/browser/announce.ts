let region: HTMLElement | undefined

/** Says `text` to assistive technology without moving the focus, for changes that have no status line of their own. */
export const announce = (text: string): void => {
  if (!region) {
    region = document.createElement('div')
    region.className = 'visually-hidden'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  const line = region
  line.textContent = ''
  // The region has to exist, empty, before its text arrives, or nothing is said.
  requestAnimationFrame(() => (line.textContent = text))
}
