/** Says a finished plan in one or two sentences, in the household's own words. */
import type { PlannedRun } from '../../shared/conversation.ts'
import { locale, translated } from '../../shared/language.ts'
import type { Situation } from '../../shared/stages.ts'
import { Temporal } from '../../shared/time.ts'

const words = translated({ and: 'and', together: (cost: string): string => `Together about ${cost}.` }, { and: 'und', together: (cost) => `Zusammen etwa ${cost}.` })

export function describeRuns(runs: readonly PlannedRun[], { zone }: Pick<Situation, 'zone'>): string {
  const at = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const clock = (instant: string): string => at(instant).toPlainTime().toString({ smallestUnit: 'minute' })
  const weekday = (instant: string): string => at(instant).toLocaleString(locale(), { weekday: 'long' })
  const sentences = runs.map((run) => `${run.title}: ${listed(run.spans.map((span) => `${weekday(span.from)} ${clock(span.from)}–${clock(span.to)}`))}.`)
  const costs = runs.map((run) => run.cost)
  const currency = runs[0]?.currency ?? null
  const total = costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0)
  const priced = currency !== null && costs.every((cost) => cost !== null)
  return [...sentences, ...(priced ? [words.together(total.toLocaleString(locale(), { style: 'currency', currency }))] : [])].join(' ')
}

const listed = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${words.and} ${items.at(-1) ?? ''}`)
