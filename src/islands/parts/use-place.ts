import { useEffect, useRef, useState } from 'preact/hooks'

/** Where on a page of several steps the learner is: kept in the address's fragment, so that Back, reload and a return find it again. */
export interface Place {
  /** Empty at the start. */
  readonly at: string
  /** Whether the learner has moved since the page was opened: then what appears takes the focus. */
  readonly moved: boolean
  /** Goes to another place; Back returns to this one unless it is `instead` of it. */
  readonly go: (at: string, instead?: boolean) => void
}

/** A fragment that names a place here. Others lead elsewhere on the page, as the skip link does, and must leave the place as it is. */
const PLACE = /^(\d+|end|result)?$/

const addressOf = (at: string) => `${location.pathname}${location.search}${at && `#${at}`}`

/** The place in the address, and the way to others. */
export const usePlace = (): Place => {
  const [place, setPlace] = useState({ at: '', moved: false })
  const shown = useRef('')
  shown.current = place.at
  useEffect(() => {
    const read = (moved: boolean) => {
      const at = location.hash.slice(1)
      if (PLACE.test(at)) setPlace({ at, moved })
      // A reload then finds the place again.
      else history.replaceState(history.state, '', addressOf(shown.current))
    }
    const onMove = () => read(true)
    read(false)
    addEventListener('popstate', onMove)
    return () => removeEventListener('popstate', onMove)
  }, [])
  return {
    ...place,
    go: (at, instead = false) => {
      const address = addressOf(at)
      if (instead) history.replaceState(history.state, '', address)
      else history.pushState(history.state, '', address)
      setPlace({ at, moved: true })
    },
  }
}
