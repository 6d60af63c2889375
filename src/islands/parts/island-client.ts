import { h, hydrate, type ComponentType } from 'preact'

/** What stands between an island's tags when it has children: HTML that is there already and stays as it is. */
const Children = () => h('astro-slot', { dangerouslySetInnerHTML: { __html: '' } })
Children.shouldComponentUpdate = () => false

/**
 * Brings an island to life, called by Astro's runtime. The client of @astrojs/preact also knows signals, named slots, islands that are
 * not rendered by the server and ids of hooks, none of which is used here; it weighs a fortieth of what a question may.
 */
const client = (element: HTMLElement) => (Component: ComponentType<object>, props: object, { default: children }: { readonly default?: string }): void => {
  if (element.hasAttribute('ssr')) hydrate(h(Component, props, children === undefined ? undefined : h(Children, null)), element)
}

export default client
