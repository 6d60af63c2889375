import { offline } from '../../messages/offline.ts'
import type { OfflineState } from '../../stores/offline.ts'

interface Group {
  readonly title: string
  readonly pages: readonly { readonly key: string; readonly title: string }[]
}

/** What can be read without a network: the pages of each kept part, then pages opened before. */
const groupsOf = ({ index, kept, visited }: OfflineState): Group[] => {
  const order = new Map(index?.packs.map((pack, at) => [pack.id, at]))
  const parts = [...kept]
    .filter((pack) => pack.kind !== 'search')
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((pack) => ({ title: offline.packName(pack), pages: pack.pages }))
  const inParts = new Set(parts.flatMap(({ pages }) => pages.map(({ key }) => key)))
  const known = index?.packs.flatMap((pack) => pack.pages) ?? []
  const opened = known.filter(({ key }) => visited.includes(key) && !inParts.has(key))
  return [...parts, { title: offline.visited, pages: opened }].filter(({ pages }) => pages.length > 0)
}

/** The list of what can be read without a network; nothing while there is nothing. */
export const KeptPages = ({ state }: { state: OfflineState }) => {
  const groups = groupsOf(state)
  if (groups.length === 0) return null
  return (
    <section class="band" aria-labelledby="readable">
      <header><h2 id="readable">{offline.readable}</h2></header>
      <div class="kept-pages">
        {groups.map(({ title, pages }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul role="list">{pages.map((page) => <li key={page.key}><a href={page.key}>{page.title || page.key}</a></li>)}</ul>
          </section>
        ))}
      </div>
    </section>
  )
}
