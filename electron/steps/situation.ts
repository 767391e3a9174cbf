/** Turns an understood request and what the household knows into the anonymous planning problem and its private key. */
import { isDeviceRun, type CalendarEvent } from '../../shared/calendar.ts'
import type { Fact } from '../../shared/departure.ts'
import type { Device, Household, Routine } from '../../shared/household.ts'
import type { Job, PlanningProblem } from '../../shared/planning.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Situation } from '../../shared/stages.ts'
import { fromInstant, instantToWall, Temporal, toInstant, wallToInstant, type Instant } from '../../shared/time.ts'
import type { LoadRequest, PlanRequest } from '../../shared/understanding.ts'
import { pricesOf } from '../../shared/prices.ts'
import { strings } from './panel-strings.ts'
import { strings as remarks } from './remark-strings.ts'

const SLOT_MINUTES = 15
const SLOT_MS = SLOT_MINUTES * 60_000
const MAX_SLOTS = 1000
/** Slot prices leave as whole numbers of at most this size: enough for their ratios, too little to tell the currency. */
const PRICE_SCALE = 10_000

export interface SituationInput {
  readonly request: PlanRequest
  readonly household: Household
  /** Every event that touches the horizon. */
  readonly events: readonly CalendarEvent[]
  readonly now: Instant
}

interface Stretch { readonly from: number; readonly to: number /* epoch milliseconds, end excluded */ }
interface Obstacle extends Stretch { readonly label: string }

/**
 * Slot 0 is the first quarter hour at or after the later of now and the start of the horizon. All arithmetic is on instants, so a night
 * with a clock change has as many slots as it has quarter hours. Refuses a horizon that is over, a device that is unknown, and a cheapest
 * plan under a tariff that lacks prices for it; whether anything fits is for the planner to say.
 */
export function buildSituation({ request, household, events, now }: SituationInput): Result<Situation> {
  const { zone } = household
  const at = (wall: string): number => fromInstant(wallToInstant(wall, zone))
  const origin = Math.ceil(Math.max(fromInstant(now), at(request.horizon[0])) / SLOT_MS) * SLOT_MS
  const ends = request.loads.flatMap((load) => [load.doneBy, load.leavesAt, load.between?.[1]]).flatMap((wall) => (wall === undefined ? [] : [at(wall)]))
  const slots = Math.min(MAX_SLOTS, Math.floor((Math.max(at(request.horizon[1]), ...ends) - origin) / SLOT_MS))
  if (slots < 1) return fail(problem('understand.past'))
  const horizon: Stretch = { from: origin, to: origin + slots * SLOT_MS }

  const starts = Array.from({ length: slots }, (_, slot) => toInstant(origin + slot * SLOT_MS))
  const tariff = household.tariffs.find((t) => t.id === household.tariffId)
  // Without any tariff the earliest time is the best that can be said; a tariff with a hole in it is worth filling.
  const objective = tariff === undefined ? 'earliest' : request.objective

  const routines = quietRoutines(household, horizon)
  const said = request.quiet.map(([from, to]): Obstacle => ({ from: at(from), to: at(to), label: remarks.quietAsSaid }))
  const quiet = [...routines, ...said.filter((q) => !routines.some((r) => r.from <= q.from && q.to <= r.to))]
  const jobs: Job[] = [], key: Situation['jobs'][number][] = [], because = new Map<string, Fact>()
  for (const load of request.loads) {
    const device = household.devices.find((d) => d.id === load.deviceId)
    if (device === undefined) return fail(problem('understand.unknown-device', { name: load.deviceId }))
    const id = `J${jobs.length + 1}`
    const obstacles = obstaclesFor(device, events, quiet)
    for (const { label } of obstacles.filter((o) => o.from < horizon.to && o.to > horizon.from)) because.set(label, { label, leaves: null, why: strings.free })
    jobs.push({
      id,
      length: Math.ceil((load.minutes ?? device.runMinutes) / SLOT_MINUTES),
      kw: round(device.powerKw),
      contiguous: device.contiguous,
      windows: windowsOf(limitsOf(load, at), obstacles, origin, slots),
    })
    key.push({ id, deviceId: device.id, title: device.name })
  }
  const ordered = jobs.map((job, i): Job => ({ ...job, ...afterOf(i, request, key) }))
  const fixed = runningAnyway(household, events, origin, slots, jobs).map(({ job, ...entry }, i) => ({ job: { ...job, id: `J${jobs.length + 1 + i}` }, entry: { ...entry, id: `J${jobs.length + 1 + i}` } }))
  const all = [...ordered, ...fixed.map((f) => f.job)]

  const known = tariff === undefined ? undefined : pricesOf(tariff, starts, zone)
  const usable = (slot: number): boolean => all.some((job) => job.windows.some(([from, to]) => slot >= from && slot < to))
  const complete = known?.every((price, slot) => price !== undefined || !usable(slot)) === true
  if (objective === 'cost' && !complete) return fail(problem('understand.no-tariff'))
  const prices = complete ? known.map((price) => price ?? 0) : undefined
  return ok({
    problem: { slots, slotMinutes: SLOT_MINUTES, jobs: all, capKw: round(household.capKw), ...(objective === 'cost' && prices !== undefined ? { prices: scaled(prices) } : {}), objective } satisfies PlanningProblem,
    origin: toInstant(origin),
    zone,
    jobs: [...key, ...fixed.map((f) => f.entry)],
    ...(tariff === undefined || prices === undefined ? {} : { prices, currency: tariff.currency }),
    because: [...because.values()],
  })
}

const round = (kw: number): number => Math.max(0.1, Math.round(kw * 10) / 10)

/** Prices as the smallest whole numbers in the same ratios: exact for prices of up to four decimals, else to four digits. */
function scaled(prices: readonly number[]): number[] {
  const whole = prices.map((price) => Math.round(price * 10_000))
  const divisor = whole.reduce((a, b) => greatestCommonDivisor(a, Math.abs(b)), 0)
  const largest = Math.max(...prices.map(Math.abs))
  const exact = prices.every((price, i) => Math.abs(price * 10_000 - (whole[i] ?? 0)) < 1e-6) && largest * 10_000 <= PRICE_SCALE * divisor
  return exact ? whole.map((price) => (divisor === 0 ? 0 : price / divisor)) : prices.map((price) => Math.round((price / largest) * PRICE_SCALE))
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

/** The jobs of those devices that the message puts before this one, and the former run of the same device: it cannot run twice at once. */
function afterOf(index: number, request: PlanRequest, all: readonly { id: string; deviceId: string }[]): { after?: string[] } {
  const deviceId = all[index]?.deviceId
  const first = request.order.filter(([before, then]) => then === deviceId && before !== deviceId).map(([before]) => before)
  const ids = all.filter((job, i) => first.includes(job.deviceId) || (i < index && job.deviceId === deviceId)).map((job) => job.id)
  return ids.length === 0 ? {} : { after: ids }
}

/** The stretch the message itself allows. */
function limitsOf(load: LoadRequest, at: (wall: string) => number): Stretch {
  const from = [load.notBefore, load.between?.[0]].flatMap((wall) => (wall === undefined ? [] : [at(wall)]))
  const to = [load.doneBy, load.between?.[1], load.leavesAt].flatMap((wall) => (wall === undefined ? [] : [at(wall)]))
  return { from: Math.max(-Infinity, ...from), to: Math.min(Infinity, ...to) }
}

/** When this device may not run, and what each reason is called at home. */
function obstaclesFor(device: Device, events: readonly CalendarEvent[], quiet: readonly Obstacle[]): Obstacle[] {
  const taken = events.filter((event) => event.deviceId === device.id).map((event): Obstacle => ({ from: fromInstant(event.start), to: fromInstant(event.end), label: event.title }))
  return [...(device.noisy ? quiet : []), ...taken]
}

/** Runs that are planned already and share the connection: jobs that cannot be moved. None when the connection carries everything at once. */
function runningAnyway(household: Household, events: readonly CalendarEvent[], origin: number, slots: number, jobs: readonly Job[]): { job: Omit<Job, 'id'>; deviceId: string; title: string; fixed: true }[] {
  const found = events.filter(isDeviceRun).flatMap((event) => {
    const device = household.devices.find((d) => d.id === event.deviceId)
    const from = Math.max(0, Math.floor((fromInstant(event.start) - origin) / SLOT_MS)), to = Math.min(slots, Math.ceil((fromInstant(event.end) - origin) / SLOT_MS))
    if (device === undefined || from >= to) return []
    return [{ job: { length: to - from, kw: round(device.powerKw), contiguous: true, windows: [[from, to]] as [number, number][] }, deviceId: device.id, title: remarks.plannedAlready(event.title), fixed: true as const }]
  })
  const together = [...jobs, ...found.map((f) => f.job)].reduce((sum, job) => sum + job.kw, 0)
  return together > household.capKw ? found : []
}

/** Every occurrence of a quiet routine that touches the horizon. */
function quietRoutines(household: Household, horizon: Stretch): Obstacle[] {
  const zone = household.zone
  const first = Temporal.Instant.fromEpochMilliseconds(horizon.from).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })
  const last = Temporal.Instant.fromEpochMilliseconds(horizon.to).toZonedDateTimeISO(zone).toPlainDate()
  const days = Array.from({ length: first.until(last).days + 1 }, (_, i) => first.add({ days: i }))
  return household.routines.filter((routine) => routine.quiet).flatMap((routine) => days.filter((day) => routine.days.includes(weekdays[day.dayOfWeek - 1] ?? 'mo')).map((day): Obstacle => {
    const end = routine.to <= routine.from ? day.add({ days: 1 }) : day
    return { from: fromInstant(wallToInstant(`${day.toString()}T${routine.from}`, zone)), to: fromInstant(wallToInstant(`${end.toString()}T${routine.to}`, zone)), label: routine.name }
  }))
}

const weekdays: readonly Routine['days'][number][] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** The free slots between the obstacles, as ascending half-open ranges. */
function windowsOf(limits: Stretch, obstacles: readonly Obstacle[], origin: number, slots: number): [number, number][] {
  const windows: [number, number][] = []
  for (let slot = 0; slot < slots; slot++) {
    const from = origin + slot * SLOT_MS, to = from + SLOT_MS
    if (from < limits.from || to > limits.to || obstacles.some((o) => o.from < to && from < o.to)) continue
    const last = windows.at(-1)
    if (last?.[1] === slot) last[1] = slot + 1
    else windows.push([slot, slot + 1])
  }
  return windows
}

/** The wall time at which a slot starts, in the household's zone. */
export const slotWall = (situation: Pick<Situation, 'origin' | 'zone' | 'problem'>, slot: number): string =>
  instantToWall(toInstant(fromInstant(situation.origin) + slot * situation.problem.slotMinutes * 60_000), situation.zone)
