/** "Why not on Saturday?": asks the planner for the last plan again with a device inside that time, and says what forbids it or what it would cost. */
import type { Situation } from '../../shared/stages.ts'
import { locale } from '../../shared/language.ts'
import { fromInstant, wallToInstant, type WallTime } from '../../shared/time.ts'
import { whyNotWithin } from '../planner/explain.ts'
import type { Planner } from '../planner/planner.ts'
import { describeRuns } from './describe-runs.ts'
import { strings } from './remark-strings.ts'
import { infeasibleWords, runsOf } from './runs.ts'
import type { Household } from '../../shared/household.ts'

export interface WhyNotAsked { readonly jobId: string; readonly from: WallTime; readonly to: WallTime; readonly phrase: string }

/** A sentence or two; `limitMs` is for each of the two times the planner is asked. */
export async function whyNotText(planner: Planner, situation: Situation, household: Household, { jobId, from, to, phrase }: WhyNotAsked, limitMs: number, signal: AbortSignal): Promise<string> {
  const title = situation.jobs.find((job) => job.id === jobId)?.title ?? jobId
  const slotOf = (wall: WallTime): number => (fromInstant(wallToInstant(wall, situation.zone)) - fromInstant(situation.origin)) / (situation.problem.slotMinutes * 60_000)
  const range = [Math.max(0, Math.floor(slotOf(from))), Math.min(situation.problem.slots, Math.ceil(slotOf(to)))] as const
  if (range[0] >= range[1]) return strings.whyNot.outside(upperFirst(phrase))
  const solve: Parameters<typeof whyNotWithin>[4] = (changed) => planner.solve(changed, { limitMs, signal })
  const best = await solve(situation.problem)
  if (best.status !== 'optimal') return strings.whyNot.unproven
  const found = await whyNotWithin(situation.problem, best.objective, jobId, range, solve)
  switch (found.kind) {
    case 'impossible': return `${upperFirst(phrase)}: ${infeasibleWords(found.why, situation).why}.`
    case 'unknown': return strings.whyNot.unknown
    case 'worse': {
      const there = runsOf(situation, household, found.plan), plan = describeRuns(there, situation)
      if (found.by === 0) return `${strings.whyNot.asGood} ${plan}`
      const cost = (runs: typeof there): number | null => runs.reduce<number | null>((sum, run) => (sum === null || run.cost === null ? null : sum + run.cost), 0)
      const [now, then] = [cost(runsOf(situation, household, best.plan)), cost(there)]
      return now === null || then === null ? `${strings.whyNot.later(title)} ${plan}` : `${strings.whyNot.dearer(money(then - now, situation.currency ?? ''))} ${plan}`
    }
  }
}

const money = (amount: number, currency: string): string => (currency === '' ? amount.toFixed(2) : new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount))
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
