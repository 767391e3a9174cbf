/** The anonymous problem as a picture, drawn from the sealed body: the slots, what each job may use of them, and the price of each. */
import type { ReactNode } from 'react'
import { PlanningProblem } from '../../../shared/planning.ts'
import { strings } from './strings.ts'

export const Puzzle = ({ problem }: { readonly problem: unknown }): ReactNode => {
  const read = PlanningProblem.safeParse(problem)
  if (!read.success) return <pre className="font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">{JSON.stringify(problem)}</pre>
  const { slots, slotMinutes, jobs, prices, capKw } = read.data
  return (
    <section aria-label={strings.puzzle} className="flex flex-col gap-3 border-t border-amber-edge pt-4">
      <p><span className="font-medium">{strings.puzzle}</span> <span className="text-xs text-muted">{strings.puzzleSays(slots, slotMinutes)}{capKw !== undefined && `, ${strings.cap(capKw)}`}</span></p>
      <ul className="flex flex-col gap-2">
        {jobs.map((job) => (
          <li key={job.id} className="grid grid-cols-[2rem_1fr] items-center gap-x-2 gap-y-0.5">
            <span className="font-mono text-xs text-amber">{job.id}</span>
            <span aria-hidden className="relative h-3 rounded-chip bg-hover">
              {job.windows.map(([from, to]) => <span key={from} className="absolute inset-y-0 rounded-chip bg-amber/45" style={{ left: `${String((from / slots) * 100)}%`, width: `${String(((to - from) / slots) * 100)}%` }} />)}
            </span>
            <span className="col-start-2 text-xs text-muted">{strings.job(job.length, job.kw, job.contiguous)}, {strings.windows(job.windows)}</span>
          </li>
        ))}
        {prices !== undefined && prices.length > 0 && (
          <li className="grid grid-cols-[2rem_1fr] items-end gap-x-2 gap-y-0.5">
            <span />
            <PriceCurve prices={prices} />
            <span className="col-start-2 text-xs text-muted">{strings.prices}</span>
          </li>
        )}
      </ul>
    </section>
  )
}

const PriceCurve = ({ prices }: { readonly prices: readonly number[] }): ReactNode => {
  const least = Math.min(...prices)
  const range = Math.max(...prices) - least
  const height = (price: number): number => (range === 0 ? 12 : 2 + ((price - least) / range) * 22)
  const steps = prices.map((price, index) => `L${String(index)} ${String(24 - height(price))}H${String(index + 1)}`).join('')
  return (
    <svg aria-hidden viewBox={`0 0 ${String(prices.length)} 24`} preserveAspectRatio="none" className="h-6 w-full">
      <path d={`M0 24${steps}V24Z`} className="fill-amber/30" />
    </svg>
  )
}
