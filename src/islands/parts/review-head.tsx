import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { reviewTexts as texts } from '../../messages/review.ts'

interface HeadProps {
  readonly words: ComponentChildren
  /** Moves the focus to the heading when it appears, since what had it is gone. */
  readonly takesFocus?: boolean
  readonly children?: ComponentChildren
}

/** The page's heading, what is to be said, and what can be done. */
export const Head = ({ words, takesFocus, children }: HeadProps) => {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [])
  return (
    <header class="plain-head">
      <h1 ref={title} tabIndex={-1}>{texts.title}</h1>
      <p role="status">{words}</p>
      {children && <p class="buttons">{children}</p>}
    </header>
  )
}
