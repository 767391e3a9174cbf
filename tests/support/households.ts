/** Made-up households to plan for, the same for the same seed: usual evenings, hard ones, whole weeks, and small problems that use every field. */
import type { Job, PlanningProblem, Resource } from '../../shared/planning.ts'
import type { Random } from './random.ts'

/** Hourly prices of some days in a row, in cents or euros per MWh as the source has them. */
export type PriceDays = (random: Random, hours: number) => readonly number[]

/** A made-up market: dear mornings and evenings, a valley at noon that is below zero on sunny days. */
export const madeUpPrices: PriceDays = (random, hours) => {
  const base = 30 + random(60), sun = random(70)
  return Array.from({ length: hours }, (_, hour) => {
    const at = hour % 24
    const shape = 18 * Math.exp(-((at - 8) ** 2) / 6) + 26 * Math.exp(-((at - 19) ** 2) / 7) - sun * Math.exp(-((at - 13) ** 2) / 8)
    return Math.round((base + shape + random(900) / 100) * 100) / 100
  })
}

const slotPrices = (prices: PriceDays, random: Random, slots: number): number[] => {
  const hours = prices(random, Math.ceil(slots / 4) + 1)
  return Array.from({ length: slots }, (_, slot) => hours[Math.floor(slot / 4)] ?? 0)
}

/** Two to six appliances of an evening under an ordinary connection of 7 to 11 kW. */
export function usualEvening(random: Random, prices: PriceDays = madeUpPrices): PlanningProblem {
  const slots = random.of([44, 48, 52, 56, 60, 64, 96]), count = 2 + random(5)
  const jobs = Array.from({ length: count }, (_, i): Job => {
    const car = i === 0 && random(2) === 0
    const length = car ? 8 + random(12) : 3 + random(8), from = random(4) === 0 ? random(12) : 0, to = slots - (random(3) === 0 ? random(12) : 0)
    const quiet = !car && random(3) === 0 ? from + length + random(8) : undefined
    return {
      id: `J${i + 1}`, length, kw: car ? random.of([3.7, 7.2]) : random.of([0.8, 1.2, 2, 2.2, 2.5, 3]), contiguous: !(car && random(2) === 0),
      windows: quiet === undefined || quiet + 16 + length > to ? [[from, to]] : [[from, quiet], [quiet + 16, to]],
      ...(i > 1 && random(6) === 0 ? { after: [`J${i}`] } : {}),
    }
  })
  return { slots, slotMinutes: 15, jobs, capKw: random.of([7, 7.4, 8, 9.2, 11]), prices: slotPrices(prices, random, slots), objective: 'cost' }
}

export interface Shape { readonly jobs: number; readonly slots: number; /** Share of the slots' energy that the jobs need at the cap; 0.9 is tight. */ readonly fill: number }

/** Appliances under a cap that they must share: the nearer `fill` is to one, the harder. Everything fits, or nearly so. */
export function crowdedHouse(random: Random, { jobs: count, slots, fill }: Shape, prices: PriceDays = madeUpPrices): PlanningProblem {
  const jobs = Array.from({ length: count }, (_, i): Job => ({
    id: `J${i + 1}`, length: 3 + random(8), kw: (5 + random(33)) / 10, contiguous: true, windows: [[0, slots]],
    ...(i === count - 1 ? { after: ['J1'] } : {}),
  }))
  const energy = jobs.reduce((sum, job) => sum + job.kw * job.length, 0)
  // What draws more than half of the cap runs one after the other: that, too, must fit.
  const inARow = (cap: number): number => jobs.reduce((sum, job) => sum + (job.kw * 2 > cap ? job.length : 0), 0)
  let cap = Math.max(Math.max(...jobs.map((job) => job.kw)) + 0.3, energy / slots / fill)
  while (inARow(cap) > slots * Math.max(fill, 0.8)) cap += 0.1
  return { slots, slotMinutes: 15, jobs, capKw: Math.round(cap * 10) / 10, prices: slotPrices(prices, random, slots), objective: 'cost' }
}

/** A whole week of a family: loads, chores, appointments and practice, two to four people, rooms and a car. */
export function familyWeek(random: Random, { jobs: count, slots }: Omit<Shape, 'fill'>, prices: PriceDays = madeUpPrices): PlanningProblem {
  const day = 96, days = Math.max(1, Math.floor(slots / day)), people = 2 + random(3)
  const at = (hour: number, d: number): number => Math.min(slots - 1, d * day + hour * 4)
  const waking = Array.from({ length: days }, (_, d): [number, number] => [at(7, d), Math.min(slots, at(22, d))])
  const resources = [
    ...Array.from({ length: people }, (_, p): Resource => ({ id: `R${p + 1}`, busy: Array.from({ length: days }, (__, d): [number, number] => [at(8, d) + random(4), at(12, d) + random(16)]) })),
    { id: `R${people + 1}` }, { id: `R${people + 2}`, capacity: 2 },
  ]
  const somebody = (): string => `R${1 + random(people)}`
  const jobs = Array.from({ length: count }, (_, i): Job => {
    const id = `J${i + 1}`, kind = random(10)
    if (kind < 4) return { id, length: 3 + random(8), kw: random.of([0.8, 1.2, 2.2, 3.7]), contiguous: true, windows: [[0, slots]] }
    if (kind < 7) return { id, kind: 'chore', length: 2 + random(4), kw: 0, contiguous: true, windows: waking, oneOf: Array.from({ length: people }, (__, p) => `R${p + 1}`), ...(random(2) === 0 ? { needs: [`R${people + 2}`] } : {}) }
    if (kind < 9) return { id, kind: 'practice', length: 2, kw: 0, contiguous: true, windows: waking, needs: [somebody(), `R${people + 1}`], ...(days > 2 && random(2) === 0 ? { repeat: { times: 2, apart: day } } : {}) }
    return { id, kind: 'appointment', length: 4, kw: 0, contiguous: true, windows: [waking[random(days)] ?? [0, slots]], needs: [somebody()] }
  })
  return { slots, slotMinutes: 15, jobs, capKw: 7.4, prices: slotPrices(prices, random, slots), resources, objective: 'cost' }
}

const ranges = (random: Random, slots: number): [number, number][] => {
  const a = random(4), b = a + 2 + random(slots - a - 2)
  return random(3) === 0 ? [[a, b - 1], [b, slots]] : [[a, slots - random(3)]]
}

/** A problem of a few jobs in a few slots that may use any field: small enough to try every plan. */
export function smallProblem(random: Random): PlanningProblem {
  const slots = 7 + random(3), count = 1 + random(3), people = random(3)
  const ids = Array.from({ length: people }, (_, i) => `R${i + 1}`)
  const resources = ids.map((id): Resource => ({ id, ...(random(4) === 0 ? { capacity: 2 } : {}), ...(random(2) === 0 ? { busy: [[random(4), 4 + random(3)] as [number, number]] } : {}), ...(random(4) === 0 ? { done: random(4) } : {}) }))
  let runs = 0
  const jobs = Array.from({ length: count }, (_, i): Job => {
    const id = `J${i + 1}`, contiguous = random(5) > 0, fixed = random(9) === 0, length = 1 + random(3), start = random(slots - length), power = random(4) === 0 ? 0 : random.of([1, 1.5, 2.2, 3])
    const profile = contiguous && power > 0 && length > 1 && random(3) === 0 ? [...Array.from({ length: length - 1 }, () => random.of([0, 0.5, 1].filter((kw) => kw <= power))), power] : undefined
    const first = ids[0], second = ids[1]
    const repeat = fixed || random(5) > 0 || runs > 1 ? undefined : random(2) === 0 ? { times: 2, ...(random(2) === 0 ? { apart: random(3) } : {}) } : { within: [[0, 4], [4, slots]] as [number, number][] }
    runs += repeat === undefined ? 1 : 2
    return {
      id, length, kw: power, contiguous: fixed || contiguous, windows: fixed ? [[start, start + length]] : ranges(random, slots),
      ...(fixed ? { fixed: true as const } : {}), ...(profile === undefined || fixed ? {} : { profile }), ...(power === 0 ? { kind: random.of(['chore', 'appointment', 'practice'] as const) } : {}),
      ...(repeat === undefined ? {} : { repeat }), ...(random(5) === 0 && !fixed ? { forbidden: [[2, 3] as [number, number]] } : {}),
      ...(i > 0 && random(4) === 0 ? { after: [`J${i}`] } : {}), ...(i > 0 && contiguous && random(4) === 0 ? { gaps: [{ job: `J${random(i) + 1}`, ...(random(2) === 0 ? { min: random(2) } : {}) }] } : {}),
      ...(first !== undefined && random(3) === 0 ? { needs: [first] } : second !== undefined && (fixed || contiguous) && random(2) === 0 ? { oneOf: ids } : {}),
    }
  })
  // A longest distance is only between jobs in one piece.
  const bounded = jobs.map((job): Job => (job.contiguous && job.gaps?.every((gap) => jobs.find(({ id }) => id === gap.job)?.contiguous === true) === true && random(2) === 0 ? { ...job, gaps: job.gaps.map((gap) => ({ ...gap, max: (gap.min ?? 0) + random(3) })) } : job))
  const objective = random.of(['cost', 'cost', 'earliest', 'spread', 'self-use', 'fair'] as const), each = (list: readonly number[]): number[] => Array.from({ length: slots }, () => random.of(list))
  return {
    slots, slotMinutes: 15, jobs: bounded, objective, ...(people > 0 ? { resources } : {}),
    ...(random(2) === 0 ? { capKw: random.of([3, 4.4]) } : {}), ...(random(5) === 0 ? { caps: each([2, 3, 5]) } : {}), ...(random(4) === 0 || objective === 'self-use' ? { base: each([0, 0.3, 0.5]) } : {}),
    ...(objective === 'self-use' ? { solar: each([0, 0, 1, 2.5]) } : {}), ...(objective === 'cost' ? { prices: each(random(2) === 0 ? [-1, 2, 2, 2.5] : [-30, 12, 45.5, 71, 90]) } : {}),
    ...(objective === 'spread' && random(2) === 0 ? { days: [[0, 3], [3, 6]] as [number, number][] } : {}),
  }
}
