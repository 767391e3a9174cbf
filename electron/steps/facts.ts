/** The problem in the household's words, for the panel: what leaves of each thing, and what stays here. */
import { NOT_NEEDED, type Fact } from '../../shared/departure.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import type { Situation } from '../../shared/stages.ts'
import { strings } from './panel-strings.ts'

/** `least` is what would be sent; `dropped` names what was left out of it. */
export function factsOf(situation: Situation, least: PlanningProblem, dropped: readonly string[]): Fact[] {
  return [
    ...situation.jobs.flatMap(({ id, title }): Fact[] => {
      const job = least.jobs.find((j) => j.id === id)
      return job === undefined ? [] : [{ label: title, leaves: strings.job(id, job.length, job.kw, job.contiguous, job.windows.map(([from, to]) => `${from}–${to}`).join(', ')), why: strings.jobWhy }]
    }),
    ...(least.prices === undefined ? [] : [{ label: strings.tariff, leaves: strings.tariffLeaves(least.prices.length), why: strings.tariffWhy }]),
    ...(least.capKw === undefined ? [] : [{ label: strings.cap, leaves: strings.capLeaves(least.capKw), why: strings.capWhy }]),
    { label: strings.place, leaves: null, why: strings.placeWhy },
    ...situation.because,
    ...dropped.map((label): Fact => ({ label, leaves: null, why: NOT_NEEDED })),
  ]
}
