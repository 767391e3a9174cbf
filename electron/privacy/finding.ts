/** What a privacy layer reports: a span that may not leave as written, and why. Layers are united, never intersected. */
import type { Layer, Release } from '../../shared/departure.ts'

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
  readonly release: Release
  /** The token itself where the layer decides it ("[SLOT_53]"); otherwise one is allocated for the entity. */
  readonly token?: string
  /** What its token may tell: the least that serves. */
  readonly cue?: string
  /** Such a token means the same throughout the conversation, so an answer may bring it back ("[DAY_3]"). */
  readonly lasts?: true
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
   * forbidden: no value of the vault, but a phrase that a standing rule keeps here: matched and forbidden like an identifying one.
   */
  readonly strength: 'identifying' | 'word' | 'role' | 'forbidden'
}

const rank: Readonly<Record<Layer, number>> = { you: 6, rule: 5, vault: 4, detector: 3, time: 2, model: 1, 'unknown-word': 0 }
const strictness: Readonly<Record<Release, number>> = { once: 0, twice: 1, never: 2 }
const stricter = (a: Release, b: Release): Release => (strictness[a] >= strictness[b] ? a : b)

/**
 * Unites findings so that each character belongs to one and nothing any layer found is left standing. Overlapping findings
 * of one layer become one, which speaks for the longest. A weaker finding that overlaps stronger ones keeps only the rest ("Dr" of
 * "Dr Emma", of whom Emma is known), so that two people never become one and everything comes back as it was written.
 */
export function unite(findings: readonly Finding[], text: string): Finding[] {
  const sorted = findings.filter((f) => f.end > f.start).sort((a, b) => a.start - b.start || b.end - a.end)
  const united: Finding[] = []
  for (let from = 0; from < sorted.length;) {
    let end = sorted[from]?.end ?? 0, to = from + 1
    for (let next = sorted[to]; next !== undefined && next.start < end; next = sorted[++to]) end = Math.max(end, next.end)
    united.push(...(to === from + 1 ? sorted.slice(from, to) : settle(sorted.slice(from, to), text)))
    from = to
  }
  return united
}

/** Findings that hang together by overlapping, strongest first: each takes of the text what is not yet taken. */
function settle(findings: readonly Finding[], text: string): Finding[] {
  const merged = mergeOverlaps(findings.toSorted((a, b) => rank[b.layer] - rank[a.layer]), text)
  const base = Math.min(...merged.map((f) => f.start)), length = Math.max(...merged.map((f) => f.end)) - base
  const [strongest] = merged
  if (strongest?.start === base && strongest.end === base + length) return [strongest]
  const owner = new Int32Array(length).fill(-1)
  merged.forEach((finding, self) => {
    for (let at = finding.start - base; at < finding.end - base; at++) {
      if (owner[at] !== -1) continue
      const before = owner[at - 1] ?? -1
      // What follows a name without a gap is its ending: "s" of "Marys".
      owner[at] = at > finding.start - base && before !== -1 && before !== self && isInWord(text, base + at) ? before : self
    }
  })
  const pieces: Finding[] = []
  for (let from = 0; from < length;) {
    let to = from + 1
    while (to < length && owner[to] === owner[from]) to++
    const self = owner[from] ?? -1, finding = merged[self]
    if (finding !== undefined) pieces.push(...bounded(finding, base + from, base + to, text))
    from = to
  }
  return pieces
}

const isInWord = (text: string, at: number): boolean => /^[\p{L}\p{M}]{2}$/u.test(text.slice(at - 1, at + 1))

/** Overlapping neighbours of one layer become one. */
function mergeOverlaps(findings: readonly Finding[], text: string): Finding[] {
  const united: Finding[] = []
  for (const finding of findings) {
    const last = united.at(-1)
    if (last?.layer !== finding.layer || finding.start >= last.end) united.push(finding)
    else united[united.length - 1] = merge(last, finding, text)
  }
  return united
}

function merge(a: Finding, b: Finding, text: string): Finding {
  const longest = a.end - a.start >= b.end - b.start ? a : b
  const { token, lasts, ...rest } = longest
  const start = Math.min(a.start, b.start), end = Math.max(a.end, b.end)
  const whole = longest.start === start && longest.end === end
  // Neither speaks for what both cover together: another mention of either alone must not get this token.
  const entity = whole ? longest.entity : `${longest.entity}/${text.slice(start, end).toLowerCase()}`
  return { ...rest, start, end, entity, release: stricter(a.release, b.release), ...(whole && token !== undefined ? { token, ...(lasts === undefined ? {} : { lasts }) } : {}) }
}

/** A finding with its final bounds; nothing if only spaces and marks are left of it. */
function bounded(finding: Finding, start: number, end: number, text: string): Finding[] {
  if (start === finding.start && end === finding.end) return [finding]
  const { layer, kind, why, release } = finding
  const part = text.slice(start, end), bare = part.trim(), from = start + part.indexOf(bare)
  if (!/[\p{L}\p{N}]/u.test(bare)) return []
  const whole = start <= finding.start && end >= finding.end
  return [{ layer, kind, why, release, entity: whole ? finding.entity : layer === 'unknown-word' ? `word/${bare.toLowerCase()}` : `${finding.entity}/${bare.toLowerCase()}`, start: from, end: from + bare.length }]
}
