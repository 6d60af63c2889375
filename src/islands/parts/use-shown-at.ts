import { useEffect, useState } from 'preact/hooks'
import { now } from '../../stores/app.ts'

/** When the page was last shown, milliseconds since 1970: on a phone it may have been left open for days, and what is due is another then. */
export const useShownAt = (): number => {
  const [shownAtMs, setShownAtMs] = useState(now)
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setShownAtMs(now())
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return shownAtMs
}
