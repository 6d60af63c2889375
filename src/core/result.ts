/** The outcome of an operation that can fail for a reason the caller must handle; nothing in core throws for bad data. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** A successful result. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** A failed result. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
