import { useLayoutEffect, useState } from 'preact/hooks'

/** What `load` gives, for a view that needs more than it came with; `load` must give the same each time. It is asked for before the first paint. */
export const useLoaded = <T extends object>(load: () => Promise<T>): T | 'loading' | 'failed' => {
  const [loaded, setLoaded] = useState<T | 'loading' | 'failed'>('loading')
  useLayoutEffect(() => void load().then((value) => setLoaded(value), () => setLoaded('failed')), [])
  return loaded
}
