import type { ByteReader } from './bytes.ts'
import { bytesOf, createByteReader, createByteWriter, digitsOf } from './bytes.ts'

/**
 * Rows of plain JSON as columns of bytes, so that like stands beside like and a compressor finds it: numbers as steps from
 * one to the next, ids as their sixteen bytes, objects as columns of their own, everything else as its place in a list of
 * texts in which each stands once. Nothing is lost, neither the order of rows nor that of fields.
 */

/** One row: a plain object of plain JSON. */
export type Row = Readonly<Record<string, unknown>>

/** How a column is written. */
const TEXTS = 0
const STEPS = 1
const IDS = 2
const OBJECTS = 3

/** How an id goes on after its device: as one of these, or as a text whose place is counted from 2. */
const UUID = 0
const HEX = 1

/** As deep as an event may nest. */
const DEEPEST = 12

/** Steps between such numbers, and their doubles, are exact. */
const LARGEST_STEP = 2 ** 51

const uuid = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/
const hex = /^[0-9a-f]{32}$/
const id = /^[\w-]+:[\w-]+$/
const word = /^(?!(?:true|false|null)$)[a-z][\w-]*$/i

const isWhole = (value: unknown): value is number => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_STEP
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const areIds = (values: readonly unknown[]): values is readonly string[] =>
  values.every((value) => typeof value === 'string' && id.test(value)) && new Set(values).size === values.length

/** A word stands for itself, all else is JSON; neither holds a line break. */
const toText = (value: unknown): string => (typeof value === 'string' && word.test(value) ? value : JSON.stringify(value))
const fromText = (text: string): unknown => (word.test(text) ? text : JSON.parse(text))

/** `rows` as bytes. */
export const encodeRows = (rows: readonly Row[]): Uint8Array<ArrayBuffer> => {
  const texts = new Map<string, number>()
  const body = createByteWriter()
  const random = createByteWriter()

  const place = (value: unknown): number => {
    const text = toText(value)
    const known = texts.get(text) ?? texts.size
    texts.set(text, known)
    return known
  }
  const steps = (values: readonly number[]) => {
    values.forEach((value, index) => {
      const step = value - (values[index - 1] ?? 0)
      body.count(step < 0 ? -2 * step - 1 : 2 * step)
    })
  }
  const ids = (values: readonly string[]) => {
    for (const value of values) body.count(place(value.slice(0, value.indexOf(':'))))
    for (const value of values) {
      const own = value.slice(value.indexOf(':') + 1)
      const digits = uuid.test(own) ? own.replaceAll('-', '') : own
      const kind = uuid.test(own) ? UUID : hex.test(own) ? HEX : 2 + place(own)
      body.count(kind)
      if (kind < 2) random.bytes(bytesOf(digits))
    }
  }
  const column = (values: readonly unknown[], depth: number) => {
    if (values.every(isWhole)) {
      body.count(STEPS)
      steps(values)
    } else if (areIds(values)) {
      body.count(IDS)
      ids(values)
    } else if (depth < DEEPEST && values.every(isRow)) {
      body.count(OBJECTS)
      table(values, depth + 1)
    } else {
      body.count(TEXTS)
      for (const value of values) body.count(place(value))
    }
  }
  const table = (all: readonly Row[], depth: number) => {
    const shapes = new Map<string, { readonly index: number; readonly fields: string[]; readonly members: Row[] }>()
    const shapeOf = all.map((row) => {
      const fields = Object.keys(row)
      const name = JSON.stringify(fields)
      const shape = shapes.get(name) ?? { index: shapes.size, fields, members: [] }
      shapes.set(name, shape)
      shape.members.push(row)
      return shape.index
    })
    body.count(shapes.size)
    for (const index of shapeOf) body.count(index)
    for (const { fields, members } of shapes.values()) {
      body.count(place(fields))
      for (const field of fields) column(members.map((row) => row[field]), depth)
    }
  }

  table(rows, 0)
  const whole = createByteWriter()
  whole.count(rows.length)
  whole.text([...texts.keys()].join('\n'))
  const columns = body.done()
  whole.count(columns.length)
  whole.bytes(columns)
  whole.bytes(random.done())
  return whole.done()
}

/** Reads one set of columns; `spend` is told how long each text is that is put in place. */
const readColumns = (body: ByteReader, random: ByteReader, texts: readonly string[], spend: (length: number) => void) => {
  const values = texts.map(fromText)
  const taken = (index: number): unknown => {
    const text = texts[index]
    if (text === undefined) throw new RangeError('no such text')
    spend(text.length)
    return values[index]
  }
  const times = <T>(count: number, read: (index: number) => T): T[] => {
    const all: T[] = []
    for (let index = 0; index < count; index++) all.push(read(index))
    return all
  }
  const steps = (count: number): number[] => {
    let value = 0
    return times(count, () => {
      const step = body.count()
      return (value += step % 2 ? -(step + 1) / 2 : step / 2)
    })
  }
  const ids = (count: number): string[] => {
    const devices = times(count, () => taken(body.count()))
    return devices.map((device) => {
      const kind = body.count()
      const own = kind >= 2 ? taken(kind - 2) : digitsOf(random.bytes(16))
      return `${device}:${kind === UUID ? String(own).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : own}`
    })
  }
  const column = (count: number, depth: number): readonly unknown[] => {
    switch (body.count()) {
      case STEPS: return steps(count)
      case IDS: return ids(count)
      case OBJECTS: return table(count, depth + 1)
      case TEXTS: return times(count, () => taken(body.count()))
      default: throw new RangeError('no such column')
    }
  }
  const table = (count: number, depth: number): Row[] => {
    if (depth > DEEPEST) throw new RangeError('too deep')
    const shapes = body.count()
    const shapeOf = times(count, () => body.count())
    const sizes = new Map<number, number>()
    for (const shape of shapeOf) sizes.set(shape, (sizes.get(shape) ?? 0) + 1)
    const members = new Map(times(shapes, (shape) => {
      const fields = taken(body.count())
      const size = sizes.get(shape)
      if (!Array.isArray(fields) || size === undefined) throw new RangeError('no fields')
      const columns = fields.map((field) => [String(field), column(size, depth)] as const)
      // A field may be named like a prototype's: it must stay a field.
      return [shape, times(size, (row) => Object.fromEntries(columns.map(([field, all]) => [field, all[row]]))).values()] as const
    }))
    return shapeOf.map((shape) => {
      const row = members.get(shape)?.next().value
      if (!row) throw new RangeError('no such row')
      return row
    })
  }
  return table
}

/** The rows in `bytes`, or undefined when they are none or would hold more than `largest` characters of text. */
export const decodeRows = (bytes: Uint8Array, largest: number): Row[] | undefined => {
  let left = largest
  const spend = (length: number) => {
    left -= length
    if (left < 0) throw new RangeError('too much text')
  }
  try {
    const whole = createByteReader(bytes)
    const count = whole.count()
    const list = whole.text()
    const body = createByteReader(whole.bytes(whole.count()))
    const rows = readColumns(body, whole, list === '' ? [] : list.split('\n'), spend)(count, 0)
    return body.atEnd() && whole.atEnd() ? rows : undefined
  } catch {
    return undefined
  }
}
