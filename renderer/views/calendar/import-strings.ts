/** What importing and saving calendar files says. */
import type { Difference, ImportRow, Remark, Times } from '../../../shared/ical.ts'
import { translated } from '../../../shared/language.ts'
import { dayInWords, rangeInWords, stampInWords, weekdayInWords } from '../../ui/dates.ts'
import { clockTime } from '../../ui/when.ts'
import { addDays, dateOf } from './event-times.ts'
import { german } from './import-german.ts'

const count = (n: number, one: string, many: string): string => (n === 1 ? one : `${n.toLocaleString('en-GB')} ${many}`)

const english = {
  menu: 'Calendar files',
  import: 'Import a calendar file…',
  save: 'Save as a calendar file…',
  drop: 'Drop the calendar file (.ics) here',
  dropHint: 'You see what it would change before anything is changed.',
  reading: (name: string): string => (name === '' ? 'Reading the file' : `Reading “${name}”`),
  readingNow: 'Comparing it with your calendar…',
  stop: 'Stop',
  refused: (name: string): string => (name === '' ? 'The file was not read' : `“${name}” was not read`),
  cancel: 'Cancel',
  another: 'Choose another file…',
  close: 'Close',
  title: (file: string): string => `Import “${file}”`,
  from: (calendar: string): string => `It calls itself “${calendar}”.`,
  lead: 'Nothing is in your calendar yet. Links and attachments are kept with an entry and never opened.',
  nothing: 'Your calendar already has all of it. There is nothing to import.',
  nothingElse: 'Your calendar already has everything that can be read. There is nothing to import.',
  empty: 'The file holds no events and no tasks.',
  allUnreadable: 'Nothing of it can be read.',
  groups: {
    new: (n: number): string => count(n, 'One new entry', 'new entries'),
    changed: (n: number): string => count(n, 'One changed entry', 'changed entries'),
    removed: (n: number): string => count(n, 'One entry called off', 'entries called off'),
    unchanged: (n: number): string => count(n, 'One entry unchanged', 'entries unchanged'),
    unreadable: (n: number): string => count(n, 'One entry cannot be read', 'entries cannot be read'),
  },
  chooseAll: { new: 'Choose all new entries', changed: 'Choose all changed entries', removed: 'Choose all that are called off' },
  showMore: (n: number): string => `Show ${count(n, 'one', 'more')}`,
  take: (n: number): string => (n === 0 ? 'Import' : `Import ${n.toLocaleString('en-GB')}`),
  taking: 'Importing…',
  tooMany: (most: number): string => `That is more than Lares takes at once. It takes the first ${most.toLocaleString('en-GB')} changes now; import the file again for the rest.`,
  done: (n: number, left: number): string => `Imported ${count(n, 'one entry', 'entries')}.${left === 0 ? '' : ` ${count(left, 'One is', 'are')} left: import the file again for the rest.`}`,
  line: (n: number): string => `line ${n.toLocaleString('en-GB')}`,
  task: 'task',
  repeats: 'repeats', free: 'no, it is free',
  single: (n: number): string => count(n, 'one time differs', 'times differ'),
  noTime: 'no day',
  fields: { when: 'When', title: 'Title', people: 'With', place: 'Where', note: 'Note', repeats: 'Repeats', reminders: 'Reminders', free: 'Takes up time', done: 'Done', 'single times': 'Times that differ', kept: 'Details that Lares keeps but does not show' } satisfies Record<Difference['field'], string>,
  was: 'was',
  becomes: 'becomes',
  none: 'nothing',
  remarks: {
    older: 'Older than what you have, so it is not chosen.',
    'lines left out': 'A few lines of it are no calendar data and are left out.',
    'too long': 'An attachment inside the file is too large to keep and is left out.',
    'zone by offsets': 'Its time zone has a name nobody knows; it was recognised by its hours.',
    'no length': 'It has no length; a quarter of an hour is shown.',
    periods: 'Some of its times have lengths of their own; all are shown as long as the first.',
    cut: 'Its description is long; the calendar shows the beginning and keeps all of it.',
    cancelled: 'The file calls it off. It will be removed from your calendar.',
  } satisfies Record<Remark, string>,

  saveTitle: 'Save as a calendar file',
  saveLead: 'The file can be read by every calendar program. It holds titles, times, notes, people and places as they are, so be careful whom you give it to.',
  which: 'What to save',
  what: { shown: 'What is shown', chosen: 'Chosen events', all: 'Everything' },
  shown: (n: number): string => `${count(n, 'The one event', 'events')} in view.`,
  all: 'All events and tasks, past and future.',
  nothingShown: 'No event is in view. Choose another stretch of time, or save everything.',
  confirm: 'Save…',
  saved: (n: number, file: string): string => `Saved ${count(n, 'one entry', 'entries')} in “${file}”.`,
}
export type English = typeof english

export const words = translated(english, german)

/** "Monday 23 November 2026, 14:00 – 15:00" */
export const timesInWords = (times: Times | null, zone: string): string => {
  if (times === null) return words.noTime
  if (times.allDay) {
    const from = dateOf(times.start, times.zone), last = times.end === times.start ? from : addDays(dateOf(times.end, times.zone), -1)
    return from === last ? `${weekdayInWords(from)} ${from.slice(0, 4)}` : rangeInWords(from, last)
  }
  const day = `${dayInWords(times.start, zone)} ${dateOf(times.start, zone).slice(0, 4)}, ${clockTime(times.start, zone)}`
  if (times.end === times.start) return day
  return dateOf(times.start, zone) === dateOf(times.end, zone) ? `${day} – ${clockTime(times.end, zone)}` : `${day} – ${stampInWords(times.end, zone)}`
}

export const rowInWords = (row: ImportRow, zone: string): string => [timesInWords(row.times, zone), ...(row.repeats ? [words.repeats] : []), ...(row.single === 0 ? [] : [words.single(row.single)]), ...(row.place === '' ? [] : [row.place]), ...(row.kind === 'task' ? [words.task] : [])].join(' · ')
