/** What the tasks say. */
import { translated } from '../../../shared/language.ts'
import type { Task } from '../../../shared/tasks.ts'
import { hoursInWords } from '../../ui/hours.ts'
import { ruleInWords } from '../../ui/rule-words.ts'
import type { DueGroup } from './due-groups.ts'
import { german } from './german.ts'

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${String(n)} ${many}`)
const units = { DAILY: ['day', 'days'], WEEKLY: ['week', 'weeks'], MONTHLY: ['month', 'months'], YEARLY: ['year', 'years'] } as const

const english = {
  tasks: 'Tasks',
  dueToday: (n: number): string => (n === 0 ? 'Nothing is due today.' : `${count(n, 'task is', 'tasks are')} due today.`),
  create: 'New task',
  parts: 'Parts of the tasks',
  part: { due: 'Due', lists: 'Lists', fairness: 'Fairness' },
  undo: 'Undo',
  cancel: 'Cancel',

  filter: 'Show only',
  group: { overdue: 'Overdue', today: 'Today', soon: 'Next seven days', later: 'Later', someday: 'Some day' } satisfies Record<DueGroup, string>,
  counted: (n: number): string => count(n, 'task', 'tasks'),
  doneLately: (n: number): string => `Done lately (${String(n)})`,
  nobodysTasks: 'Nothing for them. Take the choice away above to see everybody’s tasks.',
  emptyTitle: 'Nothing to do',
  empty: 'Add what has to be done: bins every Thursday, in turn; plants three days after they were last watered; a letter to post, once. Lares keeps track of whose turn it is.',

  somebody: 'somebody who has left',
  markDone: (title: string, by: string | null): string => (by === null ? `Done: ${title}` : `Done: ${title}, by ${by}`),
  more: (title: string): string => `More about ${title}`,
  open: (title: string): string => `Edit ${title}`,
  turn: (name: string): string => `${name}’s turn`,
  minutes: hoursInWords,
  checklist: (done: number, all: number): string => `Checklist, ${String(done)} of ${String(all)} done`,
  medicine: 'medicine',
  nags: (minutes: number): string => `reminds every ${hoursInWords(minutes)} until done`,
  snoozed: (until: string): string => `snoozed until ${until}`,
  moved: (from: string): string => `moved from ${from}`,
  onList: (list: string): string => `on ${list}`,
  /** A rule runs on the clock of `zone`. */
  repeats: (repeats: NonNullable<Task['repeats']>, zone: string): string =>
    repeats.from === 'done' ? `${count(repeats.days, 'day', 'days')} after it is done` : ruleInWords(repeats.rrule, repeats.since, zone)?.replace(/^E/, 'e') ?? 'repeats by a rule of its own',

  menu: {
    doneBy: 'Done by', nobody: 'Nobody in particular', skip: 'Skip this time', snooze: 'Snooze', move: 'Move…', moveOnce: 'Move this time…', swap: 'Swap with', edit: 'Edit…', remove: 'Delete',
    hour: '1 hour', evening: (time: string): string => `This evening, ${time}`, tomorrow: (time: string): string => `Tomorrow, ${time}`, own: 'Another time…',
  },
  reopen: (title: string): string => `Not done after all: ${title}`,
  reopenShort: 'Not done after all',

  said: {
    next: (who: string | null, when: string): string => ` Next: ${who === null ? '' : `${who}, `}${when}.`,
    done: (title: string): string => `Done: “${title}”.`,
    skipped: (title: string): string => `Skipped “${title}” this time.`,
    snoozed: (title: string, until: string): string => `“${title}” is snoozed until ${until}.`,
    moved: (title: string, when: string): string => `Moved “${title}” to ${when}.`,
    swapped: (title: string, who: string): string => `${who} takes this turn of “${title}”.`,
    opened: (title: string): string => `“${title}” is to do again.`,
    added: (title: string): string => `Added “${title}”.`,
    changed: (title: string): string => `Changed “${title}”.`,
    removed: (title: string): string => `Deleted “${title}”.`,
    cleared: (n: number, list: string): string => `Cleared ${count(n, 'ticked item', 'ticked items')} from ${list}.`,
    ticked: (what: string, left: number): string => `${what} ticked. ${left === 0 ? 'Nothing left.' : `${String(left)} left.`}`,
    unticked: (what: string, left: number): string => `${what} is to do again. ${String(left)} left.`,
    put: (title: string, list: string): string => `${title} is on ${list}.`,
    there: (title: string, list: string): string => `${title} is on ${list} already.`,
  },

  lists: {
    all: 'Lists', add: 'New list', left: (n: number): string => `${String(n)} to do`,
    quick: (list: string): string => `Add to ${list}`, quickHint: 'Press Enter after each.', quickPlaceholder: 'Milk',
    clear: (n: number): string => `Clear ticked (${String(n)})`,
    emptyTitle: (list: string): string => `Nothing on ${list} yet`, empty: 'Write above what is needed and press Enter. Tick what you have; clear the ticked ones when you are through.',
    newTitle: 'New list', name: 'Name of the list', namePlaceholder: 'Packing, Pharmacy, Birthday …', noName: 'Give the list a name.', longName: 'Keep the name under 120 characters.', create: 'Add list',
  },

  fairness: {
    title: 'Who gave how much, in the last four weeks',
    line: 'By the minutes that each chore takes. Where turns are “Fair”, whoever gave the least is next.',
    person: 'Person', given: 'Time given', times: 'Chores done', share: 'Share', nobody: 'Nobody in particular',
    history: 'Chore by chore', last: (who: string, when: string): string => `last: ${who}, ${when}`, skipped: 'skipped', dueWas: (when: string): string => `was due ${when}`, neverDone: 'not done yet',
    emptyTitle: 'Nothing done yet', empty: 'When somebody marks a chore done, this page shows who gave how much time, so that the next turn can be fair.',
    shared: (n: number): string => `The last ${String(n)} times`,
  },

  form: {
    newTitle: 'New task', editTitle: 'Task', title: 'What is to be done', titlePlaceholder: 'Bins out, water the plants, post the letter …',
    list: 'List', noList: 'No list: a chore or a to-do',
    effort: 'It takes', minutes: 'min',
    when: 'When', whens: { none: 'Some day', day: 'A day', time: 'A time' }, date: 'Day', time: 'Time',
    repeats: 'Comes back', repeat: { never: 'Never', due: 'By the calendar', done: 'After it is done', own: 'By a rule of its own' },
    repeatHints: { never: '', due: 'On its days, whenever it was done the last time.', done: 'Counted from the day it was last done or skipped.', own: 'Kept as it was said.' },
    every: 'Every', unit: 'Unit', unitOf: (unit: keyof typeof units, every: string): string => units[unit][every.trim() === '1' ? 0 : 1], after: 'Days after',
    people: 'For', noPeople: 'Add the people of your household under Household, and you can share tasks among them.',
    order: (names: readonly string[]): string => `In the order of their turns: ${names.join(', ')}. Take somebody out and in again to put them last.`,
    rotation: 'Turns', rotations: { together: 'No turns', fixed: 'In turn', fair: 'Fair', random: 'Drawn' },
    rotationHints: { together: 'It is for all of them.', fixed: 'One after the other.', fair: 'Whoever gave the least time in four weeks.', random: 'Drawn, never the same twice in a row.' },
    turn: 'Whose turn it is',
    moreFields: 'Checklist, reminders, medicine, note',
    checklist: 'Checklist', checklistHint: 'One step per line. It begins anew each time the task comes back.',
    reminders: 'Reminders', whenDue: 'When it is due',
    remindersNeedDay: 'A reminder needs a day.',
    nag: 'Remind again', nags: (minutes: number): string => (minutes === 0 ? 'No' : `Every ${hoursInWords(minutes)} until it is done`),
    medicine: 'It is a medicine', medicineHint: 'Its time is never moved by a plan, and it reminds in quiet hours too.',
    note: 'Note', save: 'Save', add: 'Add task', remove: 'Delete',
    errors: {
      title: 'Say what is to be done, in at most 300 characters.', date: 'Choose a day.', dateNeeded: 'What comes back needs a first day.', time: 'Give a time, such as 18:30.', every: 'Give a whole number from 1 to 99.', days: 'Give whole days, from 1 to 3660.',
      effort: 'Give whole minutes, from 1 to 1440.', checklist: 'Keep to 100 steps of at most 300 characters.', note: 'Keep the note under 4000 characters.',
    },
  },
  when: { snooze: (title: string): string => `Snooze “${title}”`, move: (title: string): string => `Move “${title}”`, moveHint: 'Only this time; the next ones stay where they are.', date: 'Day', time: 'Time', confirmSnooze: 'Snooze', confirmMove: 'Move' },
}
export type English = typeof english

export const strings = translated(english, german)
