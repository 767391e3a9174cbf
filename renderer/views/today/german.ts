/** What Today says, in German. */
import type { Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${String(n)} ${many}`)
const list = new Intl.ListFormat('de', { type: 'conjunction' })

export const german: Wording<English> = {
  today: 'Heute',
  tomorrow: 'Morgen',
  summary: (events, tasks) => (events + tasks === 0 ? 'Heute steht nichts im Kalender, und nichts ist fällig.' : `Heute: ${[...(events > 0 ? [count(events, 'Termin', 'Termine')] : []), ...(tasks > 0 ? [count(tasks, 'fällige Aufgabe', 'fällige Aufgaben')] : [])].join(' und ')}.`),
  commands: 'Alle Befehle',

  whose: { together: 'Zusammen', devices: 'Geräte', nobody: 'Niemand Bestimmtes' },
  nothing: { today: 'Heute nichts. Ein ruhiger Tag.', tomorrow: 'Morgen noch nichts.' },
  allDay: 'ganztägig',
  from: (time) => `ab ${time}`,
  until: (time) => `bis ${time}`,
  anyTime: 'irgendwann',
  overdue: 'überfällig',
  show: (title) => `${title} im Kalender zeigen`,

  emptyTitle: 'Hier beginnen deine Tage',
  empty: 'Hier steht, was im Kalender ist und was fällig wird, nach Personen, für heute und morgen. Beginne mit einem Termin oder einer Aufgabe, oder sag es Lares in einem Satz: „Emma hat mittwochs um vier Klavier“.',
  newEvent: 'Neuer Termin',
  newTask: 'Neue Aufgabe',
  write: 'Einen Satz schreiben',

  decisions: 'Braucht dich',
  noDecisions: 'Nichts wartet auf eine Entscheidung.',
  proposal: (titles, more) => `Ein Vorschlag wartet auf dein Ja: ${list.format(more === 0 ? titles : [...titles, `${String(more)} mehr`])}`,
  openProposal: 'Ansehen',
  clash: (people, a, b) => `${list.format(people)}: „${a}“ und „${b}“ überschneiden sich`,
  tooFar: (people, a, b, minutes) => `${list.format(people)}: „${a}“ und „${b}“ liegen enger beieinander als die ${String(minutes)} Minuten, die der Weg braucht`,
  openClash: 'Beide zeigen',
  reminders: (n) => `${count(n, 'Erinnerung wartet', 'Erinnerungen warten')} auf eine Antwort`,
  openReminders: 'Antworten',
  moreDecisions: (n) => `${count(n, 'weitere Überschneidung', 'weitere Überschneidungen')} in den nächsten sieben Tagen`,

  energy: 'Strom',
  now: (price) => `Jetzt ${price} je kWh.`,
  cheap: (stretches, from, to) => `Heute Nacht am günstigsten: ${list.format(stretches)}, ${from === to ? `zu ${from}` : `zu ${from} bis ${to}`}.`,
  flat: (price) => `Jede Stunde kostet gleich viel: ${price} je kWh.`,
  noCheap: 'Heute Nacht ist keine Stunde günstiger als eine andere.',
  chart: (from, to, low, high) => `Preise Stunde für Stunde von ${from} bis ${to}, zwischen ${low} und ${high} je kWh. In der Tabelle darunter steht jede Stunde.`,
  legend: { price: 'je kWh', cheap: 'heute Nacht günstig', over: 'vorbei', run: 'geplanter Lauf', now: 'jetzt' },
  runs: (device) => `Geplante Läufe: ${device}`,
  noRuns: 'Kein Gerät hat einen geplanten Lauf. Frag im Chat, vorerst auf Englisch: „Run the dishwasher tonight as cheaply as possible.“',
  table: 'Preise als Tabelle',
  hours: 'Stunde für Stunde',
  hour: 'Stunde',
  price: 'Preis je kWh',
  remarks: 'Bemerkungen',
  again: 'die Stunde, die es zweimal gibt, beim zweiten Mal',
  runsThen: (device) => `${device} läuft`,
  noTariff: 'Gib unter Haushalt einen Stromtarif ein, dann stehen hier die günstigen Stunden der Nacht.',
  noPrices: 'Der Stromtarif hat keine Preise für heute. Füge sie unter Haushalt ein, sobald dein Anbieter sie nennt.',
  toHousehold: 'Haushalt öffnen',
  someDevice: 'ein Gerät, das es nicht mehr gibt',
}
