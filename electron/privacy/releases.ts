/** What a released vault value means for the last check: it may then stand in the outgoing bytes, and nothing else that the vault knows may. */
import type { KnownValue } from './finding.ts'
import { mentionedIn } from './match-known.ts'
import type { Released } from './sanitize-text.ts'

/**
 * The values without those that a released phrase holds: with "St. Mary’s Hospital" its parts go too, with "Emma" not "Emma Bergmann".
 * Only phrases released with the vault in view count; canaries and what a standing rule forbids stay.
 */
export function withoutReleased(known: readonly KnownValue[], released: readonly Released[]): readonly KnownValue[] {
  const free = new Set(released.filter((release) => release.known).flatMap(({ phrase }) => [...mentionedIn(phrase, known)]).filter((value) => value.kind !== 'canary' && value.strength !== 'forbidden'))
  return free.size === 0 ? known : known.filter((value) => !free.has(value))
}
