/** What stays and what leaves by exception, counted and listed from the departure, so that nobody has to find it mark by mark. */
import { Layer, type Replacement } from '../../../shared/departure.ts'
import type { StandingRule } from '../../../shared/household.ts'

/** How many different things a layer holds back. */
export interface Tally { readonly layer: Layer; readonly things: number }

/** By layer, in the order of the layers, those that hold back nothing left out. Two names for the same person are one thing. */
export const tally = (replacements: readonly Replacement[]): readonly Tally[] => {
  const things = new Map<Layer, Set<string>>()
  for (const { layer, kind, original, token } of replacements) things.set(layer, (things.get(layer) ?? new Set()).add(kind === CHANGED ? original.toLowerCase() : token))
  return Layer.options.flatMap((layer) => { const count = things.get(layer)?.size ?? 0; return count === 0 ? [] : [{ layer, things: count }] })
}

/** The kind of what the person had replaced by words of their own. */
export const CHANGED = 'changed'

/** Something that leaves as written although it would be held back without the person's word: by a rule, or by what they said about this departure. */
export interface Exception { readonly phrase: string; readonly rule: StandingRule | null }

/** Those that do stand in what would leave. `released` are the phrases let go in this departure; a rule about the same phrase speaks for both. */
export const exceptions = (wrote: string, replacements: readonly Replacement[], rules: readonly StandingRule[], released: readonly string[]): readonly Exception[] => {
  const leaves = (phrase: string): boolean => places(wrote, phrase).some(({ start, end }) => replacements.every(({ span }) => span.end <= start || span.start >= end))
  const ruled = rules.filter((rule) => rule.kind === 'release' && leaves(rule.phrase))
  const said = released.filter((phrase) => leaves(phrase) && !ruled.some((rule) => rule.phrase.toLowerCase() === phrase.toLowerCase()))
  return [...ruled.map((rule): Exception => ({ phrase: rule.phrase, rule })), ...said.map((phrase): Exception => ({ phrase, rule: null }))]
}

/** Where a phrase stands as whole words, in any case. */
const places = (text: string, phrase: string): readonly { readonly start: number; readonly end: number }[] => {
  const escaped = phrase.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** A word of a guess can be taken out when the person wrote it; a token, or what they had put in the place of something, cannot. */
export const canTakeOut = (word: string, wrote: string): boolean => !/^\[.*\]$/.test(word) && places(wrote, word).length > 0
