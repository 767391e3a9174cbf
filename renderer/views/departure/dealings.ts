/** What a person can do at the desk: amend this departure, and make or take back a rule for all of them. Every deed says what it did and where the focus belongs. */
import { useState } from 'react'
import type { Amendment } from '../../../shared/departure.ts'
import type { Household, StandingRule } from '../../../shared/household.ts'
import { systemClock, toInstant } from '../../../shared/time.ts'
import { useDeparture } from '../../state/departure.ts'
import { useHousehold } from '../../state/household.ts'
import { notifyProblem } from '../../ui/toasts.tsx'
import { keep } from '../household/edits.ts'
import { newRule, withoutRule, withRule, type RuleKind } from '../household/rule-edits.ts'
import type { FocusReturn, Spot } from './focus-return.ts'
import { strings } from './strings.ts'

export interface Dealings {
  /** False while something decided is still being carried out. */
  readonly canAmend: boolean
  /** Who would receive it. */
  readonly provider: string
  /** The standing rules; null while the household could not be read. */
  readonly rules: readonly StandingRule[] | null
  readonly amend: (amendment: Amendment, spot: Spot | null) => void
  /** Keeps the rule, in the place of another about the same phrase, then has the departure sanitised by it. */
  readonly keepRule: (kind: RuleKind, phrase: string, spot: Spot | null) => void
  readonly removeRule: (rule: StandingRule, spot: Spot | null) => void
}

/** Also tells what was done last, in a sentence; null before anything was. */
export const useDealings = (provider: string, { remember, giveUp }: FocusReturn): { readonly dealings: Dealings; readonly did: string | null } => {
  const [did, setDid] = useState<string | null>(null)
  const { deciding, amend } = useDeparture()
  const household = useHousehold((state) => state.household)
  const act = async (amendment: Amendment, says: string): Promise<void> => {
    if (await amend(amendment)) setDid(says)
    else giveUp()
  }
  const again = (phrase: string, says: string): void => {
    // What was said about this departure alone would go on hiding the rule.
    const own = useDeparture.getState().departure?.replacements.some(({ layer, original }) => layer === 'you' && original.toLowerCase() === phrase.toLowerCase()) === true
    void act(own ? { kind: 'unredact', phrase } : { kind: 'again' }, says)
  }
  const store = (next: Household, says: string, afterwards: () => void): void => {
    void keep(next, says, afterwards).then((refused) => {
      if (refused === null) return
      notifyProblem(refused)
      giveUp()
    })
  }
  return {
    did,
    dealings: {
      canAmend: deciding === null,
      provider,
      rules: household?.rules ?? null,
      amend: (amendment, spot) => {
        remember(spot)
        void act(amendment, strings.did(amendment))
      },
      keepRule: (kind, phrase, spot) => {
        if (household === null) return
        remember(spot)
        const says = strings.ruleKept[kind](phrase)
        let isUndone = false
        store(withRule(household, newRule(kind, phrase, toInstant(systemClock.now()))), says, () => {
          again(phrase, isUndone ? strings.ruleUndone(phrase) : says)
          isUndone = true
        })
      },
      removeRule: (rule, spot) => {
        if (household === null) return
        remember(spot)
        const says = strings.ruleRemoved(rule.phrase)
        store(withoutRule(household, rule.id), says, () => { void act({ kind: 'again' }, says) })
      },
    },
  }
}
