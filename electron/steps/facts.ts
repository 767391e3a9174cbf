/** The problem in the household's words, for the panel: what leaves of each thing, and what stays here. */
import { NOT_NEEDED, type Fact } from '../../shared/departure.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import type { Situation } from '../../shared/stages.ts'

/** `least` is what would be sent; `dropped` names what was left out of it. */
export function factsOf(situation: Situation, least: PlanningProblem, dropped: readonly string[]): Fact[] {
  return [
    ...situation.jobs.flatMap(({ id, title }): Fact[] => {
      const job = least.jobs.find((j) => j.id === id)
      return job === undefined ? [] : [{ label: title, leaves: `${id}: ${job.length} slots, ${job.kw} kW, ${job.contiguous ? 'in one piece' : 'may be split'}, free in ${job.windows.map(([from, to]) => `${from}–${to}`).join(', ') || 'no slot'}`, why: 'Needed to place it.' }]
    }),
    ...(least.prices === undefined ? [] : [{ label: 'Your tariff', leaves: `${least.prices.length} numbers that say which slots are dearer`, why: 'Needed to find the cheapest time. No currency, no supplier, no date.' }]),
    ...(least.capKw === undefined ? [] : [{ label: 'What your connection carries', leaves: `at most ${least.capKw} kW at once`, why: 'Needed so that not everything runs at once.' }]),
    { label: 'Date, time and place', leaves: null, why: 'Slots are counted from a start that only this computer knows.' },
    ...situation.because,
    ...dropped.map((label): Fact => ({ label, leaves: null, why: NOT_NEEDED })),
  ]
}
