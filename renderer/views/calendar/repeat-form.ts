/** How an event repeats, as fields of its form. A rule the fields have no words for is kept as it is until another is chosen. */
import type { Repeats } from '../../../shared/calendar.ts'
import { plainRuleInWords, repeatsInWords, weekdayOf, type RepeatWords } from '../../ui/rule-words.ts'
import { readPlainRule, weekdayCodes, writePlainRule, type DayOfMonth, type Frequency, type PlainRule, type WeekdayCode } from '../../ui/plain-rule.ts'
import { addDays } from './event-times.ts'
import { strings } from './strings.ts'

/** Which day of the month: the date of the start, its weekday counted from the first or from the last one, or the last day. */
export type ByDay = 'date' | 'weekday' | 'last-weekday' | 'last-day'

export interface RepeatForm {
  /** `kept`: by the rule from before, a rich one. */
  readonly every: 'never' | 'kept' | Frequency
  readonly interval: string
  /** Of a weekly rule. */
  readonly weekdays: readonly WeekdayCode[]
  /** Of a monthly or yearly rule. */
  readonly by: ByDay
  readonly ends: 'never' | 'until' | 'count'
  /** `YYYY-MM-DD` */
  readonly until: string
  readonly count: string
  /** What it was before; null for what happened once. */
  readonly before: RepeatBefore | null
  /** Whether that is by a rule these fields have no words for. */
  readonly isRich: boolean
  /** Whether somebody chose anew. Until then it stays what it was, to the letter. */
  readonly isChosen: boolean
}
/** `start` and `zone` are those of the event that begins the series. */
interface RepeatBefore { readonly repeats: Repeats; readonly start: string; readonly zone: string }

type RepeatField = 'interval' | 'weekdays' | 'until' | 'count'
export type RepeatErrors = Readonly<Partial<Record<RepeatField, string>>>

const words = strings.form.repeat

/** Of something that happens once, on a date. */
export const noRepeat = (date: string): RepeatForm => ({ every: 'never', interval: '1', weekdays: [weekdayOf(date)], by: 'date', ends: 'never', until: addDays(date, 91), count: '10', before: null, isRich: false, isChosen: false })

/** Of a series. `first` is the date of the event that begins it, `date` that of the time in the form. */
export const repeatOf = (before: RepeatBefore, first: string, date: string): RepeatForm => {
  const rule = before.repeats.rrule === undefined ? null : readPlainRule(before.repeats.rrule, before.start, before.zone)
  const by = rule === null ? null : byDayOf(rule, first)
  const plain = { ...noRepeat(date), before }
  if (rule === null || by === null) return { ...plain, every: 'kept', isRich: true }
  return {
    ...plain, every: rule.frequency, interval: String(rule.interval), weekdays: rule.weekdays.length === 0 ? [weekdayOf(first)] : rule.weekdays, by, ends: rule.end.kind,
    ...(rule.end.kind === 'until' ? { until: rule.end.date } : {}), ...(rule.end.kind === 'count' ? { count: String(rule.end.count) } : {}),
  }
}

/** The days of the month that a start on this date can stand for. */
export const byDaysFor = (date: string): readonly { readonly id: ByDay; readonly on: DayOfMonth }[] => {
  const day = Number(date.slice(8)), weekday = weekdayOf(date)
  const isLast = (days: number): boolean => addDays(date, days).slice(0, 7) !== date.slice(0, 7)
  return [
    { id: 'date', on: { kind: 'date', day } },
    // Many months have no fifth one.
    ...(day > 28 ? [] : [{ id: 'weekday', on: { kind: 'weekday', nth: Math.ceil(day / 7), weekday } } as const]),
    ...(isLast(7) ? [{ id: 'last-weekday', on: { kind: 'weekday', nth: -1, weekday } } as const] : []),
    ...(isLast(1) ? [{ id: 'last-day', on: { kind: 'date', day: -1 } } as const] : []),
  ]
}

/** The form as somebody changed it. A rule that is kept after all is the one from before. */
export const withRepeat = (form: RepeatForm, part: Partial<RepeatForm>): RepeatForm => { const next = { ...form, ...part }; return { ...next, isChosen: next.every !== 'kept' } }

/** The form after the start moved from a date to another: a new rule that means the weekday of the start goes along, one that was there before is moved in main. */
export const repeatMoved = (form: RepeatForm, from: string, to: string): RepeatForm => ({
  ...form,
  weekdays: isNew(form) && form.weekdays.join() === weekdayOf(from) ? [weekdayOf(to)] : form.weekdays,
  by: byDaysFor(to).some(({ id }) => id === form.by) ? form.by : 'date',
})

/** The date on which a weekly rule on these days begins: this one or the next that is one of them. */
export const firstOn = (weekdays: readonly WeekdayCode[], date: string): string => {
  if (weekdays.length === 0) return date
  const ahead = weekdayCodes.map((_, days) => addDays(date, days))
  return ahead.find((day) => weekdays.includes(weekdayOf(day))) ?? date
}

/** What the fields mean for an event that starts on `date`, or a sentence for each that means nothing. undefined = once. */
export const readRepeat = (form: RepeatForm, date: string, { zone, allDay }: { readonly zone: string; readonly allDay: boolean }): { readonly repeats: Repeats | undefined } | { readonly errors: RepeatErrors } => {
  if (!isNew(form)) return { repeats: form.before?.repeats }
  if (form.every === 'never' || form.every === 'kept') return { repeats: undefined }
  const errors: RepeatErrors = {
    ...(isCount(form.interval, 999) ? {} : { interval: words.badInterval }),
    ...(form.every === 'weekly' && form.weekdays.length === 0 ? { weekdays: words.noWeekday } : {}),
    ...(form.ends !== 'until' || (isDate(form.until) && form.until >= date) ? {} : { until: isDate(form.until) ? words.untilFirst : strings.form.noDate }),
    ...(form.ends !== 'count' || isCount(form.count, 9999) ? {} : { count: words.badCount }),
  }
  return Object.keys(errors).length > 0 ? { errors } : { repeats: { rrule: writePlainRule(ruleOf(form, form.every, date), { zone, allDay }), rdates: [], exdates: [] } }
}

/** The rule in words as the fields stand; null while it happens once or cannot be read yet. */
export const repeatInWords = (form: RepeatForm, date: string): RepeatWords | null => {
  if (!isNew(form)) return form.before === null ? null : repeatsInWords(form.before)
  if (form.every === 'never' || form.every === 'kept' || !isDate(date)) return null
  return 'errors' in readRepeat(form, date, { zone: 'UTC', allDay: true }) ? null : { says: plainRuleInWords(ruleOf(form, form.every, date), date), rule: null }
}

const isNew = ({ before, isChosen }: RepeatForm): boolean => before === null || isChosen

const ruleOf = (form: RepeatForm, frequency: Frequency, date: string): PlainRule => ({
  frequency, interval: Number(form.interval),
  weekdays: frequency === 'weekly' ? form.weekdays : [],
  on: frequency === 'monthly' || (frequency === 'yearly' && form.by !== 'date') ? byDaysFor(date).find(({ id }) => id === form.by)?.on ?? null : null,
  month: frequency === 'yearly' && form.by !== 'date' ? Number(date.slice(5, 7)) : null,
  end: form.ends === 'until' ? { kind: 'until', date: form.until } : form.ends === 'count' ? { kind: 'count', count: Number(form.count) } : { kind: 'never' },
})

/** null when the rule means another day than its first one. */
const byDayOf = (rule: PlainRule, first: string): ByDay | null => {
  if (rule.month !== null && rule.month !== Number(first.slice(5, 7))) return null
  const { on } = rule
  if (on === null) return 'date'
  return byDaysFor(first).find(({ on: one }) => one.kind === on.kind && (one.kind === 'date' ? on.kind === 'date' && one.day === on.day : on.kind === 'weekday' && one.nth === on.nth && one.weekday === on.weekday))?.id ?? null
}

const isCount = (text: string, most: number): boolean => /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
