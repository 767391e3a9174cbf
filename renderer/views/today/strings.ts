/** What Today says. */
import { translated } from '../../../shared/language.ts'
import { german } from './german.ts'

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${String(n)} ${many}`)
const list = new Intl.ListFormat('en', { type: 'conjunction' })

const english = {
  today: 'Today',
  tomorrow: 'Tomorrow',
  summary: (events: number, tasks: number): string => (events + tasks === 0 ? 'Nothing stands in the calendar today, and nothing is due.' : `${[...(events > 0 ? [count(events, 'event', 'events')] : []), ...(tasks > 0 ? [`${count(tasks, 'task', 'tasks')} due`] : [])].join(' and ')} today.`),
  commands: 'All commands',

  whose: { together: 'Together', devices: 'Devices', nobody: 'Nobody in particular' },
  nothing: { today: 'Nothing today. A quiet day.', tomorrow: 'Nothing tomorrow yet.' },
  allDay: 'all day',
  from: (time: string): string => `from ${time}`,
  until: (time: string): string => `until ${time}`,
  anyTime: 'any time',
  overdue: 'overdue',
  show: (title: string): string => `Show ${title} in the calendar`,

  emptyTitle: 'Your days begin here',
  empty: 'What is in the calendar and what is due stands here, by person, for today and tomorrow. Begin with an event or a task, or tell Lares in a sentence: “Emma has piano on Wednesdays at four”.',
  newEvent: 'New event',
  newTask: 'New task',
  write: 'Write a sentence',

  decisions: 'Needs you',
  noDecisions: 'Nothing waits for a decision.',
  proposal: (titles: readonly string[], more: number): string => `A proposal waits for your yes: ${list.format(more === 0 ? titles : [...titles, `${String(more)} more`])}`,
  openProposal: 'Look at it',
  clash: (people: readonly string[], a: string, b: string): string => `${list.format(people)}: “${a}” and “${b}” overlap`,
  tooFar: (people: readonly string[], a: string, b: string, minutes: number): string => `${list.format(people)}: “${a}” and “${b}” are closer than the ${String(minutes)} minutes the way takes`,
  openClash: 'Show both',
  reminders: (n: number): string => `${count(n, 'reminder waits', 'reminders wait')} for an answer`,
  openReminders: 'Answer',
  moreDecisions: (n: number): string => `${count(n, 'more clash', 'more clashes')} within seven days`,

  energy: 'Electricity',
  now: (price: string): string => `Now ${price} per kWh.`,
  cheap: (stretches: readonly string[], from: string, to: string): string => `Cheapest tonight: ${list.format(stretches)}, ${from === to ? `at ${from}` : `for ${from} to ${to}`}.`,
  flat: (price: string): string => `Every hour costs the same: ${price} per kWh.`,
  noCheap: 'Tonight no hour is cheaper than another.',
  chart: (from: string, to: string, low: string, high: string): string => `Prices by the hour from ${from} to ${to}, between ${low} and ${high} per kWh. The table below has each hour.`,
  legend: { price: 'per kWh', cheap: 'cheap tonight', over: 'over', run: 'planned run', now: 'now' },
  runs: (device: string): string => `Planned runs of ${device}`,
  noRuns: 'No device has a planned run. Ask in the chat: “Run the dishwasher tonight as cheaply as possible.”',
  table: 'Prices in a table',
  hours: 'Hour by hour',
  hour: 'Hour',
  price: 'Price per kWh',
  remarks: 'Remarks',
  again: 'the hour that comes twice, second time',
  runsThen: (device: string): string => `${device} runs`,
  noTariff: 'Add a tariff under Household, and the cheap hours of the night stand here.',
  noPrices: 'The tariff has no prices for today. Paste them under Household when your supplier gives them out.',
  toHousehold: 'Open Household',
  someDevice: 'a device that is gone',
}
export type English = typeof english

export const strings = translated(english, german)
