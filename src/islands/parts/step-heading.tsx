import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  /** Takes the focus when it appears, since what had it is gone. */
  readonly takesFocus: boolean
  readonly children: ComponentChildren
}

/** The heading of a step that has replaced another one. */
export const StepHeading = ({ takesFocus, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!takesFocus) return
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [])
  return <h2 ref={heading} tabIndex={-1}>{children}</h2>
}
