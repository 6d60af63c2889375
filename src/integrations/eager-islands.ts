/** A tag of an island, with its attributes. */
const ISLAND = /<astro-island((?:[^>"]|"[^"]*")*)>/g

/** What an island's tag names: its component, and what brings it to life. */
const ADDRESS = /\s(?:component|renderer)-url="([^"]+)"/g

/** The scripts that a script imports before it runs; what it may import later has a bracket before its name. */
const IMPORTED = /\b(?:from|import)\s*["']\.\/([\w.@-]+\.js)["']/g

/** The address of each script that `start` needs before it runs, itself included; `read` gives a script's text. */
export const neededBy = (start: string, read: (address: string) => string): ReadonlySet<string> => {
  const all = new Set([start])
  for (const address of all) {
    for (const [, name = ''] of read(address).matchAll(IMPORTED)) all.add(address.slice(0, address.lastIndexOf('/') + 1) + name)
  }
  return all
}

/**
 * A page that names in its head every script of the islands that come to life with it: else each is found only when the one that imports
 * it has arrived, four round trips one after another. Islands that wait for the reader are left to load when they are due.
 */
export const withEagerIslands = (html: string, needs: (address: string) => Iterable<string>): string => {
  const eager = [...html.matchAll(ISLAND)].filter(([, attributes = '']) => attributes.includes(' client="load"'))
  const addresses = eager.flatMap(([, attributes = '']) => [...attributes.matchAll(ADDRESS)].map(([, address = '']) => address))
  const links = [...new Set(addresses.flatMap((address) => [...needs(address)]))].map((address) => `<link rel="modulepreload" href="${address}">`)
  return links.length > 0 ? html.replace('</head>', () => `${links.join('')}</head>`) : html
}
