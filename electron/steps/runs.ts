/** Turns placements in slots back into runs of devices at real times, and into calendar changes. */
import type { Change } from '../../shared/calendar.ts'
import type { PlannedRun } from '../../shared/conversation.ts'
import type { Household } from '../../shared/household.ts'
import type { Infeasibility, Placement } from '../../shared/planning.ts'
import type { Situation } from '../../shared/stages.ts'
import { fromInstant, toInstant } from '../../shared/time.ts'
import { strings } from './remark-strings.ts'

/** The runs of verified placements, in the order of the jobs. Energy in kWh from the device's true power, cost from the true prices. */
export function runsOf(situation: Situation, household: Household, placements: readonly Placement[]): PlannedRun[] {
  const { problem, jobs, prices, currency } = situation
  const hours = problem.slotMinutes / 60
  return jobs.filter((job) => job.fixed !== true).flatMap((job): PlannedRun[] => {
    const placement = placements.find((p) => p.job === job.id), shape = problem.jobs.find((j) => j.id === job.id)
    const device = household.devices.find((d) => d.id === job.deviceId)
    if (placement === undefined || shape === undefined || device === undefined) return []
    const slots = placement.slots ?? Array.from({ length: shape.length }, (_, i) => placement.start + i)
    const kwh = slots.length * hours * device.powerKw
    const cost = prices === undefined ? null : slots.reduce((sum, slot) => sum + (prices[slot] ?? 0) * device.powerKw * hours, 0)
    return [{ deviceId: job.deviceId, title: job.title, spans: stretches(slots, situation), kwh, cost, currency: currency ?? null }]
  })
}

/** Neighbouring slots become one stretch of time. */
function stretches(slots: readonly number[], { origin, problem }: Situation): PlannedRun['spans'] {
  const at = (slot: number): string => toInstant(fromInstant(origin) + slot * problem.slotMinutes * 60_000)
  const ranges: [number, number][] = []
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === slot) last[1] = slot + 1
    else ranges.push([slot, slot + 1])
  }
  return ranges.map(([from, to]) => ({ from: at(from), to: at(to) }))
}

/** One event per stretch. */
export const changesOf = (runs: readonly PlannedRun[], situation: Pick<Situation, 'zone'>, newId: () => string): Change[] =>
  runs.flatMap((run) => run.spans.map((span): Change => ({ kind: 'add', after: { id: newId(), title: run.title, start: span.from, end: span.to, zone: situation.zone, allDay: false, people: [], deviceId: run.deviceId } })))

/** Why nothing fits, and the smallest thing that would help, for `plan.infeasible`. */
export function infeasibleWords(why: Infeasibility, situation: Situation): { readonly why: string; readonly fix: string } {
  const minutes = situation.problem.slotMinutes, words = strings.infeasible
  const title = (id: string): string => situation.jobs.find((job) => job.id === id)?.title ?? id
  switch (why.kind) {
    case 'no-window': return { why: words.noWindow(title(why.job)), fix: words.noWindowFix(title(why.job)) }
    case 'too-short': return { why: words.tooShort(title(why.job), duration(why.needed * minutes), duration(why.longest * minutes)), fix: words.tooShortFix(title(why.job), duration((why.needed - why.longest) * minutes)) }
    case 'cap': return { why: words.cap(title(why.job), why.kw, why.capKw), fix: words.capFix }
    case 'resource': return { why: words.resource(title(why.job)), fix: words.resourceFix(title(why.job)) }
    case 'together': return why.jobs.length === 1 ? { why: words.often(why.jobs.map(title).join('')), fix: words.oftenFix } : { why: words.together(why.jobs.map(title)), fix: words.togetherFix }
  }
}

/** 75 → "1 h 15 min". */
export const duration = (minutes: number): string => [Math.floor(minutes / 60) > 0 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : ''].filter(Boolean).join(' ')
