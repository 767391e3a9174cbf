/** Reads the text of an RRULE and refuses what RFC 5545 §3.3.10 forbids, before anything is worked out from it. */
import { problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** A weekday (0 is Monday), each one or, with an ordinal, the n-th of its month or year, from the end when negative. */
export interface ByDay { readonly weekday: number; readonly ordinal: number | undefined }

/** A rule as written: what is undefined was not given. Numbers are within the ranges of the standard, lists are not empty. */
export interface Rule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | undefined
  /** As written, because what it means depends on DTSTART. */
  readonly until: string | undefined
  /** 0 is Monday. */
  readonly weekStart: number
  readonly bySecond: readonly number[] | undefined
  readonly byMinute: readonly number[] | undefined
  readonly byHour: readonly number[] | undefined
  readonly byDay: readonly ByDay[] | undefined
  readonly byMonthDay: readonly number[] | undefined
  readonly byYearDay: readonly number[] | undefined
  readonly byWeekNumber: readonly number[] | undefined
  readonly byMonth: readonly number[] | undefined
  readonly bySetPosition: readonly number[] | undefined
}

export const isWithinDay = (frequency: Frequency): boolean => frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY'

/** A rule of every second, minute, hour, day and month has 576 characters. */
const MAX_LENGTH = 4000
const MAX_NUMBER = 2_147_483_647

/** As rules write them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const partNames = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYMONTH', 'BYSETPOS'])

/** Stops reading; caught in this file only. The message names parts of the grammar, never what stood in them. */
class Unreadable extends Error {}

/**
 * `text` is the value of an RRULE property, in any case, with or without its name before it. Refuses by `calendar.rule-unreadable`
 * what the standard forbids (unknown or repeated parts, values out of range, combinations that “MUST NOT” be, COUNT of nought).
 */
export function readRule(text: string): Result<Rule> {
  try { return ok(read(text)) } catch (error) {
    if (error instanceof Unreadable) return fail(problem('calendar.rule-unreadable', { what: error.message }))
    throw error
  }
}

function read(text: string): Rule {
  if (text.length > MAX_LENGTH) throw new Unreadable('it is too long')
  const parts = partsOf(text.trim().toUpperCase().replace(/^RRULE:/, ''))
  const frequency = frequencies.find((known) => known === parts.get('FREQ'))
  if (frequency === undefined) throw new Unreadable('FREQ')
  const list = (name: string, least: number, most: number): readonly number[] | undefined => {
    const value = parts.get(name)
    return value === undefined ? undefined : [...new Set(value.split(',').map((one) => signed(name, one, least, most)))].sort((a, b) => a - b)
  }
  const rule: Rule = {
    frequency,
    interval: positive('INTERVAL', parts.get('INTERVAL')) ?? 1,
    count: positive('COUNT', parts.get('COUNT')),
    until: parts.get('UNTIL'),
    weekStart: weekdayNamed('WKST', parts.get('WKST') ?? 'MO'),
    bySecond: list('BYSECOND', 0, 60),
    byMinute: list('BYMINUTE', 0, 59),
    byHour: list('BYHOUR', 0, 23),
    byDay: parts.get('BYDAY')?.split(',').map(readByDay),
    byMonthDay: list('BYMONTHDAY', -31, 31),
    byYearDay: list('BYYEARDAY', -366, 366),
    byWeekNumber: list('BYWEEKNO', -53, 53),
    byMonth: list('BYMONTH', 1, 12),
    bySetPosition: list('BYSETPOS', -366, 366),
  }
  refuseForbidden(rule)
  return rule
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.replace(/;$/, '').split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    if (!partNames.has(name)) throw new Unreadable('a part that the standard does not know')
    if (parts.has(name)) throw new Unreadable(`${name} stands there twice`)
    if (value === '' || rest.length > 0) throw new Unreadable(name)
    parts.set(name, value)
  }
  return parts
}

/** §3.3.10: “MUST NOT”, and what must stand with something else. */
function refuseForbidden(rule: Rule): void {
  const { frequency, byDay, bySetPosition, until, count } = rule
  const refuse = (forbidden: boolean, what: string): void => { if (forbidden) throw new Unreadable(what) }
  refuse(until !== undefined && count !== undefined, 'COUNT together with UNTIL')
  refuse(rule.byWeekNumber !== undefined && frequency !== 'YEARLY', `BYWEEKNO with ${frequency}`)
  refuse(rule.byYearDay !== undefined && (frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY'), `BYYEARDAY with ${frequency}`)
  refuse(rule.byMonthDay !== undefined && frequency === 'WEEKLY', 'BYMONTHDAY with WEEKLY')
  const ordinals = byDay?.some(({ ordinal }) => ordinal !== undefined) === true
  refuse(ordinals && frequency !== 'MONTHLY' && frequency !== 'YEARLY', `a numbered BYDAY with ${frequency}`)
  refuse(ordinals && rule.byWeekNumber !== undefined, 'a numbered BYDAY with BYWEEKNO')
  const others = [rule.bySecond, rule.byMinute, rule.byHour, byDay, rule.byMonthDay, rule.byYearDay, rule.byWeekNumber, rule.byMonth]
  refuse(bySetPosition !== undefined && others.every((by) => by === undefined), 'BYSETPOS alone')
}

function readByDay(text: string): ByDay {
  const [, number = '', name = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(text) ?? []
  return { weekday: weekdayNamed('BYDAY', name), ordinal: number === '' ? undefined : signed('BYDAY', number, -53, 53) }
}

function weekdayNamed(part: string, name: string): number {
  const index = weekdays.indexOf(name)
  if (index === -1) throw new Unreadable(part)
  return index
}

/** Nought counts as a value only where the range begins with it. */
function signed(part: string, text: string, least: number, most: number): number {
  const value = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : NaN
  if (Number.isNaN(value) || value < least || value > most || (least < 0 && value === 0)) throw new Unreadable(part)
  return value
}

function positive(part: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  if (!(value >= 1 && value <= MAX_NUMBER)) throw new Unreadable(part)
  return value
}
