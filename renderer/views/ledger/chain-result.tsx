/** What the check of the chain found, in words. */
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useZone } from '../../state/home.ts'
import { useLedger, type ChainCheck } from '../../state/ledger.ts'
import { classes } from '../../ui/classes.ts'
import { stampInWords } from '../../ui/dates.ts'
import { ErrorCard, Spinner } from '../../ui/states.tsx'
import { strings } from './strings.ts'

/** Announced when it comes. */
export const ChainResult = (): ReactNode => {
  const { check, checkProblem, isChecking, compared, verify } = useLedger()
  const zone = useZone()
  return (
    <div aria-live="polite" className="px-8">
      {isChecking && <Spinner label={strings.checking} className="pb-4" />}
      {checkProblem !== null && <ErrorCard problem={checkProblem} onRetry={() => { void verify() }} className="mb-4" />}
      {check !== null && <Found check={check} />}
      {compared !== null && <Verdict isWhole={compared.outcome === 'holds'} says={strings.heads.outcome[compared.outcome](compared.receipts, stampInWords(compared.savedAt, zone))} />}
    </div>
  )
}

const Found = ({ check: { count, brokenAt, head } }: { readonly check: ChainCheck }): ReactNode => {
  const isWhole = brokenAt === null
  return (
    <Verdict isWhole={isWhole} says={isWhole ? count === 0 ? strings.holdsNone : strings.holds(count) : strings.breaks(brokenAt)}>
      {isWhole && count > 0 && <p className="text-xs wrap-anywhere"><span className="font-medium">{strings.head}</span> <span className="font-mono">{head}</span><br />{strings.headHint}</p>}
    </Verdict>
  )
}

const Verdict = ({ isWhole, says, children }: { readonly isWhole: boolean; readonly says: string; readonly children?: ReactNode }): ReactNode => (
  <div className={classes('mb-4 flex gap-3 rounded-card border px-4 py-3', isWhole ? 'border-moss-edge bg-moss-tint' : 'border-wine-edge bg-wine-tint')}>
    {isWhole ? <ShieldCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-moss" /> : <ShieldAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-wine" />}
    <div className="flex min-w-0 flex-col gap-1">
      <p className={classes('font-medium', isWhole ? 'text-moss' : 'text-wine')}>{says}</p>
      {!isWhole && <p>{strings.breaksTodo}</p>}
      {children}
    </div>
  </div>
)
