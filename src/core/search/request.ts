import { PAGE_KINDS, type PageKind } from './title-index.ts'

/** What results are narrowed to; an empty list narrows nothing. Within a list any value will do, both lists must hold. */
export interface SearchFilter {
  readonly kinds: readonly PageKind[]
  /** Ids of modules. */
  readonly modules: readonly string[]
}

/** What the learner asks for: the words as typed, and the filter. */
export interface SearchRequest {
  readonly query: string
  readonly filter: SearchFilter
}

/** Everything. */
export const NO_FILTER: SearchFilter = { kinds: [], modules: [] }

/** Whether `filter` narrows anything. */
export const isNarrowed = (filter: SearchFilter): boolean => filter.kinds.length > 0 || filter.modules.length > 0

/** Whether a page of this kind and module passes `filter`. */
export const passes = (filter: SearchFilter, page: { readonly kind?: PageKind; readonly module?: string }): boolean =>
  (filter.kinds.length === 0 || (page.kind !== undefined && filter.kinds.includes(page.kind))) &&
  (filter.modules.length === 0 || (page.module !== undefined && filter.modules.includes(page.module)))

const list = (value: string | null): string[] => [...new Set((value ?? '').split(',').filter((one) => /^[a-z0-9-]+$/.test(one)))]

/** Reads the query part of an address such as `?q=error+budget&kind=lesson,term&module=sre-practice`; anything unknown is left out. */
export const readRequest = (search: string): SearchRequest => {
  const parameters = new URLSearchParams(search)
  const kinds = list(parameters.get('kind'))
  return {
    query: parameters.get('q') ?? '',
    filter: { kinds: PAGE_KINDS.filter((kind) => kinds.includes(kind)), modules: list(parameters.get('module')) },
  }
}

/** The query part that `readRequest` reads back; empty when nothing is asked for. */
export const writeRequest = ({ query, filter }: SearchRequest): string => {
  const parameters = new URLSearchParams()
  if (query.trim() !== '') parameters.set('q', query)
  if (filter.kinds.length > 0) parameters.set('kind', filter.kinds.join(','))
  if (filter.modules.length > 0) parameters.set('module', filter.modules.join(','))
  const text = parameters.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}

/** `values` with `value` put in or taken out. */
export const toggled = <T>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
