/** Expected failure as a value: every operation that can fail in a way a person can meet returns one of these. Bugs throw. */
import type { Problem } from './problems.ts'

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem })
