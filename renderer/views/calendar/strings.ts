/** What the calendar says. */
import type { Scope } from '../../../shared/calendar.ts'
import { translated } from '../../../shared/language.ts'
import { dayInWords, rangeInWords, weekdayInWords } from '../../ui/dates.ts'
import { keysInEnglish, plain } from '../../ui/keys.ts'
import { clockTime } from '../../ui/when.ts'
import { addDays } from './event-times.ts'
import { german } from './german.ts'

const english = {
  calendar: 'Calendar',
  looks: { label: 'Calendar view', day: 'Day', week: 'Week', month: 'Month', agenda: 'Agenda' },
  today: 'Today',
  earlier: { day: 'Previous day', week: 'Previous week', month: 'Previous month', agenda: 'Earlier' },
  later: { day: 'Next day', week: 'Next week', month: 'Next month', agenda: 'Later' },
  create: 'New event',
  filter: 'Show only',
  devices: 'Devices',
  allDay: 'all day',
  hours: 'Hours',
  events: 'Events',
  close: 'Close',
  more: (count: number): string => `${String(count)} more`,
  nothing: { day: 'Nothing planned on this day. Ask Lares, or press N.', week: 'Nothing planned this week. Ask Lares, or press N.', month: 'Nothing planned this month. Ask Lares, or press N.', agenda: 'Nothing planned in these four weeks. Ask Lares, or press N.' },
  hidden: (count: number): string => `Nothing to show for this choice; ${count === 1 ? 'one other event is' : `${String(count)} other events are`} hidden.`,
  openDay: (day: string): string => `Show ${day}`,
  eventKeys: 'Enter opens. M moves. Alt with an arrow key shifts by a quarter of an hour or a day. Delete deletes.',

  undo: 'Undo',
  history: {
    open: 'Changes',
    title: 'Changes to the calendar',
    empty: 'No changes yet. What you or Lares change here can be undone from this list.',
    undone: 'undone',
    undoOne: (label: string): string => `Undo “${label}”`,
    byHand: 'by hand',
    byPlan: 'from a plan',
  },
  keys: {
    open: 'Keyboard',
    title: 'Keyboard',
    rows: [
      ['T', 'today'], ['← →', 'earlier, later'], ['1 2 3 4', 'day, week, month, agenda'], ['N', 'new event'],
      ['Enter', 'open the event in focus'], ['M', 'move it in a dialog'], ['Alt ↑ ↓', 'shift it by 15 minutes'], ['Alt ← →', 'shift it by a day'], ['Delete', 'delete it'],
      [keysInEnglish(plain('z')), 'undo the last change'],
    ] as const,
  },

  added: (title: string): string => `Added “${title}”.`,
  changed: (title: string, scope: Scope): string => `Changed ${which(title, scope)}.`,
  moved: (title: string, scope: Scope, when: string): string => `Moved ${which(title, scope)}${scope === 'one' ? ` to ${when}` : ''}.`,
  deleted: (title: string, scope: Scope): string => `Deleted ${which(title, scope)}.`,
  allDayMoves: 'An all-day event moves by days: Alt with ← or →.',

  /** "Monday 23 November, 14:00 – 15:00" */
  when: (shown: { readonly start: string; readonly end: string; readonly allDay: boolean }, zone: string): string => {
    if (shown.allDay) {
      const last = addDays(shown.end, -1)
      return last === shown.start ? `${weekdayInWords(shown.start)}, all day` : `${rangeInWords(shown.start, last)}, all day`
    }
    const [first, second] = [dayInWords(shown.start, zone), dayInWords(shown.end, zone)]
    return first === second ? `${first}, ${clockTime(shown.start, zone)} – ${clockTime(shown.end, zone)}` : `${first}, ${clockTime(shown.start, zone)} – ${second}, ${clockTime(shown.end, zone)}`
  },
  deviceRun: (device: string): string => `run of ${device}`,
  someDevice: 'device run',
  repeats: 'repeats',
  withPeople: (names: readonly string[]): string => `with ${names.join(', ')}`,
  at: (place: string): string => `at ${place}`,
  takes: (device: string): string => `takes ${device}`,

  form: {
    newTitle: 'New event',
    editTitle: 'Event',
    name: 'Title',
    namePlaceholder: 'Dentist, football, visit of Grandma …',
    allDay: 'All day',
    startDate: 'Starts on',
    startTime: 'Start time',
    endDate: 'Ends on',
    lastDay: 'Last day',
    endTime: 'End time',
    people: 'People',
    nobody: 'Add the people of your household under Household, and you can choose them here.',
    place: 'Place',
    noPlace: 'No place',
    device: 'Device',
    noDevice: 'No device',
    deviceRun: 'A run of the device.',
    deviceTaken: 'It is taken along: with people or a place, this is no run.',
    note: 'Note',
    zone: (zone: string): string => `Times are ${zone.replaceAll('_', ' ')} time.`,
    save: 'Save',
    add: 'Add event',
    cancel: 'Cancel',
    remove: 'Delete',
    move: 'Move…',
    noTitle: 'Give the event a title.',
    longTitle: 'Keep the title under 300 characters.',
    longNote: 'Keep the note under 4000 characters.',
    noDate: 'Choose a date.',
    noTime: 'Give a time, such as 14:30.',
    endFirst: 'Choose an end after the start.',
    lastDayFirst: 'The last day is before the first. Choose a later one.',
    skipped: (time: string, instead: string): string => `The clocks go forward that night, so ${time} does not exist. Lares takes ${instead}.`,
    twice: (time: string): string => `The clocks go back that night, so ${time} comes twice. Lares takes the first.`,
    free: 'Takes nobody’s time',
    freeHint: 'For a birthday or a public holiday: plans are made as if it were not there.',
    reminders: 'Reminders',
    otherReminder: 'Another reminder',
    reminderNumber: 'How long before',
    reminderUnit: 'Unit',
    reminderUnits: { minutes: 'minutes', hours: 'hours', days: 'days', weeks: 'weeks' },
    addReminder: 'Add',
    badReminder: 'Give a whole number, at most four weeks in all.',
    fullReminders: 'Ten reminders are enough for one event.',
    repeat: {
      label: 'Repeats',
      every: { never: 'Never', daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly', yearly: 'Yearly', kept: 'By its own rule' },
      interval: 'Every',
      units: { daily: ['day', 'days'], weekly: ['week', 'weeks'], monthly: ['month', 'months'], yearly: ['year', 'years'] },
      weekdays: 'On these days',
      by: 'On',
      ends: 'Ends',
      endings: { never: 'Never', until: 'On a day', count: 'After some times' },
      until: 'Last day',
      count: 'How many times',
      times: 'times',
      badInterval: 'Give a whole number from 1 to 999.',
      badCount: 'Give a whole number from 1 to 9999.',
      noWeekday: 'Choose at least one day.',
      untilFirst: 'That is before it starts. Choose a later day.',
      isKept: 'It stays as it is unless you choose another way.',
    },
  },
  scope: {
    titles: { change: 'Change which times?', move: 'Move which times?', remove: 'Delete which times?' },
    text: (title: string): string => `“${title}” takes place more than once.`,
    ruleText: (title: string): string => `How “${title}” repeats was changed, so one time alone cannot be meant.`,
    one: 'Only this one',
    following: 'This and later ones',
    all: 'All',
  },
  move: {
    title: (name: string): string => `Move “${name}”`,
    now: 'Now',
    then: 'Then',
    dayEarlier: 'A day earlier', dayLater: 'A day later', weekEarlier: 'A week earlier', weekLater: 'A week later', earlier: '15 minutes earlier', later: '15 minutes later',
    confirm: 'Move',
  },
}
export type English = typeof english

export const strings = translated(english, german)

/** “Football”, or which times of it. */
const which = (title: string, scope: Scope): string => (scope === 'one' ? `“${title}”` : scope === 'all' ? `all times of “${title}”` : `this and later times of “${title}”`)
