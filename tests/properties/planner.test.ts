/** The solver against a brute-force search over small problems, which shares no code with it, and relations that must hold between problems. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimal } from '../../electron/planner/minimal.ts'
import { openHighs, type Highs } from '../../electron/planner/highs.ts'
import { solve } from '../../electron/planner/solve.ts'
import { verifyPlan } from '../../electron/planner/verify.ts'
import type { Job, Placement, PlanningProblem, Solved } from '../../shared/planning.ts'

let opened: Promise<Highs> | undefined
const solved = (problem: PlanningProblem): Promise<Solved> => solve(problem, 60_000, { highs: () => (opened ??= openHighs()), elapsed: () => 0 })

/** Every way to place one job. */
function placements(job: Job, slots: number): number[][] {
  const inside = (s: number): boolean => job.windows.some(([a, b]) => s >= a && s < b)
  if (job.contiguous) return Array.from({ length: slots }, (_, s) => Array.from({ length: job.length }, (_, i) => s + i)).filter((run) => job.windows.some(([a, b]) => (run[0] ?? 0) >= a && (run.at(-1) ?? 0) < b))
  const choose = (from: number, left: number): number[][] => left === 0 ? [[]] : Array.from({ length: Math.max(0, slots - from) }, (_, i) => from + i).filter(inside).flatMap((s) => choose(s + 1, left - 1).map((rest) => [s, ...rest]))
  return choose(0, job.length)
}

/** The least objective of all plans, or undefined when there is none. */
function bruteForce({ jobs, slots, capKw, prices, objective }: PlanningProblem): number | undefined {
  const all = jobs.map((job) => placements(job, slots))
  let best: number | undefined
  const place = (index: number, chosen: number[][], cost: number): void => {
    const job = jobs[index]
    if (job === undefined) { if (best === undefined || cost < best) best = cost; return }
    for (const run of all[index] ?? []) {
      const fits = capKw === undefined || run.every((slot) => jobs.slice(0, index).reduce((sum, other, i) => sum + (chosen[i]?.includes(slot) === true ? other.kw : 0), job.kw) <= capKw + 1e-9)
      const ordered = jobs.every((other, i) => i >= index || ((job.after?.includes(other.id) !== true || Math.max(...(chosen[i] ?? [])) < (run[0] ?? 0)) && (other.after?.includes(job.id) !== true || Math.max(...run) < (chosen[i]?.[0] ?? 0))))
      if (fits && ordered) place(index + 1, [...chosen, run], cost + (objective === 'earliest' ? Math.max(...run) + 1 : run.reduce((sum, slot) => sum + (prices?.[slot] ?? 0) * job.kw, 0)))
    }
  }
  place(0, [], 0)
  return best
}

const SLOTS = 9
const window = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: SLOTS }))
const windows = fc.oneof(window.map((w) => [w]), fc.constant<[number, number][]>([[0, 3], [5, SLOTS]]))
const jobs = fc.array(fc.record({ length: fc.integer({ min: 1, max: 4 }), kw: fc.constantFrom(1, 1.5, 2.2, 3), contiguous: fc.boolean(), windows, ordered: fc.boolean() }), { minLength: 1, maxLength: 4 })
  .map((list) => list.map(({ ordered, ...job }, i): Job => ({ ...job, id: `J${i + 1}`, ...(ordered && i > 0 ? { after: [`J${i}`] } : {}) })))
const problems = fc.record({ jobs, capKw: fc.constantFrom(undefined, 3, 4.4), prices: fc.array(fc.integer({ min: -50, max: 100 }), { minLength: SLOTS, maxLength: SLOTS }), objective: fc.constantFrom('cost' as const, 'earliest' as const) })
  .map(({ capKw, prices, objective, jobs: list }): PlanningProblem => ({ slots: SLOTS, slotMinutes: 15, jobs: list, objective, ...(capKw === undefined ? {} : { capKw }), ...(objective === 'cost' ? { prices } : {}) }))

const close = (a: number | undefined, b: number | undefined): boolean => a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-6)

describe('the planner', () => {
  it('finds the optimum that a search of everything finds, and knows when there is none', async () => {
    let infeasible = 0
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const expected = bruteForce(problem), found = await solved(problem)
      if (expected === undefined) infeasible++
      return found.status === 'infeasible' ? expected === undefined : found.status === 'optimal' && close(found.objective, expected)
    }), { numRuns: 120, seed: 3 })
    expect(infeasible).toBeGreaterThan(5)
  })

  it('P11 the verifier accepts what the solver proves, and refuses every plan with one start moved out of place', async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const found = await solved(problem)
      if (found.status !== 'optimal') return true
      const moved = found.plan.map((p, i): Placement => (i === 0 ? { job: p.job, start: SLOTS } : p))
      return verifyPlan(problem, found.plan, found.objective).ok && !verifyPlan(problem, moved, found.objective).ok && !verifyPlan(problem, found.plan.slice(1), found.objective).ok
    }), { numRuns: 60, seed: 5 })
  })

  it('what minimal leaves out changes no answer', async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const [full, least] = [await solved(problem), await solved(minimal(problem).problem)]
      return full.status === least.status && (full.status !== 'optimal' || (least.status === 'optimal' && JSON.stringify(full.plan) === JSON.stringify(least.plan)))
    }), { numRuns: 60, seed: 7 })
  })

  it('scaling prices changes no plan, and the same problem always gives the same plan', async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const once = await solved(problem), again = await solved(problem)
      const scaled = await solved({ ...problem, ...(problem.prices === undefined ? {} : { prices: problem.prices.map((p) => p * 8) }) })
      const plan = (s: Solved): string => (s.status === 'optimal' ? JSON.stringify(s.plan) : s.status)
      return plan(once) === plan(again) && plan(once) === plan(scaled)
    }), { numRuns: 40, seed: 9 })
  })

  it('a tighter window never lowers the cost', async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const tighter = { ...problem, jobs: problem.jobs.map((job) => ({ ...job, windows: job.windows.map(([a, b]): [number, number] => [a, b - 1]).filter(([a, b]) => a < b) })) }
      const [wide, tight] = [await solved(problem), await solved(tighter)]
      return wide.status === 'infeasible' ? tight.status === 'infeasible' : tight.status === 'infeasible' || (wide.status === 'optimal' && tight.status === 'optimal' && tight.objective >= wide.objective - 1e-6)
    }), { numRuns: 40, seed: 11 })
  })
})
