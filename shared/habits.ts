/** How a household reads clocks and weeks: what it chose, and for what it left to the system what the system says. Pure, and without schemas, which the door has no use for: those stand in settings.ts. */
import type { ClockTime } from './time.ts'

/** What a household can choose; `system` leaves it to this computer. */
export interface HabitSettings { readonly clock: 'system' | '12' | '24'; readonly weekStart: 'system' | 'monday' | 'sunday' | 'saturday' }
export const usualHabits: HabitSettings = { clock: 'system', weekStart: 'system' }

/** What is meant once the system was asked. */
export interface Habits { readonly clock: '12' | '24'; readonly weekStart: 'monday' | 'sunday' | 'saturday' }
export const plainHabits: Habits = { clock: '24', weekStart: 'monday' }

interface WithWeek { readonly getWeekInfo?: () => { readonly firstDay: number } }

/** What people of this locale are used to; a tag that is none counts as one that says nothing: 24 hours, from Monday. */
export const habitsOfLocale = (tag: string): Habits => {
  try {
    const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions()
    const first = (new Intl.Locale(tag) as WithWeek).getWeekInfo?.().firstDay
    return { clock: hourCycle === 'h12' || hourCycle === 'h11' ? '12' : '24', weekStart: first === 7 ? 'sunday' : first === 6 ? 'saturday' : 'monday' }
  } catch { return plainHabits }
}

export const habitsOf = ({ clock, weekStart }: HabitSettings, system: Habits): Habits => ({ clock: clock === 'system' ? system.clock : clock, weekStart: weekStart === 'system' ? system.weekStart : weekStart })

/** A time of day by that clock: "21:30", "9:30 pm". Midnight is 12:00 am, noon 12:00 pm. */
export const timeOfDay = (time: ClockTime, clock: Habits['clock']): string => {
  if (clock === '24') return time
  const hour = Number(time.slice(0, 2))
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${time.slice(2)} ${hour < 12 ? 'am' : 'pm'}`
}

/** The days of a week in their order, given from Monday on, as the household begins its week. */
export const inWeekOrder = <Day>(fromMonday: readonly Day[], weekStart: Habits['weekStart']): readonly Day[] => {
  const first = { monday: 0, saturday: 5, sunday: 6 }[weekStart]
  return [...fromMonday.slice(first), ...fromMonday.slice(0, first)]
}
