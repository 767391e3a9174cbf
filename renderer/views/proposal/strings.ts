/** What a proposal says. */
import type { HouseholdEntry } from '../../../shared/calendar.ts'
import type { Role, Routine, StandingRule } from '../../../shared/household.ts'
import { translated } from '../../../shared/language.ts'
import type { Task } from '../../../shared/tasks.ts'
import { hoursInWords } from '../../ui/hours.ts'
import { german } from './german.ts'

const dayNames = { mo: 'Mon', tu: 'Tue', we: 'Wed', th: 'Thu', fr: 'Fri', sa: 'Sat', su: 'Sun' } as const satisfies Record<Routine['days'][number], string>

const english = {
  /** Of events, and of anything else. */
  states: {
    calendar: { open: 'Put this into your calendar?', accepted: 'In your calendar', dismissed: 'Set aside. Nothing was put into the calendar.', undone: 'Taken out of your calendar again.' },
    other: { open: 'Make these changes?', accepted: 'Done', dismissed: 'Set aside. Nothing was changed.', undone: 'Taken back.' },
  },
  accept: 'Accept',
  acceptSome: (chosen: number, all: number): string => `Accept ${chosen} of ${all}`,
  nothingChosen: 'Choose at least one of them, or set it aside.',
  dismiss: 'Not now',
  undo: 'Undo',
  show: 'Show in calendar',
  include: (title: string): string => `Include “${title}”`,
  amend: (title: string): string => `Edit “${title}” first`,
  amendConfirm: 'Change the proposal',
  amended: (title: string): string => `Changed “${title}” in the proposal. Nothing is in the calendar yet.`,
  whatItWas: 'What it was about',
  add: 'Added',
  edit: 'Changed',
  remove: 'Removed',
  was: 'was',
  nothing: 'nothing',
  somebody: 'Somebody',
  unknown: 'No longer in the household',
  shares: 'Who does how much',
  share: (things: number, minutes: number): string => `${things.toLocaleString('en')} ${things === 1 ? 'thing' : 'things'}, ${hoursInWords(minutes)}`,

  kinds: { task: 'To-do', chore: 'Chore', oneTime: 'Only this time', people: 'Person', places: 'Place', devices: 'Device', tariffs: 'Tariff', house: 'The house', routines: 'Routine', notes: 'Note', rules: 'Rule' } satisfies Record<HouseholdEntry['list'] | 'task' | 'chore' | 'oneTime', string>,
  lines: {
    title: 'Title', who: 'Who', where: 'Where', device: 'Device', repeats: 'Repeats', reminders: 'Reminders', free: 'Time', isFree: 'takes nobody’s time', note: 'Note', leftOut: 'Left out', putBack: 'Put back',
    turn: 'Next turn', effort: 'Takes', checklist: 'Checklist', nag: 'Until done', medicine: 'Medicine', isMedicine: 'its times are never moved', done: 'State', isDone: 'done', ownRule: 'By a rule of its own',
    role: 'Role', aliases: 'Also called', born: 'Born', phone: 'Phone', email: 'Email', address: 'Address', days: 'Days', time: 'Time', quiet: 'Quiet', isQuiet: 'nothing noisy may run', rule: 'Means', text: 'Text', power: 'Power', run: 'One run', currency: 'Currency', cap: 'House connection', zone: 'Time zone',
    addedTo: (label: string): string => `Added to ${label.toLowerCase()}`,
  },
  roles: { adult: 'Adult', child: 'Child', baby: 'Baby', pet: 'Pet', helper: 'Helper', other: 'Other' } satisfies Record<Role, string>,
  ruleKinds: { release: 'this phrase may leave as written', forbid: 'this phrase never leaves' } satisfies Record<StandingRule['kind'], string>,
  rotations: {
    together: (names) => names,
    fixed: (names) => `In turn: ${names}`,
    fair: (names) => `Whoever has given it the least time: ${names}`,
    random: (names) => `Drawn by lot: ${names}`,
  } satisfies Record<Task['rotation'], (names: string) => string>,
  due: (moment: string): string => `due ${moment}`,
  afterDone: (days: number): string => (days === 1 ? 'The day after it was last done' : `${days} days after it was last done`),
  minutes: (minutes: number): string => hoursInWords(minutes),
  nag: (minutes: number): string => `again every ${hoursInWords(minutes)}`,
  days: (days: Routine['days']): string => (days.length === 7 ? 'every day' : days.map((day) => dayNames[day]).join(', ')),
}
export type English = typeof english

export const strings = translated(english, german)
