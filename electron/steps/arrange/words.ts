/** What arranging says, in the language it was asked in. To add a language: a table like these, and its name in `wordsOf`. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Due } from '../../../shared/tasks.ts'
import { Temporal, type Instant } from '../../../shared/time.ts'

export type Language = 'en' | 'de'

interface Spoken {
  readonly and: string
  /** Monday first. */
  readonly weekdays: readonly string[]
  readonly nothing: (when: string) => string
  readonly notFound: (title: string) => string
  readonly notThen: (title: string) => string
  readonly which: (title: string) => string
  readonly theOne: (when: string) => string
  readonly onlyNext: (when: string) => string
  readonly allOfThem: string
  readonly scopeAsk: (title: string) => string
  readonly added: (title: string, when: string) => string
  readonly moved: (title: string, from: string, to: string) => string
  readonly changed: (title: string, what: string) => string
  readonly cancelled: (title: string, when: string) => string
  readonly cancelledAll: (title: string) => string
  readonly todo: (title: string, when: string) => string
  readonly chore: (title: string, when: string, who: string) => string
  readonly onList: (items: string, list: string) => string
  readonly ticked: (title: string) => string
  readonly offList: (items: string, list: string) => string
  readonly listHolds: (list: string, items: string) => string
  readonly noneFree: (length: string) => string
  readonly cleared: (items: string, list: string) => string
  readonly daysUntil: (day: string, count: number) => string
  readonly neverYet: (what: string) => string
  readonly listEmpty: (list: string) => string
  readonly shopping: string
  readonly remind: (title: string, how: string) => string
  readonly remindWhat: string
  readonly assumed: (length: string) => string
  readonly lengthOfLast: (length: string) => string
  readonly whoIsMe: string
  readonly meMeans: (name: string) => string
  readonly clash: (who: string, title: string, when: string) => string
  readonly travel: (who: string, title: string, minutes: number) => string
  readonly fix: (title: string, when: string) => string
  readonly fixNobody: string
  readonly free: (who: string, when: string) => string
  readonly busy: (who: string, what: string) => string
  readonly pickup: (who: string, what: string) => string
  readonly noPickup: (who: string) => string
  readonly canDo: (who: string) => string
  readonly nobody: string
  readonly nobodyHere: string
  readonly turn: (title: string, who: string, when: string) => string
  readonly turnNone: (title: string) => string
  readonly noted: (who: string) => string
  readonly notedFor: (who: string, note: string) => string
  readonly ruleForbid: (phrase: string) => string
  readonly ruleRelease: (phrase: string) => string
  readonly ruleUnread: string
  readonly known: (name: string) => string
  readonly nextEvents: string
  readonly knowNothing: (what: string) => string
  readonly notNoted: (what: string) => string
  readonly birthday: (who: string, day: string, age: number, next: string) => string
  readonly knownYear: (who: string, year: string) => string
  readonly noBirthday: (who: string) => string
  readonly noTariff: string
  readonly noPrices: (day: string) => string
  readonly samePrice: (price: string) => string
  readonly cheapest: (when: string, price: string) => string
  readonly dearest: (when: string, price: string) => string
  readonly undoWhat: (label: string) => string
  readonly undoNothing: string
  readonly exceptions: (words: string) => string
  readonly past: (when: string) => string
  readonly unknownChange: string
  readonly isNow: (title: string, when: string) => string
  readonly before: (length: string) => string
  readonly onlyOnce: string
  readonly whichOne: string
  readonly whereTo: (title: string) => string
  readonly whatTitle: string
  readonly by: (day: string) => string
  readonly quoted: (title: string) => string
  readonly reminder: string
  readonly pageFull: string
  readonly tooMuch: string
}

export interface Words extends Spoken {
  readonly language: Language
  readonly when: (event: Pick<CalendarEvent, 'start' | 'end' | 'allDay' | 'zone'>) => string
  readonly day: (instant: Instant, zone: string) => string
  /** When a task is due; empty without a day. */
  readonly due: (due: Due | undefined) => string
  readonly length: (minutes: number) => string
  /** A day long past, with its year. */
  readonly date: (day: Temporal.PlainDate) => string
  readonly money: (amount: number, currency: string) => string
  readonly list: (items: readonly string[]) => string
}

const english: Spoken = {
  and: 'and', weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  nothing: (when) => `Nothing is in the calendar for ${when}.`,
  notFound: (title) => `I found nothing like “${title}” in your calendar or tasks.`,
  notThen: (title) => `There is no “${title}” then. Did you mean this one?`,
  which: (title) => `Which “${title}” do you mean?`,
  theOne: (when) => `the one on ${when}`,
  onlyNext: (when) => `only the one on ${when}`,
  allOfThem: 'all of them',
  scopeAsk: (title) => `“${title}” comes back. Only one of them, or all?`,
  added: (title, when) => `“${title}”, ${when}.`,
  moved: (title, from, to) => `“${title}” from ${from} to ${to}.`,
  changed: (title, what) => `“${title}”: ${what}.`,
  cancelled: (title, when) => `“${title}” on ${when} is cancelled.`,
  cancelledAll: (title) => `All of “${title}” is cancelled.`,
  todo: (title, when) => `To do: “${title}”${when === '' ? '' : `, ${when}`}.`,
  chore: (title, when, who) => `Chore: “${title}”, ${when}${who === '' ? '' : `, ${who} in turn`}.`,
  onList: (items, list) => `On the list “${list}”: ${items}.`,
  offList: (items, list) => `Ticked off on “${list}”: ${items}.`,
  ticked: (title) => `Ticked off: “${title}”.`,
  listHolds: (list, items) => `${list}: ${items}.`,
  noneFree: (length) => `No time of ${length} is free for everybody then. Name another day, or less time.`,
  cleared: (items, list) => `Taken off “${list}”: ${items}.`,
  daysUntil: (day, count) => (count === 0 ? `${day}: that is today.` : count === 1 ? `${day}: one day.` : `${day}: ${count} days.`),
  neverYet: (what) => `The calendar has nothing that answers “${what}”.`,
  listEmpty: (list) => `The list “${list}” is empty.`,
  shopping: 'Shopping',
  remind: (title, how) => `A reminder of “${title}”, ${how}.`,
  remindWhat: 'Before what should I remind you? Name the event, or the time.',
  assumed: (length) => `You said no end, so it is ${length}.`,
  lengthOfLast: (length) => `${length}, as the last time.`,
  whoIsMe: 'Who is “me”?',
  meMeans: (name) => `me means ${name}`,
  clash: (who, title, when) => `${who} has “${title}” then (${when}).`,
  travel: (who, title, minutes) => `${who} has “${title}” too close to it: it takes ${minutes} min to get there.`,
  fix: (title, when) => `The nearest time that is free for everybody: ${when}. Say “${title}” to then, if you like.`,
  fixNobody: 'No free time was found within a week.',
  free: (who, when) => `${who} is free ${when}.`,
  busy: (who, what) => `${who} is not free: ${what}.`,
  pickup: (who, what) => `${who} has ${what}.`,
  noPickup: (who) => `Nothing that day says from where ${who} has to be picked up, so this is about the whole day.`,
  canDo: (who) => `Free then: ${who}.`,
  nobody: 'Nobody is free then.',
  nobodyHere: 'No adult is in the household yet. Tell me who lives here, for example “I’m Ada, and my husband is Tom”.',
  turn: (title, who, when) => `“${title}”: ${who}’s turn${when === '' ? '' : `, due ${when}`}.`,
  turnNone: (title) => `“${title}” has no turns.`,
  noted: (note) => `To be remembered: ${note}`,
  notedFor: (who, note) => `To be remembered about ${who}: ${note}`,
  ruleForbid: (phrase) => `“${phrase}” will never leave this computer.`,
  ruleRelease: (phrase) => `“${phrase}” may leave as it is written.`,
  ruleUnread: 'I can keep two kinds of rules: what must never leave (“never mention the clinic”) and what always may. Quiet hours belong to Household → Routines.',
  known: (name) => `What this computer knows about ${name}:`,
  nextEvents: 'Coming up:',
  knowNothing: (what) => `I know nothing about “${what}”.`,
  notNoted: (what) => `Nothing is noted here about “${what}”. Say “remember: …”, and it is kept for the next time.`,
  birthday: (who, day, age, next) => `${who} was born on ${day} and is ${age}${next === '' ? ' today' : `; the next birthday is ${next}`}.`,
  knownYear: (who, year) => `${who} was born in ${year}; the day is not noted.`,
  noBirthday: (who) => `When ${who} was born is not noted. Add it under Household → People.`,
  noTariff: 'There is no tariff yet. Add one under Household → Tariff.',
  noPrices: (day) => `There are no prices${day === '' ? '' : ` for ${day}`} yet. Add them under Household → Tariff.`,
  samePrice: (price) => `It costs the same at any time: ${price} per kWh.`,
  cheapest: (when, price) => `Cheapest: ${when}, for ${price} per kWh on average.`,
  dearest: (when, price) => `Dearest: ${when}, ${price}.`,
  undoWhat: (label) => `The last change was “${label}”. This takes it back.`,
  undoNothing: 'There is nothing to undo.',
  exceptions: (words) => `When is that: “${words}”? Say the dates, for example “except from 20 December to 6 January”.`,
  past: (when) => `${when} is over.`,
  unknownChange: 'I understood that something is to change, but not what. Say the event and what is new, for example “make the dentist 30 minutes longer”.',
  isNow: (title, when) => `“${title}”: ${when}.`,
  before: (length) => (length === '' ? 'when it begins' : `${length} before`),
  onlyOnce: 'Only once, not for good.',
  whichOne: 'Which event do you mean?',
  whereTo: (title) => `To when should “${title}” move?`,
  whatTitle: 'What should it be called?',
  by: (day) => `by ${day}`,
  quoted: (title) => `“${title}”`, reminder: 'Reminder',
  pageFull: 'There is no room left on that page.',
  tooMuch: 'That is more than one proposal can hold. Name a shorter stretch of time, or ask for it in parts.',
}

const german: Spoken = {
  and: 'und', weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  nothing: (when) => `Für ${when} steht nichts im Kalender.`,
  notFound: (title) => `Ich finde nichts wie „${title}“ im Kalender oder unter den Aufgaben.`,
  notThen: (title) => `Dann ist kein „${title}“. Ist dieser gemeint?`,
  which: (title) => `Welcher Termin ist mit „${title}“ gemeint?`,
  theOne: (when) => `der am ${when}`,
  onlyNext: (when) => `nur der am ${when}`,
  allOfThem: 'alle',
  scopeAsk: (title) => `„${title}“ wiederholt sich. Nur einer, oder alle?`,
  added: (title, when) => `„${title}“, ${when}.`,
  moved: (title, from, to) => `„${title}“ von ${from} auf ${to}.`,
  changed: (title, what) => `„${title}“: ${what}.`,
  cancelled: (title, when) => `„${title}“ am ${when} entfällt.`,
  cancelledAll: (title) => `„${title}“ entfällt ganz.`,
  todo: (title, when) => `Zu erledigen: „${title}“${when === '' ? '' : `, ${when}`}.`,
  chore: (title, when, who) => `Aufgabe: „${title}“, ${when}${who === '' ? '' : `, abwechselnd ${who}`}.`,
  onList: (items, list) => `Auf der Liste „${list}“: ${items}.`,
  offList: (items, list) => `Erledigt auf „${list}“: ${items}.`,
  ticked: (title) => `Abgehakt: „${title}“.`,
  listHolds: (list, items) => `${list}: ${items}.`,
  noneFree: (length) => `Dann sind keine ${length} für alle frei. Nenn einen anderen Tag oder weniger Zeit.`,
  cleared: (items, list) => `Von „${list}“ genommen: ${items}.`,
  daysUntil: (day, count) => (count === 0 ? `${day}: das ist heute.` : count === 1 ? `${day}: ein Tag.` : `${day}: ${count} Tage.`),
  neverYet: (what) => `Im Kalender steht nichts, was „${what}“ beantwortet.`,
  listEmpty: (list) => `Die Liste „${list}“ ist leer.`,
  shopping: 'Einkauf',
  remind: (title, how) => `Eine Erinnerung an „${title}“, ${how}.`,
  remindWhat: 'Vor welchem Termin soll ich erinnern? Bitte den Termin oder die Zeit nennen.',
  assumed: (length) => `Ein Ende wurde nicht genannt, daher ${length}.`,
  lengthOfLast: (length) => `${length}, wie beim letzten Mal.`,
  whoIsMe: 'Wer ist „ich“?',
  meMeans: (name) => `ich bin ${name}`,
  clash: (who, title, when) => `${who} hat dann „${title}“ (${when}).`,
  travel: (who, title, minutes) => `${who} hat „${title}“ zu dicht daran: der Weg dauert ${minutes} min.`,
  fix: (title, when) => `Die nächste Zeit, die für alle frei ist: ${when}. „${title}“ kann dorthin verlegt werden.`,
  fixNobody: 'In der nächsten Woche wurde keine freie Zeit gefunden.',
  free: (who, when) => `${who} ist ${when} frei.`,
  busy: (who, what) => `${who} ist nicht frei: ${what}.`,
  pickup: (who, what) => `${who} hat ${what}.`,
  noPickup: (who) => `An dem Tag steht nicht, wo ${who} abgeholt werden muss; das gilt also für den ganzen Tag.`,
  canDo: (who) => `Dann frei: ${who}.`,
  nobody: 'Dann ist niemand frei.',
  nobodyHere: 'Im Haushalt ist noch kein Erwachsener. Sag mir, wer hier wohnt, zum Beispiel „Ich bin Ada, und mein Mann ist Tom“.',
  turn: (title, who, when) => `„${title}“: ${who} ist dran${when === '' ? '' : `, fällig ${when}`}.`,
  turnNone: (title) => `Bei „${title}“ wechselt sich niemand ab.`,
  noted: (note) => `Zu merken: ${note}`,
  notedFor: (who, note) => `Zu merken über ${who}: ${note}`,
  ruleForbid: (phrase) => `„${phrase}“ verlässt diesen Computer nie.`,
  ruleRelease: (phrase) => `„${phrase}“ darf so hinaus, wie es dasteht.`,
  ruleUnread: 'Zwei Arten von Regeln kann ich mir merken: was nie hinaus darf („erwähne nie die Klinik“) und was immer darf. Ruhezeiten stehen unter Haushalt → Routinen.',
  known: (name) => `Was dieser Computer über ${name} weiß:`,
  nextEvents: 'Demnächst:',
  knowNothing: (what) => `Über „${what}“ weiß ich nichts.`,
  notNoted: (what) => `Über „${what}“ ist hier nichts vermerkt. Sag „merk dir: …“, dann steht es beim nächsten Mal da.`,
  birthday: (who, day, age, next) => `${who} ist am ${day} geboren und ${next === '' ? `wird heute ${age}` : `${age} Jahre alt; der nächste Geburtstag ist ${next}`}.`,
  knownYear: (who, year) => `${who} ist ${year} geboren; der Tag steht nirgends.`,
  noBirthday: (who) => `Wann ${who} geboren ist, ist nicht vermerkt. Trag es unter Haushalt → Personen ein.`,
  noTariff: 'Es gibt noch keinen Tarif. Trag einen unter Haushalt → Tarif ein.',
  noPrices: (day) => `Es gibt${day === '' ? '' : ` für ${day}`} noch keine Preise. Trag sie unter Haushalt → Tarif ein.`,
  samePrice: (price) => `Er kostet immer gleich viel: ${price} je kWh.`,
  cheapest: (when, price) => `Am billigsten: ${when}, im Schnitt ${price} je kWh.`,
  dearest: (when, price) => `Am teuersten: ${when}, ${price}.`,
  undoWhat: (label) => `Die letzte Änderung war „${label}“. Das nimmt sie zurück.`,
  undoNothing: 'Es gibt nichts rückgängig zu machen.',
  exceptions: (words) => `Wann ist das: „${words}“? Bitte die Tage nennen, zum Beispiel „außer vom 20. Dezember bis 6. Januar“.`,
  past: (when) => `${when} ist vorbei.`,
  unknownChange: 'Etwas soll sich ändern, aber was, habe ich nicht verstanden. Bitte den Termin und das Neue nennen, zum Beispiel „Zahnarzt 30 Minuten länger“.',
  isNow: (title, when) => `„${title}“: ${when}.`,
  before: (length) => (length === '' ? 'zu Beginn' : `${length} vorher`),
  onlyOnce: 'Nur dieses Mal.',
  whichOne: 'Welcher Termin ist gemeint?',
  whereTo: (title) => `Auf wann soll „${title}“ verlegt werden?`,
  whatTitle: 'Was soll in den Kalender?',
  by: (day) => `bis ${day}`,
  quoted: (title) => `„${title}“`, reminder: 'Erinnerung',
  pageFull: 'Auf dieser Seite ist kein Platz mehr.',
  tooMuch: 'Das ist mehr, als in einen Vorschlag passt. Bitte einen kürzeren Zeitraum nennen, oder eins nach dem anderen.',
}

/** All it takes to say something. `now` decides about "today", and whether a year has to be said. */
export function wordsOf(language: Language, now: Instant): Words {
  const spoken = language === 'de' ? german : english, locale = language === 'de' ? 'de-DE' : 'en-GB'
  const zoned = (instant: Instant, zone: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const day = (instant: Instant, zone: string): string => {
    const date = zoned(instant, zone).toPlainDate(), year = zoned(now, zone).year
    return date.toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short', ...(date.year === year ? {} : { year: 'numeric' }) }).replace(',', '')
  }
  const clock = (instant: Instant, zone: string): string => zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    ...spoken, language, day,
    due: (due) => (due === undefined ? '' : due.allDay ? day(due.at, due.zone) : `${day(due.at, due.zone)}, ${clock(due.at, due.zone)}`),
    when: ({ start, end, allDay, zone }) => {
      if (allDay) {
        const last = zoned(end, zone).subtract({ minutes: 1 }).toInstant().toString()
        return zoned(start, zone).toPlainDate().equals(zoned(last, zone).toPlainDate()) ? day(start, zone) : `${day(start, zone)} – ${day(last, zone)}`
      }
      const sameDay = zoned(start, zone).toPlainDate().equals(zoned(end, zone).toPlainDate())
      return `${day(start, zone)}, ${clock(start, zone)}–${sameDay ? '' : `${day(end, zone)}, `}${clock(end, zone)}`
    },
    date: (date) => date.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    money: (amount, currency) => amount.toLocaleString(locale, { style: 'currency', currency, minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    length: (minutes) => [minutes >= 1440 ? `${Math.floor(minutes / 1440)} d` : '', minutes % 1440 >= 60 ? `${Math.floor((minutes % 1440) / 60)} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : ''].filter((part) => part !== '').join(' '),
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${spoken.and} ${items.at(-1) ?? ''}`),
  }
}
