import type { ComponentChildren, RefObject } from 'preact'

interface Props {
  readonly id: string
  readonly title: string
  readonly intro?: string
  /** Given when something moves the focus to the heading. */
  readonly heading?: RefObject<HTMLHeadingElement>
  readonly children: ComponentChildren
}

/** A part of a plain page: its heading and what it is about, then its content. */
export const Band = ({ id, title, intro, heading, children }: Props) => (
  <section class="band" aria-labelledby={id}>
    <header><h2 id={id} ref={heading} tabIndex={heading && -1}>{title}</h2>{intro && <p>{intro}</p>}</header>
    <div>{children}</div>
  </section>
)
