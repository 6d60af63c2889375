import type { Column, PackedEvents } from './packed.ts'

type Row = Readonly<Record<string, unknown>>

/** `values` with those that are alike said once, if that is shorter. */
const columnOf = (values: readonly unknown[]): Column => {
  const places = new Map<string, number>()
  const shared = values.map((value) => {
    const text = JSON.stringify(value)
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  })
  return places.size * 2 > values.length ? values : { values: [...places.keys()].map((text): unknown => JSON.parse(text)), places: shared }
}

/** The text that `unpackEvents` reads: `stored` forms of events, which are plain JSON. */
export const packEvents = (stored: readonly unknown[]): string => {
  const rows = stored as readonly Row[]
  const fieldsOf = (row: Row) => Object.keys(row).filter((field) => row[field] !== undefined)
  const names = rows.map((row) => JSON.stringify([row['type'], fieldsOf(row)]))
  const groups = [...new Set(names)]
  const packed: PackedEvents = {
    groups: names.map((name) => groups.indexOf(name)),
    columns: groups.map((group) => {
      const members = rows.filter((_, index) => names[index] === group)
      const fields = members[0] ? fieldsOf(members[0]) : []
      return Object.fromEntries(fields.map((field) => [field, columnOf(members.map((row) => row[field]))]))
    }),
  }
  return JSON.stringify(packed)
}
