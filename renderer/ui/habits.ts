/** The clock and the week as this household reads them, for everything that writes a time. Set by the settings; the room in front is drawn anew then. */
import { habitsOf, inWeekOrder, plainHabits, timeOfDay, type Habits, type HabitSettings } from '../../shared/habits.ts'
import type { ClockTime } from '../../shared/time.ts'

let habits: Habits = plainHabits
export const setHabits = (chosen: HabitSettings, system: Habits): void => { habits = habitsOf(chosen, system) }

export const is12Hours = (): boolean => habits.clock === '12'
/** "21:30", or "9:30 pm" */
export const timeInWords = (time: ClockTime): string => timeOfDay(time, habits.clock)
/** An hour of the day, short: "06", "6 am". */
export const hourInWords = (hour: number): string => (is12Hours() ? timeOfDay(`${String(hour).padStart(2, '0')}:00`, '12').replace(':00', '') : String(hour).padStart(2, '0'))
/** The days as the week begins here; given from Monday on. */
export const weekOrder = <Day>(fromMonday: readonly Day[]): readonly Day[] => inWeekOrder(fromMonday, habits.weekStart)
/** 0 is Sunday, as a calendar grid counts. */
export const firstWeekday = (): number => ({ monday: 1, saturday: 6, sunday: 0 })[habits.weekStart]
