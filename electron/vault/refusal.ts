/**
 * How the worker says no. Inside the worker an expected failure is thrown, so that a transaction it happens in rolls back;
 * `problemOf` turns it, and every failure of the engine or the disk, into a named problem once, at the worker's edge.
 */
import type { z } from 'zod'
import { problem, type Problem, type ProblemName } from '../../shared/problems.ts'

const REFUSAL = 'vault-refusal'

/** An error that carries the problem a person will read. */
export const refusal = (name: ProblemName, detail: Readonly<Record<string, string | number>> = {}): Error =>
  Object.assign(new Error(name), { code: REFUSAL, problem: problem(name, detail) })

/** What came in, checked by the shared schema. Refuses with `input.invalid`, naming the field and never the value. */
export const accept = <S extends z.ZodType>(schema: S, input: unknown): z.infer<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw refusal('input.invalid', { what: issue === undefined ? 'value' : `${issue.path.map(String).join('.') || 'value'} (${issue.code})` })
}

/** What was stored, checked by the same schema on its way out. Refuses with `vault.damaged`, naming the table. */
export const stored = <S extends z.ZodType>(schema: S, table: string, json: string): z.infer<S> => {
  const parsed = schema.safeParse(parseJson(json))
  if (!parsed.success) throw refusal('vault.damaged', { table })
  return parsed.data
}

/** JSON text as a value; undefined when it is not JSON, which no schema accepts. */
export const parseJson = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return undefined }
}

const byCode: readonly (readonly [RegExp, ProblemName])[] = [
  // SHMSIZE: no room for the log's index.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/, 'vault.full'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR_(SHORT_READ|READ|DATA|CORRUPTFS|IN_PAGE)|EIO)/, 'vault.damaged'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'vault.in-use'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|SQLITE_IOERR|EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EEXIST|EISDIR)/, 'vault.unwritable'],
]

/** The problem behind an error, or null when the error is a bug and must be thrown on. */
export const problemOf = (error: unknown): Problem | null => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  if (error.code === REFUSAL && 'problem' in error) return error.problem as Problem
  const code = error.code
  const name = byCode.find(([pattern]) => pattern.test(code))?.[1]
  return name === undefined ? null : problem(name)
}
