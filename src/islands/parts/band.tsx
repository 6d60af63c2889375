import type { ComponentChildren } from 'preact'

interface Props {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly children: ComponentChildren
}

/** A part of a plain page: its heading and what it is about, then its content. */
export const Band = ({ id, title, intro, children }: Props) => (
  <section class="band" aria-labelledby={id}>
    <header><h2 id={id}>{title}</h2><p>{intro}</p></header>
    <div>{children}</div>
  </section>
)
