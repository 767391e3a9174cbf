/** Made-up households that use every field of a problem: the planner against a search of everything, against HiGHS as a textbook would ask it, and against itself. */
import { describe, expect, it } from 'vitest'
import { whyNot, whyNotWithin } from '../../electron/planner/explain.ts'
import { openHighs, type Highs } from '../../electron/planner/highs.ts'
import { minimal } from '../../electron/planner/minimal.ts'
import { relax, type Relaxation } from '../../electron/planner/relax.ts'
import { solve } from '../../electron/planner/solve.ts'
import { objectiveOf, verifyPlan } from '../../electron/planner/verify.ts'
import { contradiction, PlanningProblem, type Job, type Placement, type Solved } from '../../shared/planning.ts'
import { bruteForce } from '../support/brute-force.ts'
import { crowdedHouse, familyWeek, smallProblem, usualEvening } from '../support/households.ts'
import { openPlainHighs, type PlainHighs } from '../support/plain-highs.ts'
import { randomFrom } from '../support/random.ts'

let highs: Promise<Highs> | undefined, plain: Promise<PlainHighs> | undefined
const solved = (problem: PlanningProblem): Promise<Solved> => solve(problem, 60_000, { highs: () => (highs ??= openHighs()), elapsed: () => 0 })
const PLAIN_SECONDS = 60

const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i)
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
const endsOf = (problem: PlanningProblem, plan: readonly Placement[]): number => plan.reduce((sum, { job, start, slots }) => sum + (slots === undefined ? start + (problem.jobs.find(({ id }) => id === job)?.length ?? 0) : Math.max(...slots) + 1), 0)
/** Costs that just add up, and no choice between many split runs: where also the last tie is decided. */
const fullyOrdered = ({ objective, jobs }: PlanningProblem): boolean => ['cost', 'earliest'].includes(objective) && jobs.filter((job) => !job.contiguous).reduce((sum, job) => sum + (job.repeat === undefined ? 1 : 2), 0) <= 1

describe('small households that use every field', () => {
  it('have the optimum that a search of everything finds, of equals the earliest, of these the first', async () => {
    let without = 0, ordered = 0
    for (const seed of seeds(0, 600)) {
      const problem = PlanningProblem.parse(smallProblem(randomFrom(seed))), best = bruteForce(problem), found = await solved(problem)
      expect([seed, contradiction(problem), found.status]).toEqual([seed, undefined, best === undefined ? 'infeasible' : 'optimal'])
      if (best === undefined) without++
      if (best === undefined || found.status !== 'optimal') continue
      expect([seed, close(found.objective, best.objective), endsOf(problem, found.plan)]).toEqual([seed, true, best.ends])
      expect(verifyPlan(problem, found.plan, best.objective)).toMatchObject({ ok: true, gap: 0 })
      if (fullyOrdered(problem)) { ordered++; expect([seed, found.plan]).toEqual([seed, best.plan]) }
    }
    expect([without > 100, ordered > 150]).toEqual([true, true])
  })

  it('P11 have no plan that the verifier accepts and a search of everything does not know, or the other way round', async () => {
    let refused = 0
    for (const seed of seeds(2000, 300)) {
      const problem = smallProblem(randomFrom(seed)), best = bruteForce(problem)
      if (best === undefined) continue
      expect(verifyPlan(problem, best.plan, best.objective)).toMatchObject({ ok: true, gap: 0 })
      if (problem.jobs.some((job) => job.repeat !== undefined || !job.contiguous)) continue
      // Pinning one run somewhere else: the verifier must agree with a search over what is left.
      const random = randomFrom(seed + 1), moved = best.plan.map((placement, i) => (i === 0 && placement.slots === undefined ? { ...placement, start: random(problem.slots) } : placement))
      const pinned = bruteForce({ ...problem, jobs: problem.jobs.map((job) => pin(job, moved)) }), verdict = verifyPlan(problem, moved, undefined)
      if (!verdict.ok) refused++
      expect([seed, verdict.ok]).toEqual([seed, pinned !== undefined])
    }
    expect(refused).toBeGreaterThan(40)
  })

  it('keep their answer when what minimal leaves out is gone', async () => {
    const dropped = new Set<string>()
    for (const seed of seeds(3000, 400)) {
      const problem = smallProblem(randomFrom(seed)), least = minimal(problem)
      for (const label of least.dropped) dropped.add(label)
      expect([seed, contradiction(PlanningProblem.parse(least.problem))]).toEqual([seed, undefined])
      const [full, part] = [await solved(problem), await solved(least.problem)]
      expect([seed, part.status]).toEqual([seed, full.status])
      if (full.status !== 'optimal' || part.status !== 'optimal') continue
      expect([seed, verifyPlan(problem, part.plan, full.objective), endsOf(problem, part.plan)]).toEqual([seed, { ok: true, objective: expect.closeTo(full.objective, 6) as number, gap: 0 }, endsOf(problem, full.plan)])
    }
    expect(dropped.size).toBeGreaterThan(14)
  })

  it('keep their plan under other names, and their cost in another order', async () => {
    for (const seed of seeds(4000, 120)) {
      const problem = smallProblem(randomFrom(seed)), other = renamed(problem), [one, two, three] = [await solved(problem), await solved(other), await solved({ ...problem, jobs: problem.jobs.toReversed() })]
      expect([two.status, three.status]).toEqual([one.status, one.status])
      if (one.status !== 'optimal' || two.status !== 'optimal' || three.status !== 'optimal') continue
      expect([seed, two.plan]).toEqual([seed, one.plan.map((placement) => ({ ...placement, job: otherName(placement.job), ...(placement.with === undefined ? {} : { with: otherName(placement.with) }) }))])
      expect([seed, close(three.objective, one.objective)]).toEqual([seed, true])
    }
  })

  it('never get better by an earlier deadline, a lower cap or a busy person, and scaled prices change no plan', async () => {
    let worse = 0
    for (const seed of seeds(5000, 150)) {
      const problem = smallProblem(randomFrom(seed)), random = randomFrom(seed)
      const one = await solved(problem)
      const tighter: PlanningProblem[] = [
        { ...problem, jobs: problem.jobs.map((job) => (job.fixed === true ? job : { ...job, windows: job.windows.map(([from, to]): [number, number] => [from, to - 1]).filter(([from, to]) => from < to) })) },
        { ...problem, capKw: Math.max(0.5, (problem.capKw ?? 6) - 1) },
        ...(problem.resources === undefined ? [] : [{ ...problem, resources: problem.resources.map((resource) => ({ ...resource, busy: [[random(3), 3 + random(4)] as [number, number], ...(resource.busy ?? []).filter(([from]) => from > 6)] })) }].filter(() => problem.resources?.every(({ busy }) => busy === undefined))),
      ]
      for (const change of tighter) {
        const two = await solved(change)
        if (one.status === 'infeasible') expect([seed, two.status]).toEqual([seed, 'infeasible'])
        if (one.status !== 'optimal' || two.status !== 'optimal') continue
        expect([seed, two.objective >= one.objective - 1e-6]).toEqual([seed, true])
        if (two.objective > one.objective + 1e-6) worse++
      }
      if (problem.prices === undefined || one.status !== 'optimal') continue
      const scaled = await solved({ ...problem, prices: problem.prices.map((price) => price * 0.37) })
      expect([seed, scaled.status === 'optimal' && scaled.plan]).toEqual([seed, one.plan])
    }
    expect(worse).toBeGreaterThan(10)
  })
})

describe('what would have to give way', () => {
  it('each relaxation makes it fit, and no smaller one of its kind does', async () => {
    const kinds = new Map<Relaxation['kind'], number>()
    for (const seed of seeds(6000, 500)) {
      const problem = smallProblem(randomFrom(seed)), found = await solved(problem)
      if (found.status !== 'infeasible') continue
      for (const { relaxation, problem: relaxed, smallest } of await relax(problem, found.why, solved)) {
        kinds.set(relaxation.kind, (kinds.get(relaxation.kind) ?? 0) + 1)
        expect([seed, relaxation, smallest, bruteForce(relaxed) === undefined]).toEqual([seed, relaxation, true, false])
        const smaller = oneLess(relaxed, relaxation)
        if (smaller !== undefined) expect([seed, relaxation, bruteForce(smaller)]).toEqual([seed, relaxation, undefined])
        for (const job of problem.jobs) if (job.fixed === true) expect(relaxed.jobs).toContainEqual(expect.objectContaining({ id: job.id, windows: job.windows, fixed: true }))
      }
    }
    expect([...kinds.keys()].sort()).toEqual(['allow', 'cap', 'drop', 'free', 'later'])
  })
})

describe('why not then?', () => {
  it('the obstacles are exactly what the verifier has against it, and the difference what it would cost', async () => {
    let free = 0
    for (const seed of seeds(7000, 200)) {
      const problem = smallProblem(randomFrom(seed)), found = await solved(problem), random = randomFrom(seed)
      if (found.status !== 'optimal') continue
      const job = random.of(problem.jobs), start = random(problem.slots)
      if (job.repeat !== undefined || !job.contiguous) continue
      const { obstacles, more } = whyNot(problem, found.plan, job.id, start)
      const moved = found.plan.map((placement) => (placement.job === job.id ? { ...placement, start } : placement)), verdict = verifyPlan(problem, moved, undefined)
      expect([seed, obstacles.length === 0]).toEqual([seed, verdict.ok])
      expect(more).toBeCloseTo(objectiveOf(problem, moved) - found.objective, 6)
      if (verdict.ok) { free++; expect([seed, more > -1e-6]).toEqual([seed, true]) }
    }
    expect(free).toBeGreaterThan(20)
  })

  it('a stretch is answered by solving again: what it would cost when everything else may move', async () => {
    let costs = 0
    for (const seed of seeds(7500, 120)) {
      const problem = smallProblem(randomFrom(seed)), found = await solved(problem), job = problem.jobs[0]
      if (found.status !== 'optimal' || job === undefined || job.fixed === true) continue
      const half: readonly [number, number] = [0, 4], expected = bruteForce({ ...problem, jobs: problem.jobs.map((one) => (one === job ? { ...one, windows: one.windows.map(([from, to]): [number, number] => [from, Math.min(to, 4)]).filter(([from, to]) => from < to) } : one)) })
      const answer = await whyNotWithin(problem, found.objective, job.id, half, solved)
      if (expected === undefined) { expect([seed, answer.kind]).toEqual([seed, 'impossible']); continue }
      if (answer.kind !== 'worse') throw new Error(`${String(seed)}: ${answer.kind}`)
      expect(answer.by).toBeCloseTo(expected.objective - found.objective, 6)
      if (answer.by > 0) costs++
    }
    expect(costs).toBeGreaterThan(5)
  })
})

describe('whole households', () => {
  const usual = seeds(0, 24).map((seed): [string, PlanningProblem] => [`an evening, ${String(seed)}`, usualEvening(randomFrom(seed))])
  const crowded = seeds(0, 4).map((seed): [string, PlanningProblem] => [`six appliances under a tight cap, ${String(seed)}`, crowdedHouse(randomFrom(seed), { jobs: 6, slots: 48, fill: 0.7 })])
  const family = seeds(0, 3).map((seed): [string, PlanningProblem] => [`two days of a family, ${String(seed)}`, familyWeek(randomFrom(seed), { jobs: 8, slots: 192 })])
  const clocks = [92, 100].map((slots): [string, PlanningProblem] => [`a day of ${String(slots)} quarter hours`, crowdedHouse(randomFrom(slots), { jobs: 4, slots, fill: 0.3 })])
  it.each([...usual, ...crowded, ...family, ...clocks])('have the optimum that HiGHS proves, asked as a textbook would: %s', async (_name, problem) => {
    const found = await solved(problem), theirs = (await (plain ??= openPlainHighs()))(problem, PLAIN_SECONDS)
    expect(theirs.status).not.toBe('timeout')
    expect(found.status).toBe(theirs.status)
    if (found.status !== 'optimal' || theirs.objective === undefined) return
    expect(close(found.objective, theirs.objective)).toBe(true)
    expect(verifyPlan(problem, found.plan, theirs.objective)).toMatchObject({ ok: true })
  })

  it.each([668, 672, 676])('a week of %d quarter hours with people and rooms: a plan that holds, with its gap', async (slots) => {
    let time = 0
    const problem = familyWeek(randomFrom(slots), { jobs: 30, slots })
    // A clock that only moves when it is looked at: the search ends after so many looks, on any machine.
    const found = await solve(problem, 400, { highs: () => (highs ??= openHighs()), elapsed: () => (time += 1) })
    if (found.status === 'infeasible' || found.plan === undefined) throw new Error(found.status)
    expect(verifyPlan(problem, found.plan, undefined)).toMatchObject({ ok: true })
    expect(found.status === 'optimal' ? 0 : found.gap).toBeLessThan(0.2)
  })
})

/** A job with the one place that this plan gives it. */
function pin({ windows, ...job }: Job, plan: readonly Placement[]): Job {
  const placement = plan.find((one) => one.job === job.id)
  if (placement === undefined) return { ...job, windows }
  const place: [number, number] = [placement.start, placement.start + job.length], inside = windows.some(([from, to]) => from <= place[0] && place[1] <= to)
  return { ...job, windows: inside ? [place] : [], ...(placement.with === undefined ? {} : { oneOf: [placement.with] }) }
}

const otherName = (id: string): string => `${id.slice(0, 1)}${String(100 - Number(id.slice(1)))}`
const renamed = (problem: PlanningProblem): PlanningProblem => JSON.parse(JSON.stringify(problem).replace(/"([JR]\d+)"/g, (_, id: string) => `"${otherName(id)}"`)) as PlanningProblem

/** The problem with a step of the same kind that is one smaller; undefined where there is none. */
function oneLess(relaxed: PlanningProblem, relaxation: Relaxation): PlanningProblem | undefined {
  if (relaxation.kind === 'cap') return { ...relaxed, capKw: Math.round((relaxation.capKw - 0.1) * 10) / 10 }
  if (relaxation.kind !== 'later') return undefined
  return { ...relaxed, jobs: relaxed.jobs.map((job) => (job.id === relaxation.job ? { ...job, windows: job.windows.map(([from, to], i): [number, number] => [from, i === job.windows.length - 1 ? to - 1 : to]).filter(([from, to]) => from < to) } : job)) }
}
