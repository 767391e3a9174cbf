/** Says a finished plan in one or two sentences, in the household's own words. */
import type { PlannedRun } from '../../shared/conversation.ts'
import type { Situation } from '../../shared/stages.ts'
import { Temporal } from '../../shared/time.ts'

export function describeRuns(runs: readonly PlannedRun[], { zone }: Pick<Situation, 'zone'>): string {
  const at = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const clock = (instant: string): string => at(instant).toPlainTime().toString({ smallestUnit: 'minute' })
  const weekday = (instant: string): string => at(instant).toLocaleString('en', { weekday: 'long' })
  const sentences = runs.map((run) => `${run.title}: ${listed(run.spans.map((span) => `${weekday(span.from)} ${clock(span.from)}–${clock(span.to)}`))}.`)
  const costs = runs.map((run) => run.cost)
  const currency = runs[0]?.currency ?? null
  const total = costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0)
  const priced = currency !== null && costs.every((cost) => cost !== null)
  return [...sentences, ...(priced ? [`Together about ${total.toLocaleString('en', { style: 'currency', currency })}.`] : [])].join(' ')
}

const listed = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`)
