/** What a privacy layer reports: a span that may not leave as written, and why. Layers are united, never intersected. */
import type { Layer } from '../../shared/departure.ts'

export interface Finding {
  /** UTF-16 offsets in the message, end excluded. */
  readonly start: number
  readonly end: number
  readonly layer: Layer
  /** person, place, phone, e-mail, time, unknown … */
  readonly kind: string
  /** Identity across mentions: the same entity gets the same token. */
  readonly entity: string
  /** One sentence for the panel. */
  readonly why: string
  /** Whether the person may let it leave as written. Never for what the vault knows. */
  readonly releasable: boolean
  /** The token itself where the layer decides it ("[SLOT_53]"); otherwise one is allocated for the entity. */
  readonly token?: string
}

/** A value the household's vault knows, as the privacy layers need it. */
export interface KnownValue {
  readonly value: string
  readonly kind: string
  readonly entity: string
  /** Role cue shown inside the token where the task needs one: "adult", "child". */
  readonly cue?: string
  /**
   * identifying: matched in any case and never allowed in outgoing bytes.
   * word: a name that is also an everyday word (Rose, Will): matched only as it is capitalised.
   * role: says a role, not who ("Mum", "the baby"): replaced in prose, but no leak by itself.
   */
  readonly strength: 'identifying' | 'word' | 'role'
}

const rank: Readonly<Record<Layer, number>> = { you: 5, vault: 4, detector: 3, time: 2, model: 1, 'unknown-word': 0 }

/** Unites overlapping findings. A union keeps the outer bounds and speaks for its strongest, then longest member; nothing any layer found is left standing. */
export function unite(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].filter((f) => f.end > f.start).sort((a, b) => a.start - b.start || b.end - a.end)
  const united: Finding[] = []
  for (const finding of sorted) {
    const last = united.at(-1)
    if (last === undefined || finding.start >= last.end) united.push(finding)
    else united[united.length - 1] = merge(last, finding)
  }
  return united
}

function merge(a: Finding, b: Finding): Finding {
  const strength = rank[a.layer] - rank[b.layer] || (a.end - a.start) - (b.end - b.start)
  const strongest = strength >= 0 ? a : b
  const { token, ...rest } = strongest
  const start = Math.min(a.start, b.start), end = Math.max(a.end, b.end)
  const whole = strongest.start === start && strongest.end === end
  return { ...rest, start, end, releasable: a.releasable && b.releasable, ...(whole && token !== undefined ? { token } : {}) }
}
