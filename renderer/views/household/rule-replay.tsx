/** What a rule would have changed about what left before: each departure that would have been different, before and after. */
import { History } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { Replay } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { useReplay } from '../../state/replay.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { stampInWords } from '../../ui/dates.ts'
import { hintClass, labelClass } from '../../ui/field.tsx'
import { ErrorCard, Spinner } from '../../ui/states.tsx'
import { differences, type Stretch } from './differences.ts'
import type { RuleKind } from './rule-edits.ts'
import { strings } from './strings.ts'

const words = strings.rules
/** As many as main shows at most. */
const MOST_SHOWN = 50

export const RuleReplay = ({ kind, zone, onAsk }: { readonly kind: RuleKind; readonly zone: string; readonly onAsk: () => void }): ReactNode => {
  const look = useReplay((state) => state.look)
  return (
    <section aria-label={words.replay} className="flex flex-col gap-3 border-t pt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-col gap-0.5">
          <h3 className={labelClass}>{words.replay}</h3>
          <p className={hintClass}>{words.replayHint}</p>
        </div>
        <Button small isWaiting={look.kind === 'looking'} icon={<History size={14} aria-hidden />} onPress={onAsk}>{words.replayAsk}</Button>
      </div>
      {look.kind === 'looking' && <Spinner label={words.looking} />}
      {look.kind === 'failed' && <ErrorCard problem={look.problem} onRetry={onAsk} />}
      <div role="status" className="flex flex-col gap-1 empty:hidden">{look.kind === 'seen' && <Count replay={look.replay} />}</div>
      {look.kind === 'seen' && look.replay.changed.length > 0 && <Changed kind={kind} zone={zone} changed={look.replay.changed} />}
    </section>
  )
}

const Count = ({ replay: { looked, gone, changed } }: { readonly replay: Replay }): ReactNode => (
  <>
    {looked + gone === 0 ? <p>{words.nothingLeft}</p> : <p className="font-medium">{words.looked(looked, changed.length, changed.length < MOST_SHOWN)}</p>}
    {gone > 0 && <p className="text-muted">{words.gone(gone)}</p>}
  </>
)

const Changed = ({ kind, zone, changed }: { readonly kind: RuleKind; readonly zone: string; readonly changed: Replay['changed'] }): ReactNode => (
  <>
    <ol className="flex flex-col gap-3">
      {changed.map(({ number, at, provider, before, after }) => {
        const stretches = differences(before, after, 'short')
        return (
          <li key={number} className="rounded-card border p-4">
            <p className="pb-2 text-xs text-muted"><span className="font-medium text-ink">{stampInWords(at, zone)}</span> · {engineName(provider)} · {words.departure(number)}</p>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
              <dt className="pt-0.5 text-xs text-muted">{words.without}</dt>
              <dd className="font-serif wrap-anywhere"><Side stretches={stretches} side="before" leaves={kind === 'forbid'} /></dd>
              <dt className="pt-0.5 text-xs text-muted">{words.with}</dt>
              <dd className="font-serif wrap-anywhere"><Side stretches={stretches} side="after" leaves={kind === 'release'} /></dd>
            </dl>
          </li>
        )
      })}
    </ol>
    <p className={hintClass}>{words.madeToday}</p>
  </>
)

interface SideProps {
  readonly stretches: readonly Stretch[]
  readonly side: 'before' | 'after'
  /** The words themselves stand there, and not what leaves in their place. */
  readonly leaves: boolean
}

const Side = ({ stretches, side, leaves }: SideProps): ReactNode => {
  const Mark = side === 'before' ? 'del' : 'ins'
  return stretches.map((stretch, index) => {
    const text = stretch[side]
    const words = text.trimEnd()
    if (stretch.isSame || words === '') return text
    return <Fragment key={index}><Mark className={classes('rounded-chip box-decoration-clone px-1 py-0.5', side === 'before' ? 'line-through' : 'no-underline', leaves ? 'bg-amber-tint text-amber' : 'bg-moss-tint text-moss')}>{words}</Mark>{text.slice(words.length)}</Fragment>
  })
}
