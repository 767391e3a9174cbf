/** Nothing fits: why, and the smallest things that would help, ranked, each proven by the planner. */
import { problem, type Problem } from '../../shared/problems.ts'
import type { Infeasibility } from '../../shared/planning.ts'
import type { Situation } from '../../shared/stages.ts'
import type { Planner } from '../planner/planner.ts'
import { relax, type Relaxation } from '../planner/relax.ts'
import { strings } from './remark-strings.ts'
import { duration, infeasibleWords } from './runs.ts'
import { slotWall } from './situation.ts'

/** For one try of the planner, and for all of them. What is not found by then is not offered. */
const TRY_MS = 1000
const ALL_MS = 5000
const MOST = 3

export async function infeasible(planner: Planner, why: Infeasibility, situation: Situation, signal: AbortSignal): Promise<Problem> {
  const words = infeasibleWords(why, situation)
  const ends = AbortSignal.any([signal, AbortSignal.timeout(ALL_MS)])
  const helps = await relax(situation.problem, why, (changed) => planner.solve(changed, { limitMs: TRY_MS, signal: ends }))
  const offers = helps.slice(0, MOST).map(({ relaxation }) => offer(relaxation, situation)).filter((text) => text !== '')
  return problem('plan.infeasible', { why: words.why, fix: offers.length === 0 ? words.fix : strings.helps(offers) })
}

function offer(relaxation: Relaxation, situation: Situation): string {
  const title = (id: string): string => situation.jobs.find((job) => job.id === id)?.title ?? id
  const at = (slot: number): string => slotWall(situation, slot).slice(11)
  switch (relaxation.kind) {
    case 'later': return strings.offers.later(title(relaxation.job), duration(relaxation.slots * situation.problem.slotMinutes))
    case 'allow': return strings.offers.allow(title(relaxation.job), at(relaxation.from), at(relaxation.to))
    case 'cap': return strings.offers.cap(relaxation.capKw)
    case 'drop': return strings.offers.drop(title(relaxation.job))
    case 'free': return ''
  }
}
