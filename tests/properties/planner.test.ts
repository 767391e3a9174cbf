/** The solver against a brute-force search over small problems, which shares no code with it, and relations that must hold between problems. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimal } from '../../electron/planner/minimal.ts'
import { toExact } from '../../electron/planner/exact.ts'
import { openHighs, type Highs } from '../../electron/planner/highs.ts'
import { modelOf } from '../../electron/planner/model.ts'
import { search } from '../../electron/planner/search.ts'
import { solve } from '../../electron/planner/solve.ts'
import { verifyPlan } from '../../electron/planner/verify.ts'
import type { Job, Placement, PlanningProblem, Solved } from '../../shared/planning.ts'
import { bruteForce } from '../support/brute-force.ts'

let opened: Promise<Highs> | undefined
const solved = (problem: PlanningProblem): Promise<Solved> => solve(problem, 60_000, { highs: () => (opened ??= openHighs()), elapsed: () => 0 })

const SLOTS = 9
const window = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: SLOTS }))
const windows = fc.oneof(window.map((w) => [w]), fc.constant<[number, number][]>([[0, 3], [5, SLOTS]]))
const jobs = fc.array(fc.record({ length: fc.integer({ min: 1, max: 4 }), kw: fc.constantFrom(1, 1.5, 2.2, 3), contiguous: fc.boolean(), windows, ordered: fc.boolean() }), { minLength: 1, maxLength: 4 })
  .map((list) => list.map(({ ordered, ...job }, i): Job => ({ ...job, id: `J${i + 1}`, ...(ordered && i > 0 ? { after: [`J${i}`] } : {}) })))
const problemsWith = (price: fc.Arbitrary<number>): fc.Arbitrary<PlanningProblem> => fc.record({ jobs, capKw: fc.constantFrom(undefined, 3, 4.4), prices: fc.array(price, { minLength: SLOTS, maxLength: SLOTS }), objective: fc.constantFrom('cost' as const, 'earliest' as const) })
  .map(({ capKw, prices, objective, jobs: list }): PlanningProblem => ({ slots: SLOTS, slotMinutes: 15, jobs: list, objective, ...(capKw === undefined ? {} : { capKw }), ...(objective === 'cost' ? { prices } : {}) }))
const problems = problemsWith(fc.integer({ min: -50, max: 100 }))
/** Few different prices, so that many plans cost the same. */
const flatProblems = problemsWith(fc.constantFrom(-1, 2, 2, 2.5))
/** Jobs that are alike and costs that differ by one, so that nothing may be turned away too early. */
const alikeProblems = problemsWith(fc.integer({ min: 0, max: 3 })).map((problem): PlanningProblem => ({ ...problem, ...(problem.capKw === undefined ? {} : { capKw: 2 }), jobs: problem.jobs.map((job) => ({ ...job, kw: 1, length: job.length > 2 ? 2 : 1, windows: [[0, SLOTS]] })) }))

const objectiveOf = (problem: PlanningProblem, plan: readonly Placement[]): number => { const verdict = verifyPlan(problem, plan, undefined); return verdict.ok ? verdict.objective : NaN }
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6
const endsOf = (problem: PlanningProblem, plan: readonly Placement[]): number => problem.jobs.reduce((sum, job, i) => { const p = plan[i]; return sum + (p?.slots?.at(-1) ?? (p?.start ?? 0) + job.length - 1) + 1 }, 0)
const agrees = (problem: PlanningProblem, found: Solved, expected: ReturnType<typeof bruteForce>): boolean =>
  found.status === 'infeasible' ? expected === undefined : found.status === 'optimal' && expected !== undefined && close(found.objective, expected.objective) && endsOf(problem, found.plan) === expected.ends

/** Half of the jobs alike, and costs that differ by little: here a plan found on the way is rarely the best, and twins may run at once. */
function alike(seed: number): PlanningProblem {
  let state = seed * 7919
  const next = (n: number): number => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % n }
  const prices = Array.from({ length: 20 }, () => next(4) + (seed % 2 === 0 ? next(9) : 0))
  return { slots: 20, slotMinutes: 15, prices, objective: 'cost', capKw: 4, jobs: Array.from({ length: 6 }, (_, i): Job => ({ id: `J${i + 1}`, length: i < 3 ? 3 : 2 + next(2), kw: i < 3 ? 2 : 1 + next(2), contiguous: true, windows: [[0, 20]] })) }
}

/** A day of price steps with troughs, and appliances that all want the same of them. */
function day(seed: number, count: number, slots: number, kw: number, split = 0): PlanningProblem {
  const next = (n: number): number => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n }
  const hours = Array.from({ length: Math.ceil(slots / 4) }, (_, hour) => 200 + Math.round(120 * Math.sin(hour / 2.2)) + next(60))
  const prices = Array.from({ length: slots }, (_, slot) => hours[Math.floor(slot / 4)] ?? 0)
  const list = Array.from({ length: count }, (_, i): Job => ({ id: `J${i + 1}`, length: 2 + next(8), kw: (5 + next(30)) / 10, contiguous: i >= split, windows: [[0, slots]], ...(i === count - 1 && count > 1 ? { after: ['J1'] } : {}) }))
  return { slots, slotMinutes: 15, jobs: list, prices, objective: 'cost', capKw: kw }
}

async function agreesWithHighs(problem: PlanningProblem): Promise<void> {
  const exact = toExact(problem)
  const searched = search(exact, { nodes: 1_000_000, expired: () => false })
  const answer = (await (opened ??= openHighs())).minimise(modelOf(exact, { kind: 'cost' }).data, 60)
  expect([searched.proven, answer.status]).toEqual([true, searched.found === undefined ? 'infeasible' : 'optimal'])
  if (searched.found !== undefined) expect(Math.round(answer.bound)).toBe(searched.found.cost)
}

describe('the planner', () => {
  it('finds the optimum that a search of everything finds, and knows when there is none', async () => {
    let infeasible = 0
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const expected = bruteForce(problem)
      if (expected === undefined) infeasible++
      return agrees(problem, await solved(problem), expected)
    }), { numRuns: 200, seed: 3 })
    expect(infeasible).toBeGreaterThan(5)
  })

  it('of equally cheap plans finds one that ends earliest', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(flatProblems, alikeProblems), async (problem) => agrees(problem, await solved(problem), bruteForce(problem))), { numRuns: 300, seed: 4 })
  })

  it('blames a set of jobs from which none can be left out', async () => {
    let sets = 0
    const part = (problem: PlanningProblem, ids: readonly string[]): PlanningProblem => ({ ...problem, jobs: problem.jobs.filter((job) => ids.includes(job.id)).map((job) => ({ ...job, ...(job.after === undefined ? {} : { after: job.after.filter((id) => ids.includes(id)) }) })) })
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const found = await solved(problem)
      if (found.status !== 'infeasible' || found.why.kind !== 'together') return true
      const { jobs: blamed } = found.why
      sets++
      return bruteForce(part(problem, blamed)) === undefined && blamed.every((id) => bruteForce(part(problem, blamed.filter((other) => other !== id))) !== undefined)
    }), { numRuns: 300, seed: 6 })
    expect(sets).toBeGreaterThan(10)
  })

  it.each([[1, 4, 40, 4], [2, 5, 40, 4], [3, 5, 48, 5], [4, 4, 48, 3.5], [5, 6, 32, 6], [6, 4, 40, 3.4], [7, 5, 36, 5], [8, 4, 60, 4], [9, 3, 96, 3.5], [10, 5, 40, 4.5]])('the search and HiGHS prove the same optimum: %d', async (seed, count, slots, kw) => {
    for (const split of [0, 1]) await agreesWithHighs(day(seed, count, slots, kw, split))
  })

  it.each([44, 73, 151, 184])('and so where costs differ by one: %d', async (seed) => { await agreesWithHighs(alike(seed)) })

  it('proves a full day of many jobs, and what several split jobs share', async () => {
    for (const problem of [day(11, 8, 96, 6), day(12, 6, 96, 4), day(13, 4, 64, 4, 2), day(14, 3, 96, 4, 3)]) {
      const found = await solved(problem)
      if (found.status !== 'optimal') throw new Error(found.status)
      expect(verifyPlan(problem, found.plan, found.objective)).toMatchObject({ ok: true, gap: 0 })
    }
  })

  it('renaming jobs changes no plan, and the order of the list changes no cost', async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const rename = (id: string): string => `J${100 - Number(id.slice(1))}`
      const renamed: PlanningProblem = { ...problem, jobs: problem.jobs.map((job) => ({ ...job, id: rename(job.id), ...(job.after === undefined ? {} : { after: job.after.map(rename) }) })) }
      const [one, two, three] = [await solved(problem), await solved(renamed), await solved({ ...problem, jobs: problem.jobs.toReversed() })]
      if (one.status !== 'optimal') return one.status === two.status && one.status === three.status
      return two.status === 'optimal' && JSON.stringify(one.plan.map(({ job, ...seat }) => ({ job: rename(job), ...seat }))) === JSON.stringify(two.plan) && three.status === 'optimal' && close(one.objective, three.objective) && endsOf(problem, one.plan) === endsOf({ ...problem, jobs: problem.jobs.toReversed() }, three.plan)
    }), { numRuns: 60, seed: 8 })
  })

  it('refuses a problem that contradicts itself', async () => {
    const job: Job = { id: 'J1', length: 1, kw: 1, contiguous: true, windows: [[0, 2]] }
    await expect(solved({ slots: 2, slotMinutes: 15, jobs: [{ ...job, after: ['J7'] }], objective: 'earliest' })).rejects.toThrow(RangeError)
    await expect(solved({ slots: 2, slotMinutes: 15, jobs: [job], prices: [1], objective: 'cost' })).rejects.toThrow(RangeError)
    expect(await solved({ slots: 2, slotMinutes: 15, jobs: [{ ...job, after: ['J2'] }, { ...job, id: 'J2', after: ['J1'] }], objective: 'earliest' })).toEqual({ status: 'infeasible', why: { kind: 'together', jobs: ['J1', 'J2'] } })
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
    await fc.assert(fc.asyncProperty(fc.oneof(problems, flatProblems), async (problem) => {
      const [full, least] = [await solved(problem), await solved(minimal(problem).problem)]
      if (full.status !== 'optimal') return full.status === least.status
      return least.status === 'optimal' && verifyPlan(problem, least.plan, full.objective).ok && close(full.objective, objectiveOf(problem, least.plan)) && endsOf(problem, least.plan) === endsOf(problem, full.plan)
    }), { numRuns: 200, seed: 7 })
  })

  it('scaling prices changes no plan, and the same problem always gives the same plan', async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const once = await solved(problem), again = await solved(problem)
      const scaled = await solved({ ...problem, ...(problem.prices === undefined ? {} : { prices: problem.prices.map((p) => p * 0.37) }) })
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
