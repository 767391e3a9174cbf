/**
 * How fast the planner proves an optimum, against the same problem given to HiGHS as a textbook would write it, in the same run on one
 * thread: a mixture of 70 % usual evenings and 30 % hard ones; then what it has to say of a tight cap in 2 s and of a whole week in 5 s.
 * `--prices FILE` takes days of hourly prices (date,h00,…,h23) instead of made-up ones; `--problems N` changes how many are compared.
 * `--households N` instead compares so many households of 3 to 20 jobs and 92 to 676 slots, loose and tight, for agreement only.
 */
import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { openHighs, type Highs } from '../electron/planner/highs.ts'
import { solve } from '../electron/planner/solve.ts'
import { verifyPlan } from '../electron/planner/verify.ts'
import type { PlanningProblem, Solved } from '../shared/planning.ts'
import { crowdedHouse, familyWeek, madeUpPrices, usualEvening, type PriceDays } from '../tests/support/households.ts'
import { openPlainHighs, type PlainAnswer, type PlainHighs } from '../tests/support/plain-highs.ts'
import { randomFrom, type Random } from '../tests/support/random.ts'
import type { Figures } from './run.ts'

const PROBLEMS = 60
const USUAL_SHARE = 0.7
/** Given to both for each problem that is compared. */
const LIMIT_SECONDS = 20
const AGREEMENT_SECONDS = 5
const WARM_UP = 30
const SAMPLES = 5

interface Compared { readonly usual: boolean; readonly ratio: number; readonly ms: number; readonly disagrees: boolean; readonly proven: boolean }

export async function measure(flags: readonly string[]): Promise<Figures> {
  const option = (name: string): string | undefined => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined)
  const file = option('--prices'), count = Number(option('--problems') ?? PROBLEMS)
  const prices = file === undefined ? madeUpPrices : pricesFrom(await readFile(file, 'utf8'))
  const highs = await openHighs(), plain = await openPlainHighs()
  const households = option('--households')
  if (households !== undefined) return agreement(Number(households), prices, highs, plain)
  for (let seed = 0; seed < WARM_UP; seed++) { const problem = usualEvening(randomFrom(100_000 + seed), prices); await timed(problem, 1, highs); plain(problem, 1) }

  const usual = Math.round(count * USUAL_SHARE), compared: Compared[] = []
  for (let seed = 0; seed < count; seed++) compared.push(await compare(seed < usual ? usualEvening(randomFrom(seed), prices) : hard(randomFrom(seed), prices), seed < usual, highs, plain))

  const tight = await samples((random) => crowdedHouse(random, { jobs: 20, slots: 96, fill: 0.9 }, prices), 2, highs)
  const week = await samples((random) => familyWeek(random, { jobs: 30, slots: 672 }, prices), 5, highs)
  const evenings = compared.filter((one) => one.usual), hardOnes = compared.filter((one) => !one.usual)
  return {
    problems: compared.length, proven: compared.filter((one) => one.proven).length,
    medianRatioVsHighs: round(median(compared.map((one) => one.ratio))), usualMedianRatio: round(median(evenings.map((one) => one.ratio))), hardMedianRatio: round(median(hardOnes.map((one) => one.ratio))),
    hardLeastRatio: round(Math.min(...hardOnes.map((one) => one.ratio))), disagreements: compared.filter((one) => one.disagrees).length,
    usualUnder50ms: round(evenings.filter((one) => one.ms < 50).length / evenings.length), usualMedianMs: round(median(evenings.map((one) => one.ms))),
    tightTwentyGap: tight.gap, tightTwentyMedianGap: tight.medianGap, tightTwentySeconds: tight.seconds, weekGap: week.gap, weekMedianGap: week.medianGap, weekSeconds: week.seconds,
  }
}

/** Every kind of household, days with a clock change among them; what is proven by both must be the same, and what only one proves must not be bettered by the other. */
async function agreement(count: number, prices: PriceDays, highs: Highs, plain: PlainHighs): Promise<Figures> {
  const tally = { households: count, provenByUs: 0, provenByHighs: 0, provenByBoth: 0, disagreements: 0 }
  for (let seed = 0; seed < count; seed++) {
    const random = randomFrom(200_000 + seed), jobs = 3 + random(18), slots = random.of([92, 96, 96, 100, 192, 288, 668, 672, 676])
    const problem = random(3) === 0 ? familyWeek(random, { jobs, slots }, prices) : crowdedHouse(random, { jobs, slots, fill: random.of([0.1, 0.2, 0.4, 0.6, 0.8]) }, prices)
    const { solved } = await timed(problem, AGREEMENT_SECONDS, highs), theirs = plain(problem, AGREEMENT_SECONDS)
    const [here, there] = [solved.status !== 'timeout', theirs.status !== 'timeout']
    if (here) tally.provenByUs++
    if (there) tally.provenByHighs++
    if (here && there) tally.provenByBoth++
    if (disagree(problem, solved, theirs)) tally.disagreements++
  }
  return tally
}

/** Appliances that are in each other's way: from six to ten under a cap that is 40 to 80 % used. */
const hard = (random: Random, prices: PriceDays): PlanningProblem => crowdedHouse(random, { jobs: 6 + random(5), slots: random.of([64, 96]), fill: random.of([0.4, 0.6, 0.8]) }, prices)

async function compare(problem: PlanningProblem, usual: boolean, highs: Highs, plain: PlainHighs): Promise<Compared> {
  const ours = await timed(problem, LIMIT_SECONDS, highs)
  const start = performance.now()
  const theirs = plain(problem, LIMIT_SECONDS)
  return { usual, ms: ours.ms, ratio: (performance.now() - start) / ours.ms, disagrees: disagree(problem, ours.solved, theirs), proven: ours.solved.status !== 'timeout' }
}

/** Whether one of the two must be wrong: another optimum, a plan that does not hold, a bound that a plan of the other breaks. */
function disagree(problem: PlanningProblem, ours: Solved, theirs: PlainAnswer): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
  if (ours.status === 'infeasible' || theirs.status === 'infeasible') return (ours.status === 'infeasible' && theirs.plan !== undefined) || (theirs.status === 'infeasible' && ours.status !== 'infeasible' && ours.plan !== undefined)
  if (ours.plan !== undefined) { const verdict = verifyPlan(problem, ours.plan, undefined); if (!verdict.ok || !close(verdict.objective, ours.objective ?? NaN)) return true }
  if (ours.objective === undefined || theirs.objective === undefined) return false
  if (ours.status === 'optimal' && theirs.status === 'optimal') return !close(ours.objective, theirs.objective)
  return (ours.status === 'optimal' && theirs.objective < ours.objective - 1e-6 * Math.abs(ours.objective)) || (theirs.status === 'optimal' && ours.objective < theirs.objective - 1e-6 * Math.abs(theirs.objective))
}

async function timed(problem: PlanningProblem, seconds: number, highs: Highs): Promise<{ readonly solved: Solved; readonly ms: number }> {
  const start = performance.now()
  const solved = await solve(problem, seconds * 1000, { highs: () => Promise.resolve(highs), elapsed: () => performance.now() })
  return { solved, ms: performance.now() - start }
}

/** The worst and the middle gap of some problems at a time limit, and the longest any took; a problem without a plan has a gap of 1. */
async function samples(make: (random: Random) => PlanningProblem, seconds: number, highs: Highs): Promise<{ readonly gap: number; readonly medianGap: number; readonly seconds: number }> {
  const all: { gap: number; seconds: number }[] = []
  for (let seed = 0; seed < SAMPLES; seed++) {
    const { solved, ms } = await timed(make(randomFrom(500 + seed)), seconds, highs)
    all.push({ gap: solved.status === 'timeout' ? solved.gap ?? 1 : 0, seconds: ms / 1000 })
  }
  return { gap: round(Math.max(...all.map(({ gap }) => gap))), medianGap: round(median(all.map(({ gap }) => gap))), seconds: round(Math.max(...all.map((one) => one.seconds))) }
}

/** Days one after the other from a random one on. */
function pricesFrom(csv: string): PriceDays {
  const hours = csv.trim().split('\n').slice(1).flatMap((line) => line.split(',').slice(1).map(Number))
  return (random, wanted) => { const start = random(Math.floor((hours.length - wanted) / 24) + 1) * 24; return hours.slice(start, start + wanted) }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000
const median = (list: readonly number[]): number => { const sorted = list.toSorted((a, b) => a - b); return sorted[sorted.length >> 1] ?? NaN }
