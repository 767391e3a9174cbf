/** The clock and the week: what is left to the system, and what a household chose. */
import { afterEach, describe, expect, it } from 'vitest'
import { habitsOf, habitsOfLocale, inWeekOrder, plainHabits, timeOfDay, usualHabits } from '../../shared/habits.ts'
import { defaultSettings, Settings } from '../../shared/settings.ts'
import { firstWeekday, setHabits, timeInWords, weekOrder } from '../../renderer/ui/habits.ts'
import { reminderInWords } from '../../renderer/ui/reminder-words.ts'
import { clockTime, weekdayRange } from '../../renderer/ui/when.ts'

afterEach(() => { setHabits(usualHabits, plainHabits) })

describe('what the system says', () => {
  it.each([
    ['en-GB', '24', 'monday'], ['en-US', '12', 'sunday'], ['de-DE', '24', 'monday'], ['ar-EG', '12', 'saturday'], ['pt-BR', '24', 'sunday'], ['en-US-u-va-posix', '12', 'sunday'], ['not a tag', '24', 'monday'],
  ])('%s: a clock of %s hours, weeks from %s', (tag, clock, weekStart) => {
    expect(habitsOfLocale(tag)).toEqual({ clock, weekStart })
  })

  it('counts only where the household chose nothing', () => {
    const system = { clock: '12', weekStart: 'sunday' } as const
    expect(habitsOf(usualHabits, system)).toEqual(system)
    expect(habitsOf({ clock: '24', weekStart: 'system' }, system)).toEqual({ clock: '24', weekStart: 'sunday' })
    expect(habitsOf({ clock: 'system', weekStart: 'saturday' }, system)).toEqual({ clock: '12', weekStart: 'saturday' })
  })

  it('is what settings mean that were written before there was a choice', () => {
    const { habits, ...older } = defaultSettings
    expect(Settings.parse(older).habits).toEqual(habits)
  })
})

describe('a clock of twelve hours', () => {
  it('has midnight and noon at 12', () => {
    expect(['00:00', '00:30', '01:05', '11:59', '12:00', '12:30', '13:00', '23:59'].map((time) => timeOfDay(time, '12'))).toEqual(['12:00 am', '12:30 am', '1:05 am', '11:59 am', '12:00 pm', '12:30 pm', '1:00 pm', '11:59 pm'])
  })

  it('is kept to wherever the window writes a time', () => {
    const read = (): readonly string[] => [clockTime('2026-11-22T22:30:00Z', 'Europe/Berlin'), weekdayRange('2026-11-22T22:30:00Z', '2026-11-23T01:15:00Z', 'Europe/Berlin'), reminderInWords(900, true), timeInWords('21:30')]
    expect(read()).toEqual(['23:30', 'Sun 23:30–02:15', 'The day before at 18:00', '21:30'])
    setHabits({ clock: '12', weekStart: 'system' }, plainHabits)
    expect(read()).toEqual(['11:30 pm', 'Sun 11:30 pm–2:15 am', 'The day before at 6:00 pm', '9:30 pm'])
  })
})

describe('the first day of the week', () => {
  it('leads the others round', () => {
    expect(inWeekOrder([1, 2, 3, 4, 5, 6, 7], 'monday')).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(inWeekOrder([1, 2, 3, 4, 5, 6, 7], 'sunday')).toEqual([7, 1, 2, 3, 4, 5, 6])
    expect(inWeekOrder([1, 2, 3, 4, 5, 6, 7], 'saturday')).toEqual([6, 7, 1, 2, 3, 4, 5])
  })
  it('is the same for the grid and for chips', () => {
    for (const [weekStart, number, first] of [['monday', 1, 'Mo'], ['sunday', 0, 'Su'], ['saturday', 6, 'Sa']] as const) {
      setHabits({ clock: 'system', weekStart }, plainHabits)
      expect([firstWeekday(), weekOrder(['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[0]]).toEqual([number, first])
    }
  })
})
