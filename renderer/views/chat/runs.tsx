/** The finished plan: a strip of hours that shows where each run lies, and beneath it the same in numbers. */
import type { ReactNode } from 'react'
import type { PlannedRun } from '../../../shared/conversation.ts'
import { fromInstant, toInstant } from '../../../shared/time.ts'
import { clockTime, weekdayRange } from '../../ui/when.ts'
import { strings } from './strings.ts'

interface RunsProps { readonly runs: readonly PlannedRun[]; readonly zone: string }

export const Runs = ({ runs, zone }: RunsProps): ReactNode => (
  <div className="flex flex-col gap-4">
    <Strip runs={runs} zone={zone} />
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{strings.runs}</caption>
      <thead>
        <tr className="text-left text-xs text-muted">
          <th scope="col" className="pb-1.5 font-medium">{strings.columns.what}</th>
          <th scope="col" className="pb-1.5 font-medium">{strings.columns.when}</th>
          <th scope="col" className="pr-3 pb-1.5 text-right font-medium">{strings.columns.energy}</th>
          <th scope="col" className="pb-1.5 text-right font-medium">{strings.columns.cost}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, index) => (
          <tr key={index} className="border-t align-top">
            <th scope="row" className="py-2 pr-3 text-left font-medium">{run.title}</th>
            <td className="py-2 pr-3">{run.spans.map((span) => <span key={span.from} className="block whitespace-nowrap">{weekdayRange(span.from, span.to, zone)}</span>)}</td>
            <td className="py-2 pr-3 text-right whitespace-nowrap">{strings.kwh(run.kwh)}</td>
            <td className="py-2 text-right whitespace-nowrap">{run.cost === null || run.currency === null ? <span className="text-muted">{strings.noPrice}</span> : strings.money(run.cost, run.currency)}</td>
          </tr>
        ))}
      </tbody>
      {runs.length > 1 && <Total runs={runs} />}
    </table>
  </div>
)

/** Only what has one currency can be added up. */
const Total = ({ runs }: { readonly runs: readonly PlannedRun[] }): ReactNode => {
  const currency = runs[0]?.currency ?? null
  const costs = runs.flatMap((run) => (run.cost !== null && run.currency === currency ? [run.cost] : []))
  return (
    <tfoot>
      <tr className="border-t font-medium">
        <th scope="row" colSpan={2} className="py-2 text-left font-medium">{strings.total}</th>
        <td className="py-2 pr-3 text-right whitespace-nowrap">{strings.kwh(runs.reduce((sum, run) => sum + run.kwh, 0))}</td>
        <td className="py-2 text-right whitespace-nowrap">{currency !== null && costs.length === runs.length && strings.money(costs.reduce((sum, cost) => sum + cost, 0), currency)}</td>
      </tr>
    </tfoot>
  )
}

const HOUR = 3_600_000

/** The table says the same, so the strip is a picture only. */
const Strip = ({ runs, zone }: RunsProps): ReactNode => {
  const edges = runs.flatMap((run) => run.spans.flatMap((span) => [fromInstant(span.from), fromInstant(span.to)]))
  const from = Math.floor(Math.min(...edges) / HOUR) * HOUR
  const to = Math.max(Math.ceil(Math.max(...edges) / HOUR) * HOUR, from + 4 * HOUR)
  const hours = (to - from) / HOUR
  const step = Math.max(1, Math.ceil(hours / 8))
  const share = (time: number): string => `${String(((time - from) / (to - from)) * 100)}%`
  const ticks = Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => from + index * step * HOUR)
  return (
    <div aria-hidden className="relative pb-5">
      <div className="relative flex flex-col gap-1.5 py-2">
        {ticks.map((tick) => <span key={tick} className="absolute inset-y-0 border-l" style={{ left: share(tick) }} />)}
        {runs.map((run, index) => (
          <div key={index} className="relative h-5">
            {run.spans.map((span) => (
              <span key={span.from} className="absolute inset-y-0 flex min-w-1 items-center overflow-hidden rounded-chip border border-ember bg-ember-tint px-1.5 text-xs whitespace-nowrap text-ember" style={{ left: share(fromInstant(span.from)), width: share(from + fromInstant(span.to) - fromInstant(span.from)) }}>{run.title}</span>
            ))}
          </div>
        ))}
      </div>
      {ticks.map((tick, index) => (
        <span key={tick} className="absolute bottom-0 text-xs text-muted" style={{ left: share(tick), transform: index === 0 ? 'none' : tick === to ? 'translateX(-100%)' : 'translateX(-50%)' }}>{clockTime(toInstant(tick), zone)}</span>
      ))}
    </div>
  )
}
