import { z } from 'astro/zod'
import type { Path, YamlSource } from './locate.ts'
import { didYouMean, type Report, type Rule } from './problem.ts'

type Issue = z.core.$ZodIssue

/** A value that has its expected shape, and where it stands. */
export interface Located<T> {
  readonly value: T
  readonly source: YamlSource
  readonly path: Path
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at && typeof at === 'object' ? (at as Record<string | number, unknown>)[key] : undefined), data)

/** The fields that `schema` allows at `path`. */
const fieldsAt = (schema: unknown, path: Path): readonly string[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsAt(schema.unwrap(), path)
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, unknown> = schema.shape
    return path.length === 0 ? Object.keys(shape) : fieldsAt(shape[String(path[0])], path.slice(1))
  }
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, path.slice(1))
  if (schema instanceof z.ZodRecord) return fieldsAt(schema.valueType, path.slice(1))
  return []
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of fields', record: 'a group of fields',
}

const described = (value: unknown): string => {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  if (typeof value === 'string') return value.trim() === '' ? 'nothing' : `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
  return typeof value === 'number' || typeof value === 'boolean' ? `the ${typeof value} ${value}` : typeof value
}

const nameOf = (path: readonly PropertyKey[]): string => {
  const key = path.at(-1)
  if (typeof key === 'number') return `Entry ${key + 1} of “${String(path.at(-2) ?? 'the list')}”`
  return key === undefined ? 'This' : `“${String(key)}”`
}

/** The rule and the sentence for an issue at `path`, given the value that stands there. */
const explain = (issue: Issue, value: unknown): readonly [rule: Rule, message: string] => {
  const name = nameOf(issue.path)
  const missing = value === undefined
  if (missing) return ['missing-field', `${name} is missing.`]
  switch (issue.code) {
    case 'invalid_type': {
      const quotes = issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? ' Put it in quotes.' : ''
      return ['wrong-field', `${name} must be ${KINDS[issue.expected] ?? issue.expected}, but this is ${described(value)}.${quotes}`]
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const near = typeof value === 'string' ? didYouMean(value, allowed) : ''
      return ['wrong-field', `${name} must be ${allowed.length === 1 ? '' : 'one of '}${allowed.join(', ')}, but this is ${described(value)}.${near}`]
    }
    case 'invalid_format': {
      if (issue.format === 'url') return ['wrong-field', `${name} must be a full address that starts with https://, but this is ${described(value)}.`]
      const mended = String(value).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
      return ['id-format', `${described(value)} cannot be an id: use lower-case words joined by hyphens${mended ? `, such as “${mended}”` : ''}.`]
    }
    case 'too_small':
      if (issue.origin === 'string') return ['missing-field', `${name} is empty.`]
      if (issue.origin === 'array') return ['missing-field', `${name} needs at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}.`]
      return ['wrong-field', `${name} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}, but this is ${described(value)}.`]
    case 'too_big':
      return ['wrong-field', `${name} must be at most ${issue.maximum}, but this is ${described(value)}.`]
    case 'invalid_union': {
      const kinds = issue.errors.flatMap(([first]) => (first?.code === 'invalid_type' ? KINDS[first.expected] ?? first.expected : []))
      return ['wrong-field', `${name} must be ${kinds.join(' or ')}, but this is ${described(value)}.`]
    }
    default:
      return ['wrong-field', `${name} is not right: ${issue.message}.`]
  }
}

/** What to say of `issue`: where a value has one of several allowed forms but for something inside, that something. */
const unfolded = (issue: Issue): readonly Issue[] => {
  const inside = issue.code === 'invalid_union' ? issue.errors.find((issues) => issues.every(({ path }) => path.length > 0)) : undefined
  return inside?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

/**
 * Checks the value at `path` of `source` against `schema`, reporting every difference with its place.
 * Gives the value, defaults filled in, or `undefined` when it differs. A text that is no YAML has been reported already.
 */
export const validate = <Schema extends z.ZodType>(
  schema: Schema, source: YamlSource, path: Path, report: Report,
): Located<z.output<Schema>> | undefined => {
  if (source.data === undefined) return undefined
  const data = valueAt(source.data, path)
  const result = schema.safeParse(data)
  if (result.success) return { value: result.data, source, path }
  for (const issue of result.error.issues.flatMap(unfolded)) {
    const inner = issue.path.filter((key) => typeof key !== 'symbol')
    const at = [...path, ...inner]
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, inner)
      for (const key of issue.keys) {
        const torn = key.includes(' ') && valueAt(data, [...inner, key]) === null
        const advice = torn ? ' A text with a comma in it must be in quotes here.' : didYouMean(key, known) || ` The fields are ${known.join(', ')}.`
        report(source.keyPlace([...at, key]), 'unknown-field', `There is no field “${key}” here.${advice}`)
      }
      continue
    }
    report(source.place(at), ...explain(issue, valueAt(data, inner)))
  }
  return undefined
}

/** Each entry of the list that a whole file is, checked on its own, so that one broken entry does not hide the others. */
export const validateList = <Schema extends z.ZodType>(schema: Schema, source: YamlSource, report: Report): Located<z.output<Schema>>[] => {
  if (source.data === undefined || source.data === null) return []
  if (!Array.isArray(source.data)) {
    report(source.place([]), 'wrong-field', 'This file must be a list: every entry starts with “- id: …”.')
    return []
  }
  return source.data.flatMap((_, index) => validate(schema, source, [index], report) ?? [])
}

/** The ids written in a list, those of broken entries included, with the path of each. */
export const idsIn = (source: YamlSource, path: Path = []): { readonly id: string; readonly path: Path }[] => {
  const list = valueAt(source.data, path)
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown, index) => {
    const id = valueAt(entry, ['id'])
    return typeof id === 'string' ? [{ id, path: [...path, index, 'id'] }] : []
  })
}

/** The id that the whole of `source` has: one in a list, or none when it is not written or no text. */
export const idOf = (source: YamlSource): readonly string[] => {
  const id = valueAt(source.data, ['id'])
  return typeof id === 'string' ? [id] : []
}
