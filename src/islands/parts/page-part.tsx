import type { ComponentChildren } from 'preact'

interface Props {
  readonly id: string
  readonly title: string
  readonly line?: string
  readonly children: ComponentChildren
}

/** A part of a page with its title beside it. */
export const PagePart = ({ id, title, line, children }: Props) => (
  <section class="band" aria-labelledby={id}>
    <header><h2 id={id} tabIndex={-1}>{title}</h2>{line && <p>{line}</p>}</header>
    <div>{children}</div>
  </section>
)
