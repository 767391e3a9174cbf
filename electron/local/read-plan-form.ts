/** Turns the form that a local model filled in into a request, without taking anything in it on trust. */
import { z } from 'zod'
import type { Device } from '../../shared/household.ts'
import { printable } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { Temporal, fromInstant, instantToWall, wallToInstant } from '../../shared/time.ts'
import type { WallTime } from '../../shared/time.ts'
import { Request } from '../../shared/understanding.ts'
import type { LoadRequest, TextSpan } from '../../shared/understanding.ts'
import type { Read } from './ask-json.ts'
import type { LocalContext } from './model.ts'
import type { PlanForm } from './plan-form.ts'
import { findPhrase, numbersLeftOver, planReadings } from './readings.ts'
import type { ReadLoad, ReadQuiet } from './readings.ts'

/** As far ahead as a plan may reach, in days. */
const MAX_DAYS = 8
const DAY_MS = 86_400_000

/**
 * A filled-in form → a request, or every complaint about it at once.
 * Refused: a device the household does not have, a quote that is not in the message, a time that does not exist, has passed, lies over eight days ahead or contradicts another.
 * The readings are written here from the request, never by the model; numbers in the message that ended up nowhere in the request come back as unread.
 */
export const readPlanForm = (form: PlanForm, context: LocalContext): Read<Result<Request>> => {
  const checks = createChecks(context)
  const unread = form.not_understood.flatMap((phrase, i) => {
    const span = checks.quoted(`not_understood[${i}]`, phrase)
    return span === undefined ? [] : [{ text: context.text.slice(span.start, span.end), span }]
  })
  if (form.kind === 'question') return finish(checks, { intent: 'question', readings: [], unread })
  if (form.kind === 'unclear') {
    const ask = oneLine(form.ask)
    if (ask === '') checks.complain('ask', 'write the question that has to be answered first.')
    return finish(checks, { intent: 'unclear', ask, choices: form.choices.map(oneLine).filter((choice) => choice !== ''), readings: [], unread })
  }
  if (context.household.devices.length === 0) return { ok: true, answer: fail(problem('understand.no-devices')) }

  const loads = readLoads(form, context, checks)
  const order = readOrder(form, checks)
  const quiet = form.quiet.flatMap((row, i) => readQuiet(row, `quiet[${i}]`, checks))
  const horizon = readHorizon(form, loads.map(({ load }) => load), context, checks)
  if (checks.complaints.length > 0) return refused(checks)

  const plan = { intent: 'plan' as const, loads: loads.map(({ load }) => load), order, objective: form.objective, horizon, quiet: quiet.map(({ range }) => range) }
  const leftOver = numbersLeftOver(plan, context).filter((number) => !unread.some(({ span }) => span.start < number.span.end && number.span.start < span.end))
  return finish(checks, { ...plan, readings: planReadings(plan, context, loads, quiet), unread: [...unread, ...leftOver].slice(0, 60) })
}

/** The rules that every part of the form goes through, and what they found wrong. */
interface Checks {
  readonly complaints: readonly string[]
  readonly complain: (where: string, what: string) => void
  /** Where the phrase stands in the message. */
  readonly quoted: (where: string, phrase: string) => TextSpan | undefined
  /** "" is no time and no complaint. */
  readonly time: (where: string, written: string) => WallTime | undefined
  readonly comingTime: (where: string, written: string) => WallTime | undefined
  /** A missing end is in order. */
  readonly inOrder: (where: string, first: WallTime | undefined, second: WallTime | undefined) => void
  readonly at: (wall: WallTime) => number
  readonly now: number
}

const createChecks = ({ text, now: nowInstant, household: { zone } }: LocalContext): Checks => {
  const complaints: string[] = []
  const complain = (where: string, what: string): void => { complaints.push(`${where}: ${what}`) }
  const now = fromInstant(nowInstant)
  const at = (wall: WallTime): number => fromInstant(wallToInstant(wall, zone))

  const time = (where: string, written: string): WallTime | undefined => {
    if (written.trim() === '') return undefined
    const wall = wallTime(written)
    if (wall === undefined) complain(where, `${JSON.stringify(written)} is not a time; write YYYY-MM-DD HH:MM.`)
    else if (Math.abs(at(wall) - now) > MAX_DAYS * DAY_MS) complain(where, `${written} is more than ${MAX_DAYS} days away.`)
    else return wall
    return undefined
  }
  const comingTime = (where: string, written: string): WallTime | undefined => {
    const wall = time(where, written)
    if (wall === undefined || at(wall) > now) return wall
    complain(where, `${written} has already passed; it is ${instantToWall(nowInstant, zone).replace('T', ' ')} now.`)
    return undefined
  }
  return {
    complaints,
    complain,
    time,
    comingTime,
    at,
    now,
    quoted: (where, phrase) => {
      const span = findPhrase(text, phrase)
      if (span === undefined) complain(where, `${JSON.stringify(phrase)} does not stand in the message; copy the words exactly as they stand there.`)
      return span
    },
    inOrder: (where, first, second) => {
      if (first !== undefined && second !== undefined && at(first) >= at(second)) complain(where, `${first.replace('T', ' ')} is not before ${second.replace('T', ' ')}.`)
    },
  }
}

const readLoads = (form: PlanForm, { household }: LocalContext, checks: Checks): ReadLoad[] => {
  if (form.loads.length === 0) checks.complain('loads', 'a plan needs at least one device; otherwise kind is "question" or "unclear".')
  return form.loads.flatMap((row, i) => {
    const device = household.devices.find(({ id }) => id === row.device)
    if (device === undefined) {
      checks.complain(`loads[${i}].device`, `there is no device ${JSON.stringify(row.device)}.`)
      return []
    }
    return [{ device, span: checks.quoted(`loads[${i}].quote`, row.quote), load: readLoad(row, device, `loads[${i}]`, checks) }]
  })
}

const readLoad = (row: PlanForm['loads'][number], device: Device, where: string, checks: Checks): LoadRequest => {
  const notBefore = checks.time(`${where}.not_before`, row.not_before)
  const doneBy = checks.comingTime(`${where}.done_by`, row.done_by)
  const leavesAt = checks.comingTime(`${where}.leaves_at`, row.leaves_at)
  const from = checks.time(`${where}.between_from`, row.between_from)
  const to = checks.comingTime(`${where}.between_to`, row.between_to)
  checks.inOrder(where, notBefore, doneBy)
  checks.inOrder(where, notBefore, leavesAt)
  checks.inOrder(where, from, to)
  if ((row.between_from.trim() === '') !== (row.between_to.trim() === '')) checks.complain(where, 'between_from and between_to belong together; fill in both or neither.')
  if (leavesAt !== undefined && !device.vehicle) checks.complain(`${where}.leaves_at`, `${JSON.stringify(row.device)} does not leave the house; use done_by.`)
  if (row.minutes > 0 && row.minutes < 5) checks.complain(`${where}.minutes`, 'a run takes at least 5 minutes; 0 means the usual.')
  return {
    deviceId: device.id,
    ...(notBefore !== undefined && checks.at(notBefore) > checks.now ? { notBefore } : {}),
    ...(doneBy === undefined ? {} : { doneBy }),
    ...(from === undefined || to === undefined ? {} : { between: [from, to] }),
    ...(row.minutes === 0 ? {} : { minutes: row.minutes }),
    ...(leavesAt === undefined ? {} : { leavesAt }),
  }
}

const readOrder = (form: PlanForm, checks: Checks): [string, string][] => {
  const order = form.loads.flatMap(({ after, device }): [string, string][] => (after === '' ? [] : [[after, device]]))
  if (order.some(([first]) => !form.loads.some(({ device }) => device === first)) || !canBeOrdered(order)) checks.complain('after', 'each "after" names another device in the list, and they may not go in a circle.')
  return order
}

const readQuiet = (row: PlanForm['quiet'][number], where: string, checks: Checks): ReadQuiet[] => {
  const span = checks.quoted(`${where}.quote`, row.quote)
  const from = checks.time(`${where}.from`, row.from)
  const to = checks.comingTime(`${where}.to`, row.to)
  if (row.from.trim() === '' || row.to.trim() === '') checks.complain(where, 'fill in both from and to.')
  checks.inOrder(where, from, to)
  return from === undefined || to === undefined ? [] : [{ range: [from, to], span }]
}

/** From the time said, or now, to the latest end said, or a day later. */
const readHorizon = (form: PlanForm, loads: readonly LoadRequest[], { now, household: { zone } }: LocalContext, checks: Checks): [WallTime, WallTime] => {
  const from = checks.time('from', form.from)
  const start = from !== undefined && checks.at(from) > checks.now ? from : instantToWall(now, zone)
  const ends = [checks.comingTime('until', form.until), ...loads.flatMap((load) => [load.doneBy, load.leavesAt, load.between?.[1]])].filter((wall) => wall !== undefined)
  const end = ends.sort((a, b) => checks.at(b) - checks.at(a))[0] ?? nextDay(start)
  checks.inOrder('from and until', start, end)
  return [start, end]
}

const finish = (checks: Checks, request: Request): Read<Result<Request>> => {
  if (checks.complaints.length > 0) return refused(checks)
  const checked = Request.safeParse(request)
  return checked.success ? { ok: true, answer: ok(checked.data) } : { ok: false, complaint: z.prettifyError(checked.error) }
}

const refused = ({ complaints }: Checks): Read<never> => ({ ok: false, complaint: complaints.join('\n') })

/** `2026-11-23 07:00` or with a T, also with seconds :00 → wall time; undefined for anything else, 31 February included. */
const wallTime = (written: string): WallTime | undefined => {
  const [, date, clock] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00)?$/.exec(written.trim()) ?? []
  if (date === undefined || clock === undefined) return undefined
  try { return Temporal.PlainDateTime.from(`${date}T${clock}`, { overflow: 'reject' }).toString({ smallestUnit: 'minute' }) } catch { return undefined }
}

const nextDay = (wall: WallTime): WallTime => Temporal.PlainDateTime.from(wall).add({ days: 1 }).toString({ smallestUnit: 'minute' })

const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()

/** True when "first before then" pairs have no circle: pairs whose "then" precedes nothing can be taken away until none is left. */
const canBeOrdered = (order: readonly (readonly [string, string])[]): boolean => {
  if (order.length === 0) return true
  const rest = order.filter(([, then]) => order.some(([first]) => first === then))
  return rest.length < order.length && canBeOrdered(rest)
}
