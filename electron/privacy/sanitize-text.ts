/** Turns what a person wrote into what may leave: every layer's findings united and replaced by tokens, with the reason for each. */
import type { Replacement } from '../../shared/departure.ts'
import { detectors } from './detectors/all.ts'
import { unite, type Finding, type KnownValue } from './finding.ts'
import { matchKnown } from './match-known.ts'
import type { TokenBook } from './placeholders.ts'
import { maskUnknown, type Vocabulary } from './vocabulary.ts'

export interface SanitizeInput {
  readonly text: string
  readonly known: readonly KnownValue[]
  readonly vocabulary: Vocabulary
  /** Findings that need knowledge from outside this folder: shifted times, devices that are jobs of the problem. */
  readonly given: readonly Finding[]
  /** Phrases the person took out. */
  readonly redacted: readonly string[]
  /** Phrases the person let through; never stronger than the vault. */
  readonly released: readonly string[]
  readonly tokens: TokenBook
  /** Whether tokens carry the role ("child"): only where the task needs it. */
  readonly cues: boolean
}

export interface SanitizedText { readonly text: string; readonly replacements: readonly Replacement[] }

/** Promises that nothing any layer found stands in the result. A layer that fails throws, and nothing leaves. */
export function sanitizeText(input: SanitizeInput): SanitizedText {
  const { text } = input
  const cues = new Map(!input.cues ? [] : input.known.flatMap((k) => (k.cue === undefined ? [] : [[k.entity, k.cue] as const])))
  const findings = unite([
    ...phraseFindings(text, input.redacted),
    ...withoutReleased([
      ...matchKnown(text, input.known),
      ...detectors.flatMap((d) => d.find(text).map((at): Finding => ({ ...at, layer: 'detector', kind: d.kind, entity: `${d.kind}/${text.slice(at.start, at.end).toLowerCase()}`, why: `This looks like a private ${d.kind}.`, releasable: true }))),
      ...input.given,
      ...maskUnknown(text, input.vocabulary),
    ], text, input.released),
  ], text)
  let out = '', from = 0
  const replacements: Replacement[] = []
  for (const finding of findings) {
    const original = text.slice(finding.start, finding.end)
    const token = finding.token ?? input.tokens.tokenFor(finding.entity, finding.kind, original, cues.get(finding.entity))
    out += text.slice(from, finding.start) + token
    from = finding.end
    replacements.push({ span: { start: finding.start, end: finding.end }, original, token, layer: finding.layer, kind: finding.kind, why: finding.why, releasable: finding.releasable })
  }
  return { text: out + text.slice(from), replacements }
}

/** Every place where the person's own redactions stand, in any case, whole words. */
function phraseFindings(text: string, phrases: readonly string[]): Finding[] {
  return phrases.flatMap((phrase) => occurrences(text, phrase).map((at): Finding => ({ ...at, layer: 'you', kind: 'redacted', entity: `you/${phrase.toLowerCase()}`, why: 'You took this out.', releasable: false })))
}

/** Drops the findings that lie inside a released phrase, unless the vault or the person holds them back. */
function withoutReleased(findings: readonly Finding[], text: string, released: readonly string[]): Finding[] {
  const free = released.flatMap((phrase) => occurrences(text, phrase))
  return findings.filter((f) => !f.releasable || !free.some((at) => f.start >= at.start && f.end <= at.end))
}

export function occurrences(text: string, phrase: string): { start: number; end: number }[] {
  const needle = phrase.trim()
  if (needle === '') return []
  const escaped = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = (pattern: string): { start: number; end: number }[] => [...text.matchAll(new RegExp(pattern, 'giu'))].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  // Part of a word stands for the words it is part of.
  const whole = at(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`)
  return whole.length > 0 ? whole : at(`[\\p{L}\\p{N}]*${escaped}[\\p{L}\\p{N}]*`)
}
