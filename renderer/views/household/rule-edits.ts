/** Changes to the standing rules: a phrase has one rule, the newest word on it. */
import type { Household, StandingRule } from '../../../shared/household.ts'
import type { Instant } from '../../../shared/time.ts'
import { newId, put } from './edits.ts'

export type RuleKind = StandingRule['kind']

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** A phrase a rule can be about: neither a single letter nor a whole letter. */
export const canBeRule = (phrase: string): boolean => phrase.trim().length >= 2 && phrase.trim().length <= 200

export const newRule = (kind: RuleKind, phrase: string, since: Instant): StandingRule => ({ id: newId(), kind, phrase: phrase.trim(), since })

/** With the rule, in the place of its former self if it had one; any other rule about the same phrase is gone. */
export const withRule = (household: Household, rule: StandingRule): Household => ({ ...household, rules: put(household.rules.filter((other) => other.id === rule.id || !same(other.phrase, rule.phrase)), rule) })
export const withoutRule = (household: Household, id: string): Household => ({ ...household, rules: household.rules.filter((rule) => rule.id !== id) })

/** The other rule about this phrase, which one with the id `but` would take the place of. */
export const ruleAbout = (rules: readonly StandingRule[], phrase: string, but: string | null): StandingRule | null => rules.find((rule) => rule.id !== but && same(rule.phrase, phrase.trim())) ?? null

/** The rule that keeps back what was written there: about the very phrase, or the longest one in it. null when it is gone by now. */
export const ruleHolding = (rules: readonly StandingRule[], written: string): StandingRule | null => {
  const bare = folded(written)
  const holding = rules.filter((rule) => rule.kind === 'forbid' && ` ${bare} `.includes(` ${folded(rule.phrase)} `))
  return holding.toSorted((a, b) => b.phrase.length - a.phrase.length)[0] ?? null
}

/** As the sanitiser compares: without case, accents and marks between words. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
