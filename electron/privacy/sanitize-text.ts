/** Turns what a person wrote into what may leave: every layer's findings united and replaced by tokens, with the reason for each. */
import type { Replacement } from '../../shared/departure.ts'
import { allMatches } from './all-matches.ts'
import { detectors } from './detectors/all.ts'
import { seenIn } from './detectors/seen.ts'
import { unite, type Finding, type KnownValue } from './finding.ts'
import { vaguer } from './generalize.ts'
import { matchKnown } from './match-known.ts'
import type { TokenBook } from './placeholders.ts'
import { strings } from './strings.ts'
import { maskUnknown, type Vocabulary } from './vocabulary.ts'
import { wordsOf, type Word } from './words.ts'

/** A phrase that may leave as written. `known`: even where the vault knows it. */
export interface Released { readonly phrase: string; readonly known: boolean }
/** A phrase in whose place the person's own, vaguer one leaves. */
export interface Changed { readonly phrase: string; readonly into: string }

export interface SanitizeInput {
  readonly text: string
  readonly known: readonly KnownValue[]
  /** Entities among the known that go by something else in this text. */
  readonly except?: ReadonlySet<string>
  readonly vocabulary: Vocabulary
  /** Findings that need knowledge from outside this folder: shifted times, devices that are jobs of the problem. */
  readonly given: readonly Finding[]
  /** Phrases the person took out. */
  readonly redacted: readonly string[]
  readonly changed: readonly Changed[]
  readonly released: readonly Released[]
  readonly tokens: TokenBook
  /** Whether tokens say the least that serves ("child", "5 to 9"): only where the task needs it. */
  readonly cues: boolean
}

/** Something private that stands in the outgoing text: as a token, or, released, as it was written. */
export interface Standing extends Pick<Finding, 'layer' | 'kind' | 'entity'> { readonly token: string; readonly says: 'kind' | 'cue' | 'given' | 'chosen' | 'everything' }

export interface SanitizedText { readonly text: string; readonly replacements: readonly Replacement[]; readonly standing: readonly Standing[] }

/** Promises that nothing any layer found stands in the result, but for what was released. A layer that fails throws, and nothing leaves. */
export function sanitizeText(input: SanitizeInput): SanitizedText {
  const { text } = input, words = wordsOf(text)
  const cues = new Map(!input.cues ? [] : input.known.flatMap((k) => (k.cue === undefined ? [] : [[k.entity, k.cue] as const])))
  const own = [...phraseFindings(text, input.redacted), ...changedFindings(text, input.changed)]
  const all = [
    ...matchKnown(text, input.known, words).filter(({ entity }) => input.except?.has(entity) !== true),
    ...detected(text, words),
    ...input.given,
    ...maskUnknown(text, input.vocabulary, words),
  ]
  const held = withoutReleased(all, text, input.released), found = unite([...own, ...held], text)
  const again = withoutReleased(echoes(text, found, words), text, input.released)
  const findings = again.length === 0 ? found : unite([...found, ...again], text)
  let out = '', from = 0
  const replacements: Replacement[] = [], standing: Standing[] = []
  for (const { start, end, layer, kind, entity, why, release, token: decided, lasts, cue } of findings) {
    const original = text.slice(start, end)
    const said = cue ?? cues.get(entity) ?? (input.cues ? vaguer(kind, original) : undefined)
    const token = decided ?? input.tokens.tokenFor(entity, kind, original, said)
    if (decided !== undefined && lasts === true) input.tokens.keep(decided, { entity, shows: original })
    out += text.slice(from, start) + token
    from = end
    replacements.push({ span: { start, end }, original, token, layer, kind, why, release })
    standing.push({ layer, kind, entity, token, says: kind === 'changed' && layer === 'you' ? 'chosen' : decided !== undefined ? 'given' : token.includes(':') ? 'cue' : 'kind' })
  }
  return { text: out + text.slice(from), replacements, standing: [...standing, ...letThrough(all, held, findings, text)] }
}

/** What a release let stand as it was written, the strongest finding of each place; what is left of one that others cover in part. */
function letThrough(all: readonly Finding[], held: readonly Finding[], findings: readonly Finding[], text: string): Standing[] {
  if (held.length === all.length) return []
  const kept = new Set(held)
  return unite(all.filter((finding) => !kept.has(finding)), text).flatMap(({ start, end, layer, kind, entity }) => {
    const cover = findings.filter((f) => f.start < end && start < f.end)
    const edges = [start, ...cover.flatMap((f) => [f.start, f.end]), end]
    return Array.from({ length: edges.length / 2 }, (_, i) => text.slice(edges[2 * i], edges[2 * i + 1]).trim()).filter((rest) => /[\p{L}\p{N}]/u.test(rest)).map((token) => ({ layer, kind, entity, token, says: 'everything' as const }))
  })
}

function detected(text: string, words: readonly Word[]): Finding[] {
  const found: Finding[] = [], seen = seenIn(text, words)
  for (const { kind, find } of detectors) {
    for (const { start, end } of find(text, seen)) found.push({ start, end, layer: 'detector', kind, entity: `${kind}/${text.slice(start, end).toLowerCase()}`, why: strings.looks(kind), release: 'once' })
  }
  return found
}

/** Every place where the person's own redactions stand, in any case, whole words. */
const phraseFindings = (text: string, phrases: readonly string[]): Finding[] =>
  phrases.flatMap((phrase) => occurrences(text, phrase).map((at): Finding => ({ ...at, layer: 'you', kind: 'redacted', entity: `you/${phrase.toLowerCase()}`, why: strings.redacted, release: 'never' })))

const changedFindings = (text: string, changed: readonly Changed[]): Finding[] =>
  changed.flatMap(({ phrase, into }) => occurrences(text, phrase).map((at): Finding => ({ ...at, layer: 'you', kind: 'changed', entity: `you/${phrase.toLowerCase()}`, token: into, why: strings.changed, release: 'never' })))

const letters = /\p{L}[\p{L}\p{M}]*/gu, allLetters = /^\p{L}[\p{L}\p{M}]+$/u, plain = /^[a-z]+$/
/** Too common to be held back wherever they stand, even where somebody is called so. */
const everywhere = new Set('a an the i to you he she it we me my so do in on at of is be are was am and or but for by no not if as up us who how all'.split(' '))

/**
 * The other places of a word that stands for a name once: told apart or not, it is held back there as well, since one mistake
 * would tell the name ("Will will come when Will can"). It gets a token of its own, so that it comes back as it was written.
 */
function echoes(text: string, found: readonly Finding[], words: readonly Word[]): Finding[] {
  const names = new Set<string>(), again: Finding[] = []
  for (const { kind, start, end } of found) {
    const name = kind === 'time' || kind === 'device' ? '' : text.slice(start, end).toLowerCase()
    if (allLetters.test(name) && !everywhere.has(name)) names.add(name)
  }
  if (names.size === 0) return again
  const echo = (word: string, start: number): void => {
    const end = start + word.length
    if (names.has(word.toLowerCase()) && !found.some((f) => start < f.end && f.start < end)) again.push({ start, end, layer: 'unknown-word', kind: 'word', entity: `echo/${word}`, why: strings.echo, release: 'once' })
  }
  for (const word of words) {
    if (names.has(word.lower)) echo(word.text, word.start)
    // What stands among digits and unseen signs: "2will".
    else if (!plain.test(word.lower)) for (const { 0: part, index } of allMatches(word.text, letters)) echo(part, word.start + index)
  }
  return again
}

/** Drops the findings that lie inside a released phrase, as far as its release reaches. */
function withoutReleased(findings: readonly Finding[], text: string, released: readonly Released[]): readonly Finding[] {
  if (released.length === 0) return findings
  const free = released.flatMap(({ phrase, known }) => occurrences(text, phrase).map((at) => ({ ...at, known })))
  return findings.filter((f) => f.release === 'never' || !free.some((at) => f.start >= at.start && f.end <= at.end && (at.known || f.release === 'once')))
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
