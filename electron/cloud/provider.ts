/** What a cloud provider is to the walk: a pure way to compose a request and to read an answer. It has no socket. */
import type { Ask, Edit, OutlinePlan } from '../../shared/ask.ts'
import type { Placement } from '../../shared/planning.ts'
import type { Result } from '../../shared/result.ts'

/** A composed request. `secretHeaders` names the headers whose value the panel shows as dots. */
export interface Composed {
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly secretHeaders: readonly string[]
  readonly body: string
}

/** A raw HTTP answer as the wire hands it over. */
export interface RawAnswer { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array<ArrayBuffer> }

/** What an answer says, once its shape has been checked. Still untrusted. */
export interface ReadAnswer { readonly plan: readonly Placement[] | null; readonly outline: OutlinePlan | null; readonly edits: readonly Edit[] | null; readonly text: string; readonly tokensIn: number | null; readonly tokensOut: number | null }

export interface CloudProvider {
  readonly label: string
  readonly practice: boolean
  readonly model: string
  /** Deterministic: the same ask gives the same bytes. */
  readonly compose: (ask: Ask) => Promise<Result<Composed>>
  readonly read: (ask: Ask, answer: RawAnswer) => Promise<Result<ReadAnswer>>
}

/** What stands in a sealed header, and in the panel, where the wire puts the key. Never valid in a real header, so it cannot leave by mistake. */
export const DOTS = '••••••••'
