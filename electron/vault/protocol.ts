/** What the connection and its worker say to each other: one question, one reply, matched by number, answered in order. */
import type { Result } from '../../shared/result.ts'
import type { Operations } from './operations.ts'
import type { Session } from './session.ts'

type Lifecycle = Omit<Session, 'database'>
type Given<F> = F extends (database: never, ...given: infer G) => unknown ? G : never

/** Everything that can be asked: what it takes, and what it answers. */
export type Asks =
  & { readonly [N in keyof Lifecycle]: { readonly given: Parameters<Lifecycle[N]>; readonly answer: ReturnType<Lifecycle[N]> } }
  & { readonly [N in keyof Operations]: { readonly given: Given<Operations[N]>; readonly answer: ReturnType<Operations[N]> } }

export interface Question { readonly id: number; readonly name: keyof Asks; readonly given: readonly unknown[] }
/** `bug` is the stack of an error that nobody expected; the connection throws it on. */
export type Reply = { readonly id: number; readonly result: Result<unknown> } | { readonly id: number; readonly bug: string }
