/** Calls `listener` with what follows `start` in the page's address, now and whenever it comes. */
export const watchFragment = (start: string, listener: (text: string) => void): void => {
  const look = () => {
    if (location.hash.startsWith(start)) listener(location.hash.slice(start.length))
  }
  addEventListener('hashchange', look)
  look()
}

/** Takes the fragment out of the address, so that it is neither bookmarked nor copied with it. */
export const dropFragment = (): void => history.replaceState(history.state, '', location.pathname + location.search)
