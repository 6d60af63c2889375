import type { RecordEvent } from './event.ts'
import { EVENT_VERSION } from './event.ts'
import { header, readEvent, shapes } from './read-event.ts'

/**
 * Stored events as one text that is quick to read: events with the same fields are columns, and what a column repeats stands in it once.
 * It has a third of the letters that the events have one by one, and what is read shares the texts and objects that are alike.
 */
export interface PackedEvents {
  /** For each event, in order, the place of its group. */
  readonly groups: readonly number[]
  readonly columns: readonly Readonly<Record<string, Column>>[]
}

/** The values of a field, one for each event of a group: as they are, or as places in a list of those that differ. */
export type Column = readonly unknown[] | { readonly values: readonly unknown[]; readonly places: readonly number[] }

type Row = Record<string, unknown>

const isShared = (column: Column): column is Exclude<Column, readonly unknown[]> => !Array.isArray(column)

/** Whether `readEvent` would give each event of a group back as it is; what is alike is looked at once. */
const areWhole = (columns: Readonly<Record<string, Column>>): boolean => {
  const distinct = (field: string): readonly unknown[] => {
    const column = columns[field]
    return column === undefined ? [undefined] : isShared(column) ? column.values : column
  }
  const types = distinct('type')
  const shape = types.length === 1 && shapes.get(types[0] as string)
  return shape !== false && shape !== undefined && [...header, ...shape].every(([field, check]) => distinct(field).every(check))
    && distinct('v').every((version) => version as number <= EVENT_VERSION)
}

/** The values of a column, one for each event. */
const valuesOf = (column: Column): readonly unknown[] =>
  isShared(column)
    ? column.places.map((place) => {
      if (!(place < column.values.length)) throw new RangeError('no such value')
      return column.values[place]
    })
    : column

/** The rows of one group. */
const rowsOf = (columns: Readonly<Record<string, Column>>): Row[] => {
  const fields = Object.keys(columns)
  const all = Object.values(columns).map(valuesOf)
  const count = all[0]?.length ?? 0
  if (all.some(({ length }) => length !== count)) throw new RangeError('columns of different lengths')
  // A copy of an object that was parsed has room for all fields at once; one that grows by them is built anew several times.
  const first = JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field, place) => [field, all[place]?.[0]])))) as Row
  return Array.from({ length: count }, (_, index) => {
    const row = { ...first }
    // A plain loop: it runs for each of some ten thousand events, before the first question shows.
    for (let field = 0; field < fields.length; field += 1) row[fields[field] as string] = all[field]?.[index]
    return row
  })
}

/** The events in `text`, which `packEvents` made, as `readEvent` would read each; undefined when one of them is damaged. */
export const unpackEvents = (text: string): RecordEvent[] | undefined => {
  try {
    const { groups, columns } = JSON.parse(text) as PackedEvents
    const events = columns.map((group) => {
      const rows = rowsOf(group)
      return (areWhole(group) ? rows as unknown as RecordEvent[] : rows.map(readEvent)).values()
    })
    const read = groups.map((group) => events[group]?.next().value)
    return read.every((event) => event !== undefined) ? read : undefined
  } catch {
    return undefined
  }
}
